import { useQueryClient } from '@tanstack/react-query'
import { App, Button, Drawer, Form, Input, InputNumber } from 'antd'
import { type ChangeEvent, useRef, useState } from 'react'
import { decimalsOf } from '#base/text/money.ts'
import { api } from '#ui/api.ts'
import { AskForm, useRules } from '#ui/console/form.tsx'
import { asProblem, take } from '#ui/console/problem.ts'
import { uploadPicture } from '#ui/console/uploadPicture.ts'
import { Icon } from '#ui/icon/Icon.tsx'
import { useT } from '#ui/locale/locale.tsx'
import type { Product } from './products.queries.ts'
import { words } from './products.words.ts'

interface Values {
  readonly name: string
  readonly sku: string
  readonly priceMinor: number
  readonly summary: string
  readonly link: string
  readonly miniAppId: string
  readonly miniPath: string
}

/** A product, new or changed. */
export function ProductDrawer({ product, close }: { product: Product | undefined; close: () => void }) {
  const t = useT()
  const { message } = App.useApp()
  const client = useQueryClient()
  const { needed } = useRules()
  const currency = product?.currency ?? 'CNY'
  const decimals = decimalsOf(currency)
  const [picture, setPicture] = useState({
    id: product?.pictureFileId ?? null,
    url: product?.pictureUrl ?? null,
  })
  const price = {
    getValueProps: (minor: number | null | undefined) => ({
      value: minor == null ? null : minor / 10 ** decimals,
    }),
    normalize: (value: number | null) => (value === null ? null : Math.round(value * 10 ** decimals)),
  }
  return (
    <Drawer open size={520} title={product?.name ?? t(words.add)} onClose={close}>
      <AskForm<Values>
        initial={product ?? { link: '', miniAppId: '', miniPath: '', summary: '' }}
        verb={t(words.save)}
        submit={async (values) => {
          const body = {
            ...values,
            name: values.name.trim(),
            sku: values.sku.trim(),
            currency,
            pictureFileId: picture.id,
          }
          if (product)
            await take(api.PUT('/api/products/{id}', { params: { path: { id: product.id } }, body }))
          else await take(api.POST('/api/products', { body }))
          await client.invalidateQueries({ queryKey: ['products'] })
          message.success(t(words.saved))
          close()
        }}
      >
        <Form.Item name="name" label={t(words.name)} rules={[needed(words.name)]}>
          <Input maxLength={60} autoFocus />
        </Form.Item>
        <Form.Item name="summary" label={t(words.summary)}>
          <Input maxLength={140} />
        </Form.Item>
        <div className="two">
          <Form.Item name="sku" label={t(words.sku)} rules={[needed(words.sku)]}>
            <Input maxLength={64} />
          </Form.Item>
          <Form.Item
            name="priceMinor"
            label={t(words.price)}
            rules={[{ ...needed(words.price), type: 'number', whitespace: false }]}
            {...price}
          >
            <InputNumber min={0} max={1_000_000_000} precision={decimals} suffix={currency} />
          </Form.Item>
        </div>
        <Form.Item name="link" label={t(words.link)} extra={t(words.linkNote)}>
          <Input type="url" maxLength={500} placeholder="https://" />
        </Form.Item>
        <div className="two">
          <Form.Item
            name="miniAppId"
            label={t(words.miniId)}
            rules={[{ pattern: /^(wx[0-9a-f]{16})?$/, message: t(words.miniIdWrong) }]}
          >
            <Input maxLength={18} />
          </Form.Item>
          <Form.Item name="miniPath" label={t(words.miniPath)}>
            <Input maxLength={300} placeholder="pages/goods/index?id=7" />
          </Form.Item>
        </div>
        <PictureField
          url={picture.url}
          change={async (file) => {
            try {
              setPicture(file ? await uploadPicture(file, 'picture') : { id: null, url: null })
            } catch (error) {
              message.error(asProblem(error).message)
            }
          }}
        />
      </AskForm>
    </Drawer>
  )
}

function PictureField({
  url,
  change,
}: {
  url: string | null
  change: (file: File | undefined) => Promise<void>
}) {
  const t = useT()
  const input = useRef<HTMLInputElement>(null)
  const [busy, setBusy] = useState(false)
  const chosen = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const file = target.files?.[0]
    target.value = ''
    if (!file) return
    setBusy(true)
    await change(file)
    setBusy(false)
  }
  return (
    <Form.Item label={t(words.picture)}>
      <div className="product-picture">
        {url ? (
          <img src={url} alt="" width={88} height={88} />
        ) : (
          <span className="product-blank">
            <Icon name="image" size={26} />
          </span>
        )}
        <input
          ref={input}
          hidden
          type="file"
          accept="image/jpeg,image/png,image/webp"
          aria-label={t(words.choose)}
          onChange={(event) => void chosen(event)}
        />
        <Button loading={busy} onClick={() => input.current?.click()}>
          {t(words.choose)}
        </Button>
        {url ? (
          <Button type="text" onClick={() => void change(undefined)}>
            {t(words.remove)}
          </Button>
        ) : null}
      </div>
    </Form.Item>
  )
}

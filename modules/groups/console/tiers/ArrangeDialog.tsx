import { useQueryClient } from '@tanstack/react-query'
import { App, Button, Form, Input, Modal } from 'antd'
import { api } from '#ui/api.ts'
import { AskForm } from '#ui/console/form.tsx'
import { take } from '#ui/console/problem.ts'
import { Icon } from '#ui/icon/Icon.tsx'
import { useT } from '#ui/locale/locale.tsx'
import type { RuledTier } from '../group.queries.ts'
import { groupWords } from '../group.words.ts'
import { tierWords as words } from './tiers.words.ts'

interface Values {
  readonly tiers: readonly { readonly id?: string; readonly name: string; readonly promise: string }[]
}

/** Names, promises and number of tiers; one on which somebody stands cannot go. */
export function ArrangeDialog({
  group,
  tiers,
  close,
}: {
  group: string | null
  tiers: readonly RuledTier[]
  close: () => void
}) {
  const t = useT()
  const { message } = App.useApp()
  const client = useQueryClient()
  return (
    <Modal open title={t(words.arrangeTitle)} footer={null} width={620} onCancel={close}>
      <AskForm<Values>
        initial={{ tiers: tiers.map((tier) => ({ id: tier.id, name: tier.ownName, promise: tier.promise })) }}
        verb={t(groupWords.save)}
        submit={async (values) => {
          await take(
            api.PUT('/api/tiers', {
              body: {
                group,
                tiers: values.tiers.map(({ id, name, promise }) => ({
                  ...(id ? { id } : {}),
                  name,
                  promise,
                })),
              },
            }),
          )
          message.success(t(groupWords.saved))
          await client.invalidateQueries({ queryKey: ['group-tiers'] })
          close()
        }}
      >
        <Form.List name="tiers">
          {(fields, { add, remove }) => (
            <>
              {fields.map((field, place) => (
                <div key={field.key} className="option-row">
                  <span className="step-no">{place + 1}</span>
                  <Form.Item name={[field.name, 'id']} hidden>
                    <Input />
                  </Form.Item>
                  <Form.Item name={[field.name, 'name']} noStyle>
                    <Input
                      maxLength={20}
                      aria-label={t(words.tierName)}
                      placeholder={tiers[place]?.name ?? t(words.tierName)}
                    />
                  </Form.Item>
                  <Form.Item name={[field.name, 'promise']} noStyle>
                    <Input maxLength={200} aria-label={t(words.promise)} placeholder={t(words.promise)} />
                  </Form.Item>
                  <Button
                    type="text"
                    aria-label={t(groupWords.remove)}
                    icon={<Icon name="close" size={14} />}
                    onClick={() => remove(field.name)}
                  />
                </div>
              ))}
              {fields.length < 9 && (
                <Button
                  type="link"
                  icon={<Icon name="plus" size={16} />}
                  onClick={() => add({ name: '', promise: '' })}
                >
                  {t(words.addTier)}
                </Button>
              )}
            </>
          )}
        </Form.List>
      </AskForm>
    </Modal>
  )
}

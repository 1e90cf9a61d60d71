/** First run: four short steps from nothing to a community with an owner. */
import { useQueryClient } from '@tanstack/react-query'
import { Navigate, useNavigate } from '@tanstack/react-router'
import { App, Button, Form } from 'antd'
import { useState } from 'react'
import { api } from '#ui/api.ts'
import { AskForm } from '#ui/console/form.tsx'
import { House } from '#ui/console/Person.tsx'
import { take } from '#ui/console/problem.ts'
import { sessionQuery, useSession } from '#ui/console/session.ts'
import { uploadPicture } from '#ui/console/uploadPicture.ts'
import { words } from '#ui/console/words.ts'
import { Icon } from '#ui/icon/Icon.tsx'
import { useReading, useT } from '#ui/locale/locale.tsx'
import { Mark } from '#ui/mark/Mark.tsx'
import { BrandStep, OwnerStep, PlaceStep, StartStep } from './SetupSteps.tsx'
import { setupWords } from './setup.words.ts'
import { usePicture } from './usePicture.ts'
import './setup.css'

export interface SetupValues {
  readonly owner: { readonly name: string; readonly email: string; readonly password: string }
  readonly brand: { readonly name: string; readonly slogan?: string }
  readonly timeZone: string
  readonly locale: 'zh-CN' | 'en'
  readonly start: 'empty' | 'demo'
}

const steps = [
  [setupWords.you, OwnerStep],
  [setupWords.brand, BrandStep],
  [setupWords.place, PlaceStep],
  [setupWords.start, StartStep],
] as const

export default function SetupScreen() {
  const t = useT()
  const client = useQueryClient()
  const navigate = useNavigate()
  const { message } = App.useApp()
  const { setupRequired } = useSession()
  const { locale } = useReading()
  const [at, setAt] = useState(0)
  const [values, setValues] = useState<Partial<SetupValues>>({})
  const [form] = Form.useForm<SetupValues>()
  const picture = usePicture()
  const brandName = Form.useWatch(['brand', 'name'], form) ?? values.brand?.name
  const slogan = Form.useWatch(['brand', 'slogan'], form) ?? values.brand?.slogan
  if (!setupRequired) return <Navigate to="/sign-in" replace />

  const Step = steps[at]?.[1] ?? OwnerStep
  const last = at === steps.length - 1
  const go = async (part: Partial<SetupValues>) => {
    const all = { ...values, ...part }
    setValues(all)
    if (!last) {
      setAt(at + 1)
      return
    }
    await take(api.POST('/api/setup', { body: all as SetupValues }))
    if (picture.file) {
      try {
        const { id } = await uploadPicture(picture.file, 'logo')
        await take(api.PATCH('/api/community', { body: { logoFileId: id } }))
      } catch {
        message.warning(t(setupWords.logoLater))
      }
    }
    await client.fetchQuery({ ...sessionQuery, staleTime: 0 })
    message.success(t(setupWords.done))
    await navigate({ to: '/' })
  }
  return (
    <div className="setup">
      <aside className="setup-side">
        <ol>
          {steps.map(([label], step) => (
            <li
              key={label.en}
              className={step < at ? 'past' : step === at ? 'now' : ''}
              aria-current={step === at ? 'step' : undefined}
            >
              <span className="setup-dot">{step < at ? <Icon name="check" size={14} /> : step + 1}</span>
              {t(label)}
            </li>
          ))}
        </ol>
        <figure className="setup-preview" aria-label={t(setupWords.preview)}>
          {brandName || picture.url ? (
            <House name={brandName ?? ''} url={picture.url} size={44} />
          ) : (
            <Mark size={44} />
          )}
          <figcaption>
            <b>{brandName || t(setupWords.brandName)}</b>
            <small>{slogan || t(setupWords.slogan)}</small>
          </figcaption>
        </figure>
      </aside>
      <section className="setup-main">
        <p className="caption muted">{t(setupWords.step, { at: at + 1, of: steps.length })}</p>
        <AskForm<SetupValues>
          key={at}
          form={form}
          initial={{ timeZone: guessZone(), locale, start: 'empty', ...values }}
          submit={go}
          large
          verb={last ? t(setupWords.finish) : t(words.next)}
          beside={
            at > 0 && (
              <Button size="large" onClick={() => setAt(at - 1)}>
                {t(words.back)}
              </Button>
            )
          }
        >
          <Step picture={picture} />
        </AskForm>
      </section>
    </div>
  )
}

const guessZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone || 'Asia/Shanghai'

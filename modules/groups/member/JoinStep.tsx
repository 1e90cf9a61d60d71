/** One step of getting in, with what it asks. */
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useId, useState } from 'react'
import type { Message } from '#base/i18n/messages.ts'
import { api } from '#ui/api.ts'
import { useT } from '#ui/locale/locale.tsx'
import { ask } from '#ui/member/ask.ts'
import { Button, buttonClass } from '#ui/member/Button.tsx'
import { Conditions } from '#ui/member/Conditions.tsx'
import { Field, TextField } from '#ui/member/Field.tsx'
import { Form } from '#ui/member/Form.tsx'
import { Glyph } from '#ui/member/Glyph.tsx'
import { Submit } from '#ui/member/Submit.tsx'
import { uploadImage } from '#ui/member/upload.ts'
import { admissionQuery, type Step } from './groups.queries.ts'
import { joinWords as words } from './join.words.ts'
import { Questions, readAnswers } from './Questions.tsx'

interface StepProps {
  readonly slug: string
  readonly code: string
  readonly step: Step
}

const states: Record<Step['state'], Message | undefined> = {
  todo: undefined,
  done: words.done,
  missing: words.missing,
  blocked: words.blocked,
  later: words.later,
}

export function JoinStep({ number, ...props }: StepProps & { number: number }) {
  const t = useT()
  const { step } = props
  const [changing, setChanging] = useState(false)
  const state = states[step.state]
  const done = step.state === 'done'
  const open = step.state === 'todo' || changing
  return (
    <section className="rounded-card border border-line bg-card px-4 py-3.5">
      <h2 className="flex items-center gap-3 text-[16px] leading-6 font-semibold">
        <span
          aria-hidden="true"
          className={`grid size-7 shrink-0 place-items-center rounded-full text-[14px] tabular-nums ${done ? 'bg-pine text-on-pine' : 'bg-soft text-muted'}`}
        >
          {done ? <Glyph name="check" size={16} strokeWidth={2.2} /> : number}
        </span>
        <span className="min-w-0 flex-1">{step.title}</span>
        {state ? (
          <span className={`text-[14px] font-normal ${done ? 'text-good-text' : 'text-muted'}`}>
            {t(state)}
          </span>
        ) : null}
      </h2>
      <div className="pt-1.5 sm:pl-10">
        {step.intro && !done ? (
          <p className="max-w-[42em] pb-1.5 text-[14px] leading-[22px] whitespace-pre-line text-muted text-pretty">
            {step.intro}
          </p>
        ) : null}
        {step.reason ? <p className="text-[14px] leading-[22px] text-muted">{step.reason}</p> : null}
        <Facts step={step} />
        {open ? <Doing {...props} settled={() => setChanging(false)} /> : null}
        {done && step.kind === 'form' && !changing ? (
          <Button look="quiet" className="-ml-[18px]" onClick={() => setChanging(true)}>
            {t(words.change)}
          </Button>
        ) : null}
        {step.state === 'missing' ? <Looking {...props} /> : null}
      </div>
    </section>
  )
}

/** What can be said of a step without doing it. */
function Facts({ step }: { step: Step }) {
  const t = useT()
  if (step.conditions && step.state !== 'done') return <Conditions lines={step.conditions} />
  if (step.promiseHours !== null)
    return (
      <p className="text-[14px] leading-[22px] text-muted">
        {t(words.promise, { hours: step.promiseHours })}
      </p>
    )
  if (!step.quiz) return null
  const { last, triesLeft, passPercent } = step.quiz
  if (last?.passed)
    return (
      <p className="text-[14px] leading-[22px] text-good-text">
        {t(words.passed, { points: last.points, of: last.of })}
      </p>
    )
  return (
    <p className="text-[14px] leading-[22px] text-muted">
      {[
        ...(last ? [t(words.failed, { points: last.points, of: last.of })] : []),
        t(words.passMark, { percent: passPercent }),
        triesLeft === null ? t(words.noLimit) : t(words.triesLeft, { count: triesLeft }),
      ].join(' · ')}
    </p>
  )
}

/** Conditions and purchases are looked at again, not answered. */
function Looking({ slug, code, step }: StepProps) {
  const t = useT()
  const client = useQueryClient()
  const [busy, setBusy] = useState(false)
  return (
    <div className="mt-3 flex flex-wrap gap-2">
      {step.url ? (
        <a href={step.url} rel="noreferrer" className={buttonClass('plain')}>
          {t(words.toShop)}
        </a>
      ) : null}
      <Button
        look="quiet"
        className={step.url ? '' : '-ml-[18px]'}
        sending={busy}
        onClick={() => {
          setBusy(true)
          void client
            .invalidateQueries({ queryKey: admissionQuery(slug, code).queryKey })
            .finally(() => setBusy(false))
        }}
      >
        {t(words.checkAgain)}
      </Button>
    </div>
  )
}

function Doing({ slug, code, step, settled }: StepProps & { settled: () => void }) {
  const t = useT()
  const client = useQueryClient()
  const give = async (body: {
    code?: string
    answers?: Record<string, string | number | string[]>
    text?: string
    fileId?: string
  }) => {
    const after = await ask(
      api.PUT('/api/site/groups/{slug}/admission/steps/{step}', {
        params: { path: { slug, step: step.id } },
        body: { ...(code ? { code } : {}), ...body },
      }),
    )
    client.setQueryData(admissionQuery(slug, code).queryKey, after)
    settled()
  }
  switch (step.kind) {
    case 'invitation':
      return (
        <Form
          className="mt-2 grid gap-3"
          send={async (values) => give({ code: (values.code ?? '').toUpperCase() })}
        >
          <Field
            label={step.title}
            name="code"
            defaultValue={code}
            autoComplete="off"
            maxLength={16}
            required
          />
          <Submit look="plain">{t(words.checkCode)}</Submit>
        </Form>
      )
    case 'form':
      return (
        <Form
          className="mt-2 grid gap-4"
          send={async (_, data) => give({ answers: readAnswers(data, step.form ?? []) })}
        >
          <Questions questions={step.form ?? []} given={step.given} />
          <Submit look="plain">{t(words.submitStep)}</Submit>
        </Form>
      )
    case 'quiz': {
      const questions = (step.quiz?.questions ?? []).map(({ text, type, ...rest }) => ({
        ...rest,
        label: text,
        hint: '',
        required: true,
        type: ({ one: 'choice', many: 'choices', word: 'text' } as const)[type],
      }))
      return (
        <Form
          key={step.quiz?.last?.at ?? 'first'}
          className="mt-2 grid gap-4"
          send={async (_, data) => give({ answers: readAnswers(data, questions) })}
        >
          <Questions questions={questions} given={null} />
          <Submit look="plain">{t(words.handInAnswers)}</Submit>
        </Form>
      )
    }
    case 'task':
      return step.proof === 'picture' ? (
        <PictureProof give={async (fileId) => give({ fileId })} />
      ) : (
        <Form className="mt-2 grid gap-3" send={async ({ text = '' }) => give({ text })}>
          <TextField label={t(words.proofText)} name="text" maxLength={1000} required />
          <Submit look="plain">{t(words.submitStep)}</Submit>
        </Form>
      )
    default:
      return null
  }
}

function PictureProof({ give }: { give: (fileId: string) => Promise<void> }) {
  const t = useT()
  const id = useId()
  return (
    <Form
      className="mt-2 grid gap-3"
      send={async (_, data) => {
        const picture = data.get('picture')
        if (!(picture instanceof File) || picture.size === 0) return
        await give((await uploadImage(picture, 'picture')).id)
      }}
    >
      <Labelled id={id} label={t(words.proofPicture)}>
        <input
          id={id}
          name="picture"
          type="file"
          accept="image/jpeg,image/png,image/webp"
          required
          data-label={t(words.proofPicture)}
          className="block w-full text-[14px] file:mr-3 file:min-h-11 file:rounded-[10px] file:border file:border-line file:bg-card file:px-4 file:text-[15px]"
        />
      </Labelled>
      <Submit look="plain">{t(words.submitStep)}</Submit>
    </Form>
  )
}

function Labelled({ id, label, children }: { id: string; label: string; children: ReactNode }) {
  return (
    <div>
      <label htmlFor={id} className="block pb-1.5 text-[14px] leading-5 font-medium">
        {label}
      </label>
      {children}
    </div>
  )
}

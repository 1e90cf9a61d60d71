/** What threatens a member in a group or has happened, why, and the ways back: never without a person to ask. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#ui/api.ts'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { ask } from '#ui/member/ask.ts'
import { Button } from '#ui/member/Button.tsx'
import { Conditions } from '#ui/member/Conditions.tsx'
import { TextField } from '#ui/member/Field.tsx'
import { Form } from '#ui/member/Form.tsx'
import { LateGlyph } from '#ui/member/LateGlyph.tsx'
import { Sheet } from '#ui/member/Sheet.tsx'
import { Submit } from '#ui/member/Submit.tsx'
import { useToast } from '#ui/member/Toast.tsx'
import type { Course } from './groups.queries.ts'
import { words } from './groups.words.ts'

export function Trouble({ slug, trouble }: { slug: string; trouble: NonNullable<Course['trouble']> }) {
  const t = useT()
  const format = useFormat()
  const client = useQueryClient()
  const [asking, setAsking] = useState<'appeal' | 'task'>()
  const removed = trouble.state === 'removed'
  const back = useMutation({
    mutationFn: () => ask(api.POST('/api/site/groups/{slug}/return', { params: { path: { slug } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['groups'] }),
  })
  return (
    <section className="rounded-card border border-line bg-card px-4 py-3.5">
      <h2 className="flex items-start gap-2 text-[16px] leading-6 font-semibold">
        <LateGlyph name="warning" size={20} className="mt-0.5 text-persimmon-text" />
        {removed ? t(words.removedTitle) : t(words.warnedTitle, { day: format.date(trouble.graceUntil) })}
      </h2>
      {trouble.words || trouble.decision ? (
        <p className="mt-1.5 text-[15px] leading-6 text-pretty">
          {removed ? trouble.decision || trouble.words : trouble.words}
        </p>
      ) : null}
      {trouble.reasons.length > 0 ? (
        <div className="mt-2">
          <h3 className="text-[13px] leading-5 text-muted">{t(words.becauseOf)}</h3>
          <ul className="text-[14px] leading-[22px]">
            {trouble.reasons.map((reason) => (
              <li key={reason.says}>
                {reason.says}
                {reason.evidence ? <span className="text-muted"> · {reason.evidence}</span> : null}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      {!removed && trouble.review ? (
        <p className="mt-1.5 text-[13px] leading-5 text-muted">{t(words.personReviews)}</p>
      ) : null}
      {removed && trouble.backIf ? (
        <div className="mt-3">
          <h3 className="text-[14px] leading-5 font-semibold">{t(words.backByCondition)}</h3>
          <Conditions lines={trouble.backIf} />
        </div>
      ) : null}
      {removed && trouble.backTask ? (
        <p className="mt-2 text-[14px] leading-[22px]">{t(words.backByTask, { task: trouble.backTask })}</p>
      ) : null}
      {trouble.answered && !trouble.answered.granted ? (
        <p className="mt-2 text-[14px] leading-[22px] text-muted">
          {t(words.appealRefused, { answer: trouble.answered.answer })}
        </p>
      ) : null}
      {trouble.asked ? (
        <p className="mt-2 text-[14px] leading-[22px] text-muted">
          {t(words.appealOpen, { when: format.ago(trouble.asked.at) })}
        </p>
      ) : (
        <div className="mt-3 flex flex-wrap gap-2">
          {removed && trouble.backReady ? (
            <Button look="solid" sending={back.isPending} onClick={() => back.mutate()}>
              {t(words.comeBack)}
            </Button>
          ) : null}
          {removed && trouble.backTask ? (
            <Button onClick={() => setAsking('task')}>{t(words.taskDone)}</Button>
          ) : null}
          <Button onClick={() => setAsking('appeal')}>{t(words.appeal)}</Button>
        </div>
      )}
      {back.isError ? (
        <p role="alert" className="mt-2 text-[14px] text-bad-text">
          {back.error.message}
        </p>
      ) : null}
      <Sheet
        open={asking !== undefined}
        close={() => setAsking(undefined)}
        title={t(asking === 'task' ? words.taskDone : words.appeal)}
      >
        {asking ? <Words slug={slug} kind={asking} done={() => setAsking(undefined)} /> : null}
      </Sheet>
    </section>
  )
}

function Words({ slug, kind, done }: { slug: string; kind: 'appeal' | 'task'; done: () => void }) {
  const t = useT()
  const tell = useToast()
  const client = useQueryClient()
  return (
    <Form
      send={async ({ words: said = '' }) => {
        await ask(
          api.POST('/api/site/groups/{slug}/appeals', {
            params: { path: { slug } },
            body: { kind, words: said },
          }),
        )
        await client.invalidateQueries({ queryKey: ['groups', 'course'] })
        tell(t(words.appealSent))
        done()
      }}
    >
      <TextField label={t(words.appealWords)} name="words" maxLength={1000} rows={4} required />
      <Submit>{t(words.send)}</Submit>
    </Form>
  )
}

/** Something that was reported, with what its hosts can do about it. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '#ui/api.ts'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { Avatar } from '#ui/member/Avatar.tsx'
import { ask } from '#ui/member/ask.ts'
import { Button, buttonClass } from '#ui/member/Button.tsx'
import { Card } from '#ui/member/Card.tsx'
import { SelectField, TextField } from '#ui/member/Field.tsx'
import { Form } from '#ui/member/Form.tsx'
import { Sheet } from '#ui/member/Sheet.tsx'
import { Submit } from '#ui/member/Submit.tsx'
import { useToast } from '#ui/member/Toast.tsx'
import { words as page } from '../page/page.words.ts'
import type { DeskReport } from './desk.queries.ts'
import { deskWords as words } from './desk.words.ts'

export function DeskReportCard({ slug, report }: { slug: string; report: DeskReport }) {
  const t = useT()
  const format = useFormat()
  const tell = useToast()
  const client = useQueryClient()
  const [deciding, setDeciding] = useState(false)
  const { postId, commentId, author, reports } = report
  const settled = () => client.invalidateQueries({ queryKey: ['desk', slug] })
  const clear = useMutation({
    mutationFn: () =>
      ask(api.POST('/api/site/reports/decisions', { body: { postId, commentId, upheld: false } })),
    onSuccess: async () => {
      tell(t(words.cleared))
      await settled()
    },
    onError: (problem) => tell(problem.message, 'bad'),
  })
  return (
    <Card>
      <div className="flex items-center gap-3">
        <Avatar name={author.name} src={author.avatarUrl} tintKey={author.token} size={36} />
        <p className="min-w-0 flex-1">
          <span className="block truncate text-[15px] leading-[22px] font-medium">{author.name}</span>
          <span className="block truncate text-[13px] leading-5 text-muted">
            {[
              report.board,
              ...(commentId ? [t(words.comment)] : []),
              format.ago(report.since),
              ...(report.thing === 'hidden' ? [t(words.hidden)] : []),
            ].join(' · ')}
          </span>
        </p>
        <span className="shrink-0 rounded-full bg-bad-soft px-2.5 py-0.5 text-[13px] leading-5 text-bad-text">
          {t(words.people, { count: reports.length })}
        </span>
      </div>
      {report.title ? <h2 className="pt-2.5 text-[15px] leading-6 font-semibold">{report.title}</h2> : null}
      <p className="line-clamp-6 pt-1.5 text-[15px] leading-6 break-words whitespace-pre-line">
        {report.words}
      </p>
      <ul className="mt-2.5 grid gap-1 rounded-[10px] bg-soft px-3 py-2 text-[14px] leading-[22px]">
        {reports.map(({ reason, note }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: nothing names a report here, and the list does not change
          <li key={at}>
            {t(page[reason])}
            {note ? <span className="text-muted"> · {note}</span> : null}
          </li>
        ))}
      </ul>
      {report.can.decide ? null : (
        <p className="pt-2.5 text-[14px] leading-[22px] text-muted">{t(words.ownReport)}</p>
      )}
      <div className="flex flex-wrap gap-2 pt-3">
        {report.can.decide ? (
          <>
            <Button onClick={() => setDeciding(true)}>{t(words.decide)}</Button>
            <Button sending={clear.isPending} onClick={() => clear.mutate()}>
              {t(words.fine)}
            </Button>
          </>
        ) : null}
        <Link to="/posts/$id" params={{ id: postId }} className={buttonClass('quiet')}>
          {t(words.look)}
        </Link>
      </div>
      {deciding ? <DecideSheet report={report} settled={settled} close={() => setDeciding(false)} /> : null}
    </Card>
  )
}

const acts = ['remove', 'hide', 'none'] as const

function DecideSheet({
  report: { postId, commentId },
  settled,
  close,
}: {
  report: DeskReport
  settled: () => Promise<void>
  close: () => void
}) {
  const t = useT()
  const tell = useToast()
  const [act, setAct] = useState<(typeof acts)[number]>('remove')
  const names = { remove: words.remove, hide: words.hide, none: words.leave }
  return (
    <Sheet open close={close} title={t(words.decide)}>
      <Form
        label={t(words.decide)}
        send={async ({ reason = '', answer = '' }) => {
          await ask(
            api.POST('/api/site/reports/decisions', {
              body: { postId, commentId, upheld: true, act, reason, answer },
            }),
          )
          tell(t(words.decided))
          close()
          await settled()
        }}
      >
        <SelectField
          name="act"
          label={t(words.act)}
          value={act}
          onChange={(event) => setAct(event.currentTarget.value as typeof act)}
        >
          {acts.map((each) => (
            <option key={each} value={each}>
              {t(names[each])}
            </option>
          ))}
        </SelectField>
        {act === 'none' ? null : <TextField name="reason" label={t(words.reason)} maxLength={300} required />}
        <TextField name="answer" label={t(words.answer)} maxLength={300} />
        <Submit>{t(words.decide)}</Submit>
      </Form>
    </Sheet>
  )
}

import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import Download from 'lucide-react/icons/download'
import Trash2 from 'lucide-react/icons/trash-2'
import { useState } from 'react'
import { api } from '#ui/api.ts'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { ask } from '#ui/member/ask.ts'
import { Button } from '#ui/member/Button.tsx'
import { Card } from '#ui/member/Card.tsx'
import { Field } from '#ui/member/Field.tsx'
import { Form } from '#ui/member/Form.tsx'
import { RequestProblem } from '#ui/member/problem.ts'
import { Sheet } from '#ui/member/Sheet.tsx'
import { Submit } from '#ui/member/Submit.tsx'
import { useToast } from '#ui/member/Toast.tsx'
import { accountQuery } from './account.queries.ts'
import { privacy as words } from './privacy.messages.ts'
import { dataRequestsQuery } from './privacy.queries.ts'

const states = { open: words.statusOpen, done: words.statusDone, refused: words.statusRefused }

/** Export and deletion, asked for here, with what became of it. */
export function DataRequestsCard() {
  const t = useT()
  const format = useFormat()
  const tell = useToast()
  const client = useQueryClient()
  const { data: account } = useSuspenseQuery(accountQuery)
  const { data } = useSuspenseQuery(dataRequestsQuery)
  const [deleting, setDeleting] = useState(false)
  const open = (kind: 'export' | 'delete') =>
    data.items.some((each) => each.kind === kind && each.state === 'open')

  const send = useMutation({
    mutationFn: (kind: 'export' | 'delete') =>
      ask(api.POST('/api/account/data-requests', { body: { kind } })),
    onSuccess: (_, kind) => {
      tell(t(kind === 'export' ? words.exportAsked : words.deleteAsked))
      return client.invalidateQueries({ queryKey: dataRequestsQuery.queryKey })
    },
  })

  return (
    <Card title={t(words.requests)}>
      <div className="divide-y divide-line-soft">
        <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-3">
          <p className="min-w-0 flex-1 basis-48 text-[15px] leading-6">
            <span className="font-medium">{t(words.exportTitle)}</span>
            <span className="block text-[13px] leading-5 text-muted">{t(words.exportAbout)}</span>
          </p>
          {open('export') ? null : (
            <Button
              icon={<Download size={17} aria-hidden />}
              sending={send.isPending && send.variables === 'export'}
              onClick={() => send.mutate('export', { onError: (error) => tell(error.message, 'bad') })}
            >
              {t(words.exportDo)}
            </Button>
          )}
        </div>
        <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-3">
          <p className="min-w-0 flex-1 basis-48 text-[15px] leading-6">
            <span className="font-medium">{t(words.deleteTitle)}</span>
            <span className="block text-[13px] leading-5 text-muted">{t(words.deleteAbout)}</span>
          </p>
          {open('delete') ? null : (
            <Button look="danger" icon={<Trash2 size={17} aria-hidden />} onClick={() => setDeleting(true)}>
              {t(words.deleteDo)}
            </Button>
          )}
        </div>
      </div>
      {data.items.length > 0 ? (
        <>
          <h3 className="pt-3 text-[14px] leading-5 font-medium">{t(words.history)}</h3>
          <ul className="divide-y divide-line-soft">
            {data.items.map(({ id, kind, state, requestedAt, dueAt, answer }) => (
              <li
                key={id}
                className="flex items-start justify-between gap-4 py-2.5 text-[14px] leading-[22px]"
              >
                <span>
                  {t(kind === 'export' ? words.kindExport : words.kindDelete)}
                  <span className="block text-[13px] leading-5 text-muted">
                    {format.ago(requestedAt)}
                    {state === 'open' ? ` · ${t(words.dueBy, { date: format.date(dueAt) })}` : ''}
                    {answer ? ` · ${answer}` : ''}
                  </span>
                </span>
                <span
                  className={
                    state === 'done'
                      ? 'text-good-text'
                      : state === 'refused'
                        ? 'text-persimmon-text'
                        : 'text-warn-text'
                  }
                >
                  {t(states[state])}
                </span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <Sheet
        open={deleting}
        close={() => setDeleting(false)}
        title={t(words.deleteSure)}
        about={t(words.deleteSureBody)}
      >
        <Form
          send={async ({ email = '' }) => {
            if (account.email && email.trim().toLowerCase() !== account.email)
              throw new RequestProblem({
                status: 422,
                code: 'not_confirmed',
                title: t(words.deleteWrong),
                fields: [{ path: 'email', message: t(words.deleteWrong) }],
              })
            await send.mutateAsync('delete')
            setDeleting(false)
          }}
        >
          <Field
            label={t(words.deleteType)}
            name="email"
            type="email"
            placeholder={account.email ?? undefined}
            autoComplete="off"
            autoCapitalize="none"
            required
          />
          <Submit look="danger">{t(words.deleteDo)}</Submit>
        </Form>
      </Sheet>
    </Card>
  )
}

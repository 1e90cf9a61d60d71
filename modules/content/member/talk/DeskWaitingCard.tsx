/** A post or a comment that waits to be seen, whole, so that it can be judged. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#ui/api.ts'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { ask } from '#ui/member/ask.ts'
import { Button } from '#ui/member/Button.tsx'
import { Card } from '#ui/member/Card.tsx'
import { TextField } from '#ui/member/Field.tsx'
import { Form } from '#ui/member/Form.tsx'
import { Sheet } from '#ui/member/Sheet.tsx'
import { Submit } from '#ui/member/Submit.tsx'
import { useToast } from '#ui/member/Toast.tsx'
import { kindLabels } from '../../content.messages.ts'
import { Words } from '../page/Words.tsx'
import type { DeskWaiting } from './desk.queries.ts'
import { deskWords as words } from './desk.words.ts'

function judge({ what, id, version }: DeskWaiting, state: 'published' | 'removed', reason: string) {
  const about = { params: { path: { id } }, body: { state, reason, version } }
  return what === 'post'
    ? ask(api.PATCH('/api/site/posts/{id}/standing', about))
    : ask(api.PUT('/api/site/comments/{id}/state', about))
}

export function DeskWaitingCard({ slug, item }: { slug: string; item: DeskWaiting }) {
  const t = useT()
  const format = useFormat()
  const tell = useToast()
  const client = useQueryClient()
  const [rejecting, setRejecting] = useState(false)
  const settled = () => client.invalidateQueries({ queryKey: ['desk', slug] })
  const approve = useMutation({
    mutationFn: (): Promise<unknown> => judge(item, 'published', ''),
    onSuccess: () => tell(t(words.approved)),
    onError: (problem) => tell(problem.message, 'bad'),
    // Also when it was changed meanwhile: its new words are what is to be read.
    onSettled: settled,
  })
  return (
    <Card>
      <p className="text-[15px] leading-[22px] font-medium">{item.author}</p>
      <p className="text-[13px] leading-5 text-muted">
        {[
          item.board,
          t(item.what === 'comment' ? words.comment : kindLabels[item.kind]),
          format.ago(item.createdAt),
        ].join(' · ')}
      </p>
      {item.title ? (
        <h2 className="pt-2.5 text-[16px] leading-6 font-semibold break-words">{item.title}</h2>
      ) : null}
      <div className="pt-1.5">
        <Words html={item.html} />
      </div>
      {item.can.approve ? (
        <div className="flex flex-wrap gap-2 pt-3">
          <Button sending={approve.isPending} onClick={() => approve.mutate()}>
            {t(words.approve)}
          </Button>
          <Button look="danger" onClick={() => setRejecting(true)}>
            {t(words.reject)}
          </Button>
        </div>
      ) : (
        <p className="pt-2.5 text-[14px] leading-[22px] text-muted">{t(words.ownWaiting)}</p>
      )}
      {rejecting ? (
        <Sheet open close={() => setRejecting(false)} title={t(words.rejectTitle)}>
          <Form
            label={t(words.rejectTitle)}
            send={async ({ reason = '' }) => {
              await judge(item, 'removed', reason)
              tell(t(words.rejected))
              setRejecting(false)
              await settled()
            }}
          >
            <TextField name="reason" label={t(words.reason)} maxLength={300} required />
            <Submit>{t(words.reject)}</Submit>
          </Form>
        </Sheet>
      ) : null}
    </Card>
  )
}

/** Points for whoever wrote it; offered only where somebody keeps points. */
import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { api, newKey } from '#ui/api.ts'
import { useT } from '#ui/locale/locale.tsx'
import { ask } from '#ui/member/ask.ts'
import { Button } from '#ui/member/Button.tsx'
import { Choice } from '#ui/member/Choice.tsx'
import { Sheet } from '#ui/member/Sheet.tsx'
import { useToast } from '#ui/member/Toast.tsx'
import { words } from './page.words.ts'

const amounts = ['5', '10', '20', '50'] as const

export default function TipSheet({
  postId,
  commentId = null,
  close,
}: {
  postId: string
  commentId?: string | null
  close: () => void
}) {
  const t = useT()
  const tell = useToast()
  const [points, setPoints] = useState<(typeof amounts)[number]>('10')
  // One tip however often it is sent: the network may swallow the answer.
  const key = useRef(newKey())
  const tip = useMutation({
    mutationFn: () =>
      ask(
        api.POST('/api/site/posts/{id}/tips', {
          params: { path: { id: postId } },
          headers: { 'idempotency-key': key.current },
          body: { points: Number(points), commentId },
        }),
      ),
    onSuccess: () => {
      tell(t(words.tipped))
      close()
    },
  })
  return (
    <Sheet open close={close} title={t(words.tipTitle)} about={t(words.tipAbout)}>
      <Choice
        label={t(words.tipTitle)}
        showLabel={false}
        value={points}
        options={amounts.map((amount) => ({ value: amount, label: amount }))}
        choose={(amount) => {
          key.current = newKey()
          setPoints(amount)
        }}
      />
      {tip.isError ? (
        <p role="alert" className="pt-3 text-[14px] leading-[22px] text-bad-text">
          {tip.error.message}
        </p>
      ) : null}
      <div className="pt-4">
        <Button look="solid" wide sending={tip.isPending} onClick={() => tip.mutate()}>
          {t(words.tipSend, { count: Number(points) })}
        </Button>
      </div>
    </Sheet>
  )
}

/** What else one may do with a comment: pass on its link, edit, report, take it away. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import CircleCheck from 'lucide-react/icons/circle-check'
import EyeOff from 'lucide-react/icons/eye-off'
import Flag from 'lucide-react/icons/flag'
import Gift from 'lucide-react/icons/gift'
import LinkIcon from 'lucide-react/icons/link'
import Pencil from 'lucide-react/icons/pencil'
import RotateCcw from 'lucide-react/icons/rotate-ccw'
import Trash2 from 'lucide-react/icons/trash-2'
import { useState } from 'react'
import { api } from '#ui/api.ts'
import { useT } from '#ui/locale/locale.tsx'
import { ask } from '#ui/member/ask.ts'
import { Sheet } from '#ui/member/Sheet.tsx'
import { useToast } from '#ui/member/Toast.tsx'
import type { Comment, PostPage } from './page.queries.ts'
import { words } from './page.words.ts'
import ReportSheet from './ReportSheet.tsx'
import { copyText } from './ShareSheet.tsx'
import { SheetRow } from './SheetRow.tsx'
import TipSheet from './TipSheet.tsx'
import { WhySheet } from './WhySheet.tsx'

export default function CommentMore({
  post,
  comment,
  edit,
  close,
}: {
  post: PostPage
  comment: Comment
  edit: () => void
  close: () => void
}) {
  const t = useT()
  const tell = useToast()
  const client = useQueryClient()
  const [then, setThen] = useState<'report' | 'remove' | 'hide' | 'tip'>()
  const { can } = comment
  const fresh = async () => {
    tell(t(words.done))
    await Promise.all([
      client.invalidateQueries({ queryKey: ['posts', post.id] }),
      client.invalidateQueries({ queryKey: ['talk', post.id] }),
    ])
    close()
  }
  const show = useMutation({
    mutationFn: () =>
      ask(
        api.PUT('/api/site/comments/{id}/state', {
          params: { path: { id: comment.id } },
          body: { state: 'published' },
        }),
      ),
    onSuccess: fresh,
    onError: (error) => tell(error.message, 'bad'),
  })
  if (then === 'report') return <ReportSheet postId={post.id} commentId={comment.id} close={close} />
  if (then === 'tip') return <TipSheet postId={post.id} commentId={comment.id} close={close} />
  if (then === 'hide' || then === 'remove')
    return (
      <WhySheet
        title={t(then === 'hide' ? words.hide : words.removeCommentTitle)}
        about={then === 'remove' ? t(words.removeCommentAbout) : undefined}
        label={t(words.whyRemoved)}
        act={t(then === 'hide' ? words.hide : words.removeComment)}
        asks={!can.edit}
        required={!can.edit}
        danger
        close={close}
        send={async (reason) => {
          const path = { id: comment.id }
          if (then === 'hide')
            await ask(
              api.PUT('/api/site/comments/{id}/state', {
                params: { path },
                body: { state: 'hidden', reason },
              }),
            )
          else await ask(api.DELETE('/api/site/comments/{id}', { params: { path, query: { reason } } }))
          await fresh()
        }}
      />
    )
  return (
    <Sheet open close={close} title={t(words.more)}>
      <ul className="-mx-2">
        <SheetRow
          icon={<LinkIcon size={20} aria-hidden />}
          act={() => {
            void copyText(`${location.origin}/posts/${post.id}#c${comment.id}`)
            tell(t(words.copied))
            close()
          }}
        >
          {t(words.commentLink)}
        </SheetRow>
        {post.can.tip && !can.edit && comment.state === 'published' ? (
          <SheetRow icon={<Gift size={20} aria-hidden />} act={() => setThen('tip')}>
            {t(words.tip)}
          </SheetRow>
        ) : null}
        {can.edit ? (
          <SheetRow icon={<Pencil size={20} aria-hidden />} act={edit}>
            {t(words.editComment)}
          </SheetRow>
        ) : null}
        {can.report ? (
          <SheetRow icon={<Flag size={20} aria-hidden />} act={() => setThen('report')}>
            {t(words.report)}
          </SheetRow>
        ) : null}
        {can.moderate && comment.state === 'published' ? (
          <SheetRow icon={<EyeOff size={20} aria-hidden />} act={() => setThen('hide')}>
            {t(words.hide)}
          </SheetRow>
        ) : null}
        {can.moderate && comment.state !== 'published' ? (
          <SheetRow
            icon={
              comment.state === 'pending' ? (
                <CircleCheck size={20} aria-hidden />
              ) : (
                <RotateCcw size={20} aria-hidden />
              )
            }
            act={() => show.mutate()}
          >
            {t(comment.state === 'pending' ? words.approve : words.restore)}
          </SheetRow>
        ) : null}
        {can.remove ? (
          <SheetRow icon={<Trash2 size={20} aria-hidden />} danger act={() => setThen('remove')}>
            {t(words.removeComment)}
          </SheetRow>
        ) : null}
      </ul>
    </Sheet>
  )
}

/** What else one may do with a post: follow it, report it, and for its author and hosts, look after it. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import BadgeCheck from 'lucide-react/icons/badge-check'
import Bell from 'lucide-react/icons/bell'
import CircleCheck from 'lucide-react/icons/circle-check'
import EyeOff from 'lucide-react/icons/eye-off'
import Flag from 'lucide-react/icons/flag'
import Folder from 'lucide-react/icons/folder-input'
import History from 'lucide-react/icons/history'
import Lock from 'lucide-react/icons/lock'
import LockOpen from 'lucide-react/icons/lock-open'
import Pencil from 'lucide-react/icons/pencil'
import Pin from 'lucide-react/icons/pin'
import RotateCcw from 'lucide-react/icons/rotate-ccw'
import Trash2 from 'lucide-react/icons/trash-2'
import { useState } from 'react'
import type { paths } from '#ui/api.generated.ts'
import { api } from '#ui/api.ts'
import { useT } from '#ui/locale/locale.tsx'
import { ask } from '#ui/member/ask.ts'
import { Sheet } from '#ui/member/Sheet.tsx'
import { useToast } from '#ui/member/Toast.tsx'
import { usePostActs } from './acting.ts'
import { HistorySheet } from './HistorySheet.tsx'
import { MoveSheet } from './MoveSheet.tsx'
import type { PostPage } from './page.queries.ts'
import { words } from './page.words.ts'
import ReportSheet from './ReportSheet.tsx'
import { SheetRow } from './SheetRow.tsx'
import { WhySheet } from './WhySheet.tsx'

type Standing = paths['/api/site/posts/{id}/standing']['patch']['requestBody']['content']['application/json']
type Then = 'history' | 'report' | 'remove' | 'hide' | 'close' | 'move'

export default function MoreSheet({ post, close }: { post: PostPage; close: () => void }) {
  const t = useT()
  const tell = useToast()
  const client = useQueryClient()
  const navigate = useNavigate()
  const { follow } = usePostActs(post.id)
  const [then, setThen] = useState<Then>()
  const change = useMutation({
    mutationFn: (standing: Standing) =>
      ask(
        api.PATCH('/api/site/posts/{id}/standing', {
          params: { path: { id: post.id } },
          body: standing,
        }),
      ),
    onSuccess: async () => {
      tell(t(words.done))
      await client.invalidateQueries({ queryKey: ['posts'] })
      close()
    },
    onError: (error) => tell(error.message, 'bad'),
  })
  if (then === 'history') return <HistorySheet id={post.id} close={close} />
  if (then === 'report') return <ReportSheet postId={post.id} close={close} />
  if (then === 'move') return <MoveSheet post={post} close={close} />
  if (then === 'close')
    return (
      <WhySheet
        title={t(words.close)}
        label={t(words.closeWhy)}
        act={t(words.close)}
        most={200}
        close={close}
        send={(closedBecause) => change.mutateAsync({ closed: true, closedBecause })}
      />
    )
  if (then === 'remove' || then === 'hide') {
    const own = post.can.edit && then === 'remove'
    return (
      <WhySheet
        title={then === 'hide' ? t(words.hide) : t(words.removeTitle)}
        about={then === 'remove' ? t(words.removeAbout) : undefined}
        label={t(words.why)}
        act={t(then === 'hide' ? words.hide : words.remove)}
        required={!own}
        asks={!own}
        danger
        close={close}
        send={(reason) => change.mutateAsync({ state: then === 'hide' ? 'hidden' : 'removed', reason })}
      />
    )
  }
  const published = post.state === 'published'
  const { edit, moderate, report } = post.can
  return (
    <Sheet open close={close} title={t(edit || moderate ? words.manage : words.more)}>
      <ul className="-mx-2">
        {!edit && published ? (
          <SheetRow
            icon={<Bell size={20} aria-hidden />}
            act={() => {
              follow.mutate(post.follow !== 'following')
              tell(t(post.follow === 'following' ? words.unfollowed : words.followed))
              close()
            }}
          >
            {t(post.follow === 'following' ? words.unfollowed : words.follow)}
          </SheetRow>
        ) : null}
        {edit ? (
          <SheetRow
            icon={<Pencil size={20} aria-hidden />}
            act={() => void navigate({ href: `/posts/${post.id}/edit` })}
          >
            {t(words.edit)}
          </SheetRow>
        ) : null}
        {(edit || moderate) && post.version > 1 ? (
          <SheetRow icon={<History size={20} aria-hidden />} act={() => setThen('history')}>
            {t(words.history)}
          </SheetRow>
        ) : null}
        {moderate && post.state === 'pending' ? (
          <SheetRow
            icon={<CircleCheck size={20} aria-hidden />}
            act={() => change.mutate({ state: 'published', reason: '' })}
          >
            {t(words.approve)}
          </SheetRow>
        ) : null}
        {moderate && published ? <Arranging post={post} change={(to) => change.mutate(to)} /> : null}
        {(edit || moderate) && published ? (
          post.closed ? (
            <SheetRow
              icon={<RotateCcw size={20} aria-hidden />}
              act={() => change.mutate({ closed: false, reason: '' })}
            >
              {t(words.reopen)}
            </SheetRow>
          ) : (
            <SheetRow icon={<CircleCheck size={20} aria-hidden />} act={() => setThen('close')}>
              {t(words.close)}
            </SheetRow>
          )
        ) : null}
        {moderate && published ? (
          <>
            <SheetRow icon={<Folder size={20} aria-hidden />} act={() => setThen('move')}>
              {t(words.move)}
            </SheetRow>
            <SheetRow icon={<EyeOff size={20} aria-hidden />} act={() => setThen('hide')}>
              {t(words.hide)}
            </SheetRow>
          </>
        ) : null}
        {(moderate || edit) && (post.state === 'hidden' || post.state === 'removed') ? (
          <SheetRow
            icon={<RotateCcw size={20} aria-hidden />}
            act={() => change.mutate({ state: 'published', reason: '' })}
          >
            {t(words.restore)}
          </SheetRow>
        ) : null}
        {report ? (
          <SheetRow icon={<Flag size={20} aria-hidden />} act={() => setThen('report')}>
            {t(words.report)}
          </SheetRow>
        ) : null}
        {(edit || moderate) && post.state !== 'removed' ? (
          <SheetRow icon={<Trash2 size={20} aria-hidden />} danger act={() => setThen('remove')}>
            {t(words.remove)}
          </SheetRow>
        ) : null}
      </ul>
    </Sheet>
  )
}

function Arranging({ post, change }: { post: PostPage; change: (to: Standing) => void }) {
  const t = useT()
  const pin = <Pin size={20} aria-hidden />
  return (
    <>
      {post.pinned ? (
        <SheetRow icon={pin} act={() => change({ pinned: null, reason: '' })}>
          {t(words.unpin)}
        </SheetRow>
      ) : (
        <>
          <SheetRow icon={pin} act={() => change({ pinned: 'board', reason: '' })}>
            {t(words.pinBoard)}
          </SheetRow>
          <SheetRow icon={pin} act={() => change({ pinned: 'group', reason: '' })}>
            {t(words.pinGroup)}
          </SheetRow>
        </>
      )}
      <SheetRow
        icon={<BadgeCheck size={20} aria-hidden />}
        act={() => change({ featured: !post.featured, reason: '' })}
      >
        {t(post.featured ? words.unfeature : words.feature)}
      </SheetRow>
      <SheetRow
        icon={post.locked ? <LockOpen size={20} aria-hidden /> : <Lock size={20} aria-hidden />}
        act={() => change({ locked: !post.locked, reason: '' })}
      >
        {t(post.locked ? words.unlock : words.lock)}
      </SheetRow>
    </>
  )
}

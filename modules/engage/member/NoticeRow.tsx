/** One notice: who, what, when, and why one is told. The whole row opens it. */
import { useRouter } from '@tanstack/react-router'
import AtSign from 'lucide-react/icons/at-sign'
import Bell from 'lucide-react/icons/bell'
import Ellipsis from 'lucide-react/icons/ellipsis'
import Heart from 'lucide-react/icons/heart'
import Reply from 'lucide-react/icons/reply'
import Rss from 'lucide-react/icons/rss'
import type { MouseEvent } from 'react'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { Avatar } from '#ui/member/Avatar.tsx'
import { inboxWords as words } from './inbox.words.ts'
import type { Notice } from './notices.queries.ts'

const signs = {
  reply: { Icon: Reply, look: 'bg-sky-soft text-sky-text' },
  mention: { Icon: AtSign, look: 'bg-plum-soft text-plum' },
  like: { Icon: Heart, look: 'bg-persimmon-soft text-persimmon-text' },
  follow: { Icon: Rss, look: 'bg-wheat-soft text-wheat-text' },
  system: { Icon: Bell, look: 'bg-pine-soft text-pine' },
} as const

export function NoticeRow({
  notice,
  open,
  act,
}: {
  notice: Notice
  /** It is about to be opened: it is read. */
  open: () => void
  act: () => void
}) {
  const t = useT()
  const format = useFormat()
  const router = useRouter()
  function follow(event: MouseEvent) {
    open()
    // A new tab, or whatever else the browser makes of it, is the browser's.
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return
    event.preventDefault()
    router.history.push(notice.path)
  }
  return (
    <li
      className={`flex items-start ${notice.read ? 'hover:bg-soft' : 'bg-pine-soft/35 hover:bg-pine-soft/60'}`}
    >
      <a
        href={notice.path}
        onClick={follow}
        className="flex min-w-0 flex-1 items-start gap-3 self-stretch py-3.5 pl-4"
      >
        <Sign notice={notice} />
        <span className="min-w-0 flex-1">
          <span className="block text-[15px] leading-[23px]">
            {notice.read ? null : <span className="sr-only">{t(words.unread)}：</span>}
            <Named text={notice.text} named={notice.named} />
          </span>
          {notice.quote ? (
            <span className="mt-1 line-clamp-2 border-l-2 border-line pl-2.5 text-[14px] leading-[22px] text-muted">
              {notice.quote}
            </span>
          ) : null}
          <span className="mt-1 block text-[13px] leading-5 text-muted">
            <time dateTime={notice.at}>{format.ago(notice.at)}</time>
            {' · '}
            {notice.because}
          </span>
        </span>
        <span className="grid w-2.5 shrink-0 place-items-center self-stretch">
          {notice.read ? null : <span className="size-2.5 rounded-full bg-persimmon" />}
        </span>
      </a>
      <button
        type="button"
        aria-label={t(words.actions)}
        onClick={act}
        className="m-1 grid size-11 shrink-0 place-items-center rounded-full text-muted hover:text-ink"
      >
        <Ellipsis size={20} aria-hidden />
      </button>
    </li>
  )
}

/** A face with what happened in its corner; without a face only that. */
function Sign({ notice }: { notice: Notice }) {
  const { Icon, look } = signs[notice.tab]
  const [actor] = notice.actors
  if (!actor)
    return (
      <span className={`grid size-10 shrink-0 place-items-center rounded-full ${look}`}>
        <Icon size={20} aria-hidden />
      </span>
    )
  return (
    <span className="relative shrink-0">
      <Avatar name={actor.name} src={actor.avatarUrl} tintKey={actor.token} size={40} />
      <span
        className={`absolute -right-1 -bottom-1 grid size-[20px] place-items-center rounded-full border-2 border-card ${look}`}
      >
        <Icon size={11} strokeWidth={2.4} aria-hidden />
      </span>
    </span>
  )
}

/** The names stand out, wherever in the sentence they are. */
function Named({ text, named }: { text: string; named: string }) {
  const at = named ? text.indexOf(named) : -1
  if (at < 0) return text
  return (
    <>
      {text.slice(0, at)}
      <b className="font-semibold">{named}</b>
      {text.slice(at + named.length)}
    </>
  )
}

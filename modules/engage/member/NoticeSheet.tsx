/** What one can do with a notice, and why it came. */
import Archive from 'lucide-react/icons/archive'
import ArchiveRestore from 'lucide-react/icons/archive-restore'
import BellOff from 'lucide-react/icons/bell-off'
import Trash2 from 'lucide-react/icons/trash-2'
import type { ReactNode } from 'react'
import { useT } from '#ui/locale/locale.tsx'
import { Sheet } from '#ui/member/Sheet.tsx'
import { useToast } from '#ui/member/Toast.tsx'
import { inboxWords as words } from './inbox.words.ts'
import type { Notice } from './notices.queries.ts'
import type { useInbox } from './useInbox.ts'

export default function NoticeSheet({
  notice,
  always,
  inbox,
  close,
}: {
  notice: Notice
  /** Its kind cannot be switched off. */
  always: boolean
  inbox: ReturnType<typeof useInbox>
  close: () => void
}) {
  const t = useT()
  const tell = useToast()
  const done = (text: string) => {
    tell(text)
    close()
  }
  return (
    <Sheet open close={close} title={notice.label} about={notice.because}>
      <ul className="-mx-2 pb-1">
        <Act
          icon={
            notice.archived ? <ArchiveRestore size={20} aria-hidden /> : <Archive size={20} aria-hidden />
          }
          label={t(notice.archived ? words.unarchive : words.archive)}
          act={() => {
            inbox.archive.mutate({ notice, archived: !notice.archived })
            done(t(notice.archived ? words.unarchive : words.archivedNow))
          }}
        />
        {always ? null : (
          <Act
            icon={<BellOff size={20} aria-hidden />}
            label={t(words.lessOf, { kind: notice.label })}
            act={() =>
              inbox.stop.mutate(notice, { onSuccess: () => done(t(words.lessDone, { kind: notice.label })) })
            }
          />
        )}
        <Act
          icon={<Trash2 size={20} aria-hidden />}
          label={t(words.remove)}
          look="text-bad-text"
          act={() => {
            inbox.remove.mutate(notice)
            done(t(words.removed))
          }}
        />
      </ul>
      {always ? <p className="text-[13px] leading-5 text-muted">{t(words.alwaysNote)}</p> : null}
    </Sheet>
  )
}

function Act({
  icon,
  label,
  look = '',
  act,
}: {
  icon: ReactNode
  label: string
  look?: string
  act: () => void
}) {
  return (
    <li>
      <button
        type="button"
        onClick={act}
        className={`flex min-h-12 w-full items-center gap-3 rounded-[10px] px-2 text-left text-[15px] hover:bg-soft ${look}`}
      >
        {icon}
        {label}
      </button>
    </li>
  )
}

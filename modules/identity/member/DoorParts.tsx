/** Pieces that every door shares: its heading, the line between two ways in, a note after sending. */
import MailCheck from 'lucide-react/icons/mail-check'
import type { ReactNode } from 'react'
import { useT } from '#ui/locale/locale.tsx'
import { door } from './door.messages.ts'

export function DoorHead({ title, about }: { title: string; about?: ReactNode }) {
  return (
    <div className="pb-5">
      <h1 tabIndex={-1} className="text-[24px] leading-9 font-semibold">
        {title}
      </h1>
      {about ? <p className="text-[15px] leading-6 text-muted">{about}</p> : null}
    </div>
  )
}

export function Or() {
  const t = useT()
  return (
    <p className="flex items-center gap-3 py-4 text-[13px] leading-5 text-muted before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
      {t(door.or)}
    </p>
  )
}

/** "Look in your mail": after a link was sent. */
export function MailSent({ title, body, children }: { title: string; body: string; children?: ReactNode }) {
  const t = useT()
  return (
    <div>
      <span className="mb-4 grid size-14 place-items-center rounded-full bg-pine-soft text-pine">
        <MailCheck size={26} aria-hidden />
      </span>
      <DoorHead title={title} />
      <p className="-mt-4 text-[16px] leading-[26px]">{body}</p>
      <p className="mt-3 text-[14px] leading-[22px] text-muted">{t(door.linkSentHelp)}</p>
      <div className="mt-5 grid gap-2.5">{children}</div>
    </div>
  )
}

export const textLink = 'font-medium text-pine underline-offset-4 hover:underline'

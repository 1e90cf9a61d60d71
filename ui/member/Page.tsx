/** The top of a screen: its heading (which takes the focus after a navigation) and the way back. */
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useT } from '../locale/locale.tsx'
import { Glyph } from './Glyph.tsx'
import { later } from './later.messages.ts'

export function PageHead({
  title,
  about,
  back,
  action,
}: {
  title: string
  about?: ReactNode
  back?: string
  action?: ReactNode
}) {
  const t = useT()
  return (
    <header className="flex items-center gap-1 pb-3">
      {back ? (
        <Link
          to={back}
          aria-label={t(later.back)}
          className="-ml-2.5 grid size-11 shrink-0 place-items-center rounded-[10px] hover:bg-soft md:hidden"
        >
          <Glyph name="left" size={23} />
        </Link>
      ) : null}
      <div className="min-w-0 flex-1">
        <h1 tabIndex={-1} className="text-[19px] leading-7 font-semibold">
          {title}
        </h1>
        {about ? <p className="text-[14px] leading-[22px] text-muted">{about}</p> : null}
      </div>
      {action}
    </header>
  )
}

/** A door to somewhere: a line with an icon, a value and a chevron. Use inside `Rows`. */
export function Row({
  to,
  icon,
  label,
  value,
  note,
}: {
  to: string
  icon?: ReactNode
  label: string
  value?: ReactNode
  note?: ReactNode
}) {
  return (
    <li>
      <Link to={to} className="flex min-h-[52px] items-center gap-3 px-4 py-2 hover:bg-soft">
        {icon ? <span className="text-muted">{icon}</span> : null}
        <span className="min-w-0 flex-1 text-[15px] leading-6">
          {label}
          {note ? <span className="block text-[13px] leading-5 text-muted">{note}</span> : null}
        </span>
        {value ? <span className="shrink-0 text-[14px] text-muted">{value}</span> : null}
        <Glyph name="right" size={18} className="text-muted" />
      </Link>
    </li>
  )
}

export function Rows({ children, label }: { children: ReactNode; label?: string }) {
  return (
    <ul
      aria-label={label}
      className="divide-y divide-line-soft overflow-hidden rounded-card border border-line bg-card"
    >
      {children}
    </ul>
  )
}

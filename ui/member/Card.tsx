/** Hairline cards; a section of a page with its own heading. */
import type { ReactNode } from 'react'

export function Card({
  title,
  aside,
  children,
  className = '',
  flush = false,
  id,
}: {
  title?: ReactNode
  /** Right of the title: a count, a link. */
  aside?: ReactNode
  children: ReactNode
  className?: string
  /** No padding: the content draws to the edge. */
  flush?: boolean
  id?: string
}) {
  return (
    <section
      id={id}
      className={`rounded-card border border-line bg-card ${flush ? 'overflow-hidden' : 'px-4 py-3.5'} ${className}`}
    >
      {title ? (
        <h2
          className={`flex items-center justify-between gap-3 text-[16px] leading-6 font-semibold ${flush ? 'px-4 pt-3.5' : ''}`}
        >
          <span>{title}</span>
          {aside ? <span className="text-[14px] font-normal text-muted">{aside}</span> : null}
        </h2>
      ) : null}
      {children}
    </section>
  )
}

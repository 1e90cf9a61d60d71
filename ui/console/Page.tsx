/** The frame of a screen: its title as a sentence, what it is, and its one main act. */
import type { ReactNode } from 'react'
import './page.css'

interface PageProps {
  readonly title: ReactNode
  readonly lead?: ReactNode
  readonly actions?: ReactNode
  readonly above?: ReactNode
  /** `reading`: forms and settings, kept narrow enough to read. */
  readonly width?: 'full' | 'reading'
  readonly children: ReactNode
}

export function Page({ title, lead, actions, above, width = 'full', children }: PageProps) {
  return (
    <div className={`page ${width}`}>
      {above}
      <header className="page-head">
        <div>
          <h1>{title}</h1>
          {lead && <p className="page-lead">{lead}</p>}
        </div>
        {actions && <div className="page-actions">{actions}</div>}
      </header>
      {children}
    </div>
  )
}

interface CardProps {
  readonly title?: ReactNode
  readonly note?: ReactNode
  readonly extra?: ReactNode
  readonly flush?: boolean
  readonly children: ReactNode
  readonly className?: string
}

/** A hairline card. `flush` lets a table or list reach its edges. */
export function Card({ title, note, extra, flush, children, className = '' }: CardProps) {
  return (
    <section className={`card ${flush ? 'flush' : ''} ${className}`}>
      {(title || extra) && (
        <header className="card-head">
          <div>
            {title && <h2>{title}</h2>}
            {note && <p className="card-note">{note}</p>}
          </div>
          {extra}
        </header>
      )}
      {children}
    </section>
  )
}

/** A coloured word: what something is, never only by colour. */
export function Tag({ tone = 'plain', children }: { tone?: Tone; children: ReactNode }) {
  return <span className={`tag tag-${tone}`}>{children}</span>
}
export type Tone = 'plain' | 'pine' | 'wheat' | 'sky' | 'plum' | 'bad' | 'persimmon'

/** A traffic light that differs by shape: circle good, triangle warning, square bad. */
export function Light({ state, children }: { state: 'good' | 'warn' | 'bad' | 'off'; children: ReactNode }) {
  return (
    <span className="light">
      <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true" className={`light-${state}`}>
        {state === 'good' && <circle cx="7" cy="7" r="5" />}
        {state === 'warn' && <path d="M7 1.8 12.8 12H1.200z" />}
        {state === 'bad' && <rect x="2" y="2" width="10" height="10" rx="2" />}
        {state === 'off' && <circle cx="7" cy="7" r="4.2" />}
      </svg>
      <span>{children}</span>
    </span>
  )
}

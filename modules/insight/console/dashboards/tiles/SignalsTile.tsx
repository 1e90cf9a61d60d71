/** What waits: open signals, the latest first. */
import { Link } from '@tanstack/react-router'
import { Light } from '#ui/console/Page.tsx'
import { Empty } from '#ui/console/states.tsx'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import type { Signal } from '../../alerts/alerts.queries.ts'
import { dashboardWords as words } from '../dashboards.words.ts'

interface Answer {
  readonly items: readonly Signal[]
  readonly more: boolean
  readonly open: number | null
}

export function SignalsTile({ answer }: { answer: unknown }) {
  const t = useT()
  const format = useFormat()
  const { items, more, open } = answer as Answer
  const count = open ?? items.length
  return (
    <section className="card tile-signals-card">
      <header className="card-head">
        <h2>{count > 0 ? t(words.signalsOpen, { count }) : t(words.signalsNone)}</h2>
        <Link className="link small nowrap" to="/plan/alerts">
          {t(words.signalsAll)}
        </Link>
      </header>
      {items.length === 0 ? (
        <Empty icon="check" title={t(words.signalsNoneHint)} />
      ) : (
        <ul>
          {items.map(({ id, title, note, raisedAt }) => (
            <li key={id}>
              <Link to="/plan/signals/$id" params={{ id }}>
                <Light state="warn">{title}</Light>
              </Link>
              <small className="muted">
                {note} · {format.ago(raisedAt)}
              </small>
            </li>
          ))}
        </ul>
      )}
      {more && items.length > 0 && (
        <Link className="link small" to="/plan/alerts">
          {t(words.signalsAll)}
        </Link>
      )}
    </section>
  )
}

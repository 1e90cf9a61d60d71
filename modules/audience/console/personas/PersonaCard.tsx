import { Link } from '@tanstack/react-router'
import { Spark } from '#ui/console/chart/Spark.tsx'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { PersonaMark } from './PersonaMark.tsx'
import type { Persona } from './personas.queries.ts'
import { personaWords } from './personas.words.ts'

/** A persona at a glance: who it is, how many, and which way it goes. */
export function PersonaCard({ persona }: { persona: Persona }) {
  const t = useT()
  const format = useFormat()
  const last = persona.sizes.at(-1)
  const first = persona.sizes[0]
  return (
    <Link to="/members/personas/$id" params={{ id: persona.id }} className="card persona-card">
      <header>
        <PersonaMark tone={persona.tone} />
        <span>
          <b>{persona.name}</b>
          <small>{persona.tagline}</small>
        </span>
      </header>
      <p className="persona-says small">{persona.says}</p>
      {persona.failure ? (
        <p className="small bad">{t(personaWords.failed, { reason: persona.failure })}</p>
      ) : last ? (
        <footer>
          <span>
            <b className="persona-count">{format.number(last.members)}</b>
            <span className="small muted">
              {t(personaWords.share, { share: format.percent(last.ofAll ? last.members / last.ofAll : 0) })}
            </span>
          </span>
          {first && first !== last && (
            <span className="persona-trend small muted">
              <Spark values={persona.sizes.map((size) => size.members)} colour={`var(--${persona.tone})`} />
              {t(personaWords.trend, {
                days: persona.sizes.length - 1,
                change: format.signed(last.members - first.members),
              })}
            </span>
          )}
          <i className="persona-bar" aria-hidden="true">
            <i
              style={{
                width: `${last.ofAll ? Math.max(1, (100 * last.members) / last.ofAll) : 0}%`,
                background: `var(--${persona.tone})`,
              }}
            />
          </i>
        </footer>
      ) : (
        <p className="small muted">{t(personaWords.counting)}</p>
      )}
    </Link>
  )
}

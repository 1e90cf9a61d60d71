import { Tag } from '#ui/console/Page.tsx'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import type { Visit } from './care.queries.ts'
import { careWords, purposeWords } from './care.words.ts'

/** What was said, newest first. */
export function Visits({ visits }: { visits: readonly Visit[] }) {
  const t = useT()
  const format = useFormat()
  if (visits.length === 0) return <p className="muted small">{t(careWords.noVisits)}</p>
  return (
    <ol className="care-visits">
      {visits.map((visit) => (
        <li key={visit.id}>
          <p className="care-visit-head small">
            <b>{format.date(`${visit.visitedOn}T12:00:00Z`)}</b>
            <span className="muted">
              {[t(purposeWords[visit.purpose]), t(careWords[visit.way]), visit.by]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </p>
          <p>{visit.summary}</p>
          {visit.found && (
            <p className="small">
              <Tag tone="wheat">{t(careWords.found)}</Tag> {visit.found}
            </p>
          )}
          {visit.given && (
            <p className="small">
              <Tag tone="pine">{t(careWords.given)}</Tag> {visit.given}
            </p>
          )}
        </li>
      ))}
    </ol>
  )
}

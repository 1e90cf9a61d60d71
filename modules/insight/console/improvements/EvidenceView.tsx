/** What was found, as it was then. */
import { Link } from '@tanstack/react-router'
import { Spark } from '#ui/console/chart/Spark.tsx'
import { useT } from '#ui/locale/locale.tsx'
import type { Finding } from './improvements.queries.ts'
import { improvementWords as words } from './improvements.words.ts'

export function EvidenceView({ evidence: { says, note, path, series } }: Pick<Finding, 'evidence'>) {
  const t = useT()
  const [to, search] = (path ?? '').split('?')
  return (
    <div className="improvement-evidence">
      <p>{says}</p>
      <small className="muted">{note}</small>
      <Spark
        values={series.flatMap(({ value }) => value ?? [])}
        width={260}
        height={44}
        colour="var(--pine)"
      />
      {to && (
        <Link
          className="link small"
          to={to}
          search={(search ? Object.fromEntries(new URLSearchParams(search)) : {}) as never}
        >
          {t(words.openSource)}
        </Link>
      )}
    </div>
  )
}

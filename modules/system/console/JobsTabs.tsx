import { Link } from '@tanstack/react-router'
import { useT } from '#ui/locale/locale.tsx'
import { systemWords } from './system.words.ts'

const tabs = [
  ['/settings/jobs', systemWords.jobsTab],
  ['/settings/jobs/dead-letters', systemWords.deadLetters],
  ['/settings/jobs/schedule', systemWords.schedule],
] as const

/** The three sides of background work. */
export function JobsTabs() {
  const t = useT()
  return (
    <nav className="views" aria-label={t(systemWords.jobs)}>
      {tabs.map(([path, label]) => (
        <Link key={path} to={path} className="view" activeOptions={{ exact: true, includeSearch: false }}>
          {t(label)}
        </Link>
      ))}
    </nav>
  )
}

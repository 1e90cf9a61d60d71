import { Link } from '@tanstack/react-router'
import { useMay } from '#ui/console/session.ts'
import { useT } from '#ui/locale/locale.tsx'
import { taskWords } from './tasks.words.ts'
import '#ui/console/list/list.css'

export const taskTabs = ['mine', 'all', 'nobody', 'done'] as const
export type TaskTab = (typeof taskTabs)[number]

const names = {
  mine: taskWords.tabMine,
  all: taskWords.tabAll,
  nobody: taskWords.tabNobody,
  done: taskWords.tabDone,
}

/** The sides of the team's work. */
export function TaskTabs({ on }: { on: TaskTab | 'workload' }) {
  const t = useT()
  const may = useMay()
  const shown = may('tasks.read') ? taskTabs : (['mine', 'done'] as const)
  return (
    <nav className="views" aria-label={t(taskWords.title)}>
      {shown.map((tab) => (
        <Link
          key={tab}
          to="/tasks"
          search={tab === 'mine' ? {} : { tab }}
          className={`view ${tab === on ? 'on' : ''}`}
          aria-current={tab === on ? 'page' : undefined}
        >
          {t(names[tab])}
        </Link>
      ))}
      {may('tasks.read') && (
        <Link
          to="/tasks/workload"
          className={`view ${on === 'workload' ? 'on' : ''}`}
          aria-current={on === 'workload' ? 'page' : undefined}
        >
          {t(taskWords.tabLoad)}
        </Link>
      )}
    </nav>
  )
}

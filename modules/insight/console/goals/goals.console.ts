import { defineConsole } from '#ui/console/define.ts'
import { goalWords as words } from './goals.words.ts'

const permission = 'insight.read'

export const goalsConsole = defineConsole({
  nav: [{ area: 'plan', path: '/plan/goals', label: words.nav, order: 10, permission }],
  routes: [
    { path: '/plan/goals', title: words.title, permission, load: () => import('./GoalsScreen.tsx') },
    {
      path: '/plan/goals/new',
      title: words.newTitle,
      permission: 'insight.edit',
      load: () => import('./NewGoalScreen.tsx'),
    },
    { path: '/plan/goals/$id', title: words.title, permission, load: () => import('./GoalScreen.tsx') },
  ],
  commands: [
    {
      name: words.set,
      icon: 'flag',
      words: 'goal target mubiao 目标 OKR KPI',
      permission: 'insight.edit',
      run: ({ go }) => go('/plan/goals/new'),
    },
  ],
  today: [{ place: 'side', order: 5, permission, load: () => import('./TodayGoals.tsx') }],
})

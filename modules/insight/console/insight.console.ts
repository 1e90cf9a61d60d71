/** What the numbers say, on Today. */
import { defineConsole } from '#ui/console/define.ts'

export const insightConsole = defineConsole({
  today: [
    { place: 'main', order: 10, permission: 'insight.read', load: () => import('./WeeklyActives.tsx') },
    { place: 'main', order: 20, permission: 'insight.read', load: () => import('./RetentionMap.tsx') },
    { place: 'side', order: 10, permission: 'insight.read', load: () => import('./WeekFacts.tsx') },
  ],
})

/** Who looks at analyses in stories: somebody who may see figures and keep lists. */
import { ownerSession } from '#ui/console/story/world.ts'

export const analystSession = {
  ...ownerSession,
  operator: {
    ...ownerSession.operator!,
    permissions: [
      ...ownerSession.operator!.permissions,
      'insight.read',
      'insight.edit',
      'audience.read',
      'audience.edit',
    ],
  },
}

export const fresh = { freshTo: '2026-11-19T01:41:56Z', lagSeconds: 1 }

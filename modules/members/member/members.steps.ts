/** What a newcomer does once about his profile. */
import { defineSteps } from '#ui/member/declare.ts'
import { ownProfileQuery } from './members.queries.ts'
import { stepWords as titles } from './steps.messages.ts'

export const membersSteps = defineSteps([
  {
    name: 'profile',
    label: titles.stepProfile,
    action: titles.stepProfileAction,
    path: '/me/profile',
    order: 20,
    isDone: async (client) => {
      const { avatarUrl, bio } = await client.fetchQuery(ownProfileQuery)
      return avatarUrl !== null && bio !== ''
    },
  },
])

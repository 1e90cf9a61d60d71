/** What a newcomer does once about his account. */
import { defineSteps } from '#ui/member/declare.ts'
import { accountQuery, passkeysQuery } from './account.queries.ts'
import { consentsQuery } from './privacy.queries.ts'
import { stepWords as titles } from './steps.messages.ts'

export const identitySteps = defineSteps([
  {
    name: 'email',
    label: titles.stepEmail,
    action: titles.stepEmailAction,
    path: '/me/account',
    order: 10,
    isDone: async (client) => (await client.fetchQuery(accountQuery)).emailVerified,
  },
  {
    name: 'policies',
    label: titles.stepPolicies,
    action: titles.stepPoliciesAction,
    path: '/me/privacy',
    order: 15,
    isDone: async (client) => {
      const { items } = await client.fetchQuery(consentsQuery)
      return items.every(({ required, granted, outdated }) => !required || (granted && !outdated))
    },
  },
  {
    name: 'passkey',
    label: titles.stepPasskey,
    action: titles.stepPasskeyAction,
    path: '/me/security',
    order: 30,
    isDone: async (client) => (await client.fetchQuery(passkeysQuery)).items.length > 0,
  },
])

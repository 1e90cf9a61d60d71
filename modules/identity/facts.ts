/** What identity announces. Payloads hold ids and codes, never addresses, names or secrets. */
import { z } from 'zod'
import { type About, defineFact } from '#base/facts/fact.ts'
import { labels } from './facts.messages.ts'

const aboutAccount = ({ about }: { about: About }) => [['account', about.object?.id ?? '']]

export const accountCreated = defineFact({
  name: 'account.created',
  payload: z.object({
    accountId: z.string(),
    by: z.enum(['sign_up', 'provider', 'setup', 'invitation', 'operator']),
  }),
  label: labels.accountCreated,
  touches: () => [['accounts']],
})
export const accountVerified = defineFact({
  name: 'account.verified',
  payload: z.object({ accountId: z.string() }),
  label: labels.accountVerified,
  touches: aboutAccount,
})
export const accountChanged = defineFact({
  name: 'account.changed',
  payload: z.object({ accountId: z.string(), fields: z.array(z.string()) }),
  label: labels.accountChanged,
  touches: aboutAccount,
})
export const accountSignedIn = defineFact({
  name: 'account.signed_in',
  payload: z.object({ accountId: z.string(), sessionId: z.string(), method: z.string() }),
  label: labels.accountSignedIn,
  touches: aboutAccount,
})
export const accountSuspended = defineFact({
  name: 'account.suspended',
  payload: z.object({ accountId: z.string() }),
  label: labels.accountSuspended,
  touches: () => [['accounts'], ['operators']],
})
export const accountReinstated = defineFact({
  name: 'account.reinstated',
  payload: z.object({ accountId: z.string() }),
  label: labels.accountReinstated,
  touches: () => [['accounts'], ['operators']],
})
export const accountClosed = defineFact({
  name: 'account.closed',
  payload: z.object({ accountId: z.string() }),
  label: labels.accountClosed,
  touches: () => [['accounts'], ['operators']],
})
export const passwordChanged = defineFact({
  name: 'account.password_changed',
  payload: z.object({ accountId: z.string(), how: z.enum(['changed', 'reset', 'operator']) }),
  label: labels.passwordChanged,
  touches: aboutAccount,
})
export const secondFactorChanged = defineFact({
  name: 'account.second_factor_changed',
  payload: z.object({ accountId: z.string(), kind: z.enum(['totp', 'passkey']), on: z.boolean() }),
  label: labels.secondFactorChanged,
  touches: aboutAccount,
})
export const sessionRevoked = defineFact({
  name: 'session.revoked',
  payload: z.object({ accountId: z.string(), sessionId: z.string().nullable(), reason: z.string() }),
  label: labels.sessionRevoked,
  touches: aboutAccount,
})
export const operatorInvited = defineFact({
  name: 'operator.invited',
  payload: z.object({ invitationId: z.string(), role: z.string() }),
  label: labels.operatorInvited,
  touches: () => [['operators']],
})
export const operatorJoined = defineFact({
  name: 'operator.joined',
  payload: z.object({ accountId: z.string(), role: z.string() }),
  label: labels.operatorJoined,
  touches: () => [['operators']],
})
export const operatorRoleChanged = defineFact({
  name: 'operator.role_changed',
  payload: z.object({ accountId: z.string(), from: z.string(), to: z.string() }),
  label: labels.operatorRoleChanged,
  touches: () => [['operators']],
})
export const operatorRemoved = defineFact({
  name: 'operator.removed',
  payload: z.object({ accountId: z.string(), role: z.string() }),
  label: labels.operatorRemoved,
  touches: () => [['operators']],
})
export const roleChanged = defineFact({
  name: 'role.changed',
  payload: z.object({ roleId: z.string(), change: z.enum(['created', 'changed', 'removed']) }),
  label: labels.roleChanged,
  touches: () => [['roles']],
})
export const consentGiven = defineFact({
  name: 'consent.given',
  payload: z.object({ accountId: z.string(), purpose: z.string(), version: z.number() }),
  label: labels.consentGiven,
  touches: aboutAccount,
})
export const consentWithdrawn = defineFact({
  name: 'consent.withdrawn',
  payload: z.object({ accountId: z.string(), purpose: z.string(), version: z.number() }),
  label: labels.consentWithdrawn,
  touches: aboutAccount,
})
export const policyPublished = defineFact({
  name: 'policy.published',
  payload: z.object({ code: z.string(), version: z.number() }),
  label: labels.policyPublished,
  touches: () => [['policies']],
})
export const dataRequested = defineFact({
  name: 'data.requested',
  payload: z.object({ accountId: z.string(), requestId: z.string(), kind: z.string() }),
  label: labels.dataRequested,
  touches: () => [['data-requests']],
})
export const communityFounded = defineFact({
  name: 'community.founded',
  payload: z.object({ communityId: z.string(), ownerId: z.string(), start: z.enum(['empty', 'demo']) }),
  label: labels.communityFounded,
  touches: () => [['community']],
})
export const communityChanged = defineFact({
  name: 'community.changed',
  payload: z.object({ fields: z.array(z.string()) }),
  label: labels.communityChanged,
  touches: () => [['community'], ['session']],
})
export const securityChanged = defineFact({
  name: 'security.changed',
  payload: z.object({ fields: z.array(z.string()) }),
  label: labels.securityChanged,
  touches: () => [['security']],
})
export const apiKeyCreated = defineFact({
  name: 'api_key.created',
  payload: z.object({ keyId: z.string(), scopes: z.array(z.string()) }),
  label: labels.apiKeyCreated,
  touches: () => [['api-keys']],
})
export const apiKeyRevoked = defineFact({
  name: 'api_key.revoked',
  payload: z.object({ keyId: z.string() }),
  label: labels.apiKeyRevoked,
  touches: () => [['api-keys']],
})

export const identityFacts = [
  accountCreated,
  accountVerified,
  accountChanged,
  accountSignedIn,
  accountSuspended,
  accountReinstated,
  accountClosed,
  passwordChanged,
  secondFactorChanged,
  sessionRevoked,
  operatorInvited,
  operatorJoined,
  operatorRoleChanged,
  operatorRemoved,
  roleChanged,
  consentGiven,
  consentWithdrawn,
  policyPublished,
  dataRequested,
  communityFounded,
  communityChanged,
  securityChanged,
  apiKeyCreated,
  apiKeyRevoked,
]

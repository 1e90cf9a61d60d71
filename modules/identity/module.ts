/** Identity: accounts, sessions, ways to sign in, the team and its roles, API keys, consents, the audit log. */
import { defineModule, type Module } from '#base/module.ts'
import type { Parts } from '#base/parts.ts'
import { accountRoutes } from './accounts/account.routes.ts'
import { accountsRoutes } from './accounts/accounts.routes.ts'
import { auditRoutes } from './audit/audit.routes.ts'
import { communityRoutes } from './community/community.routes.ts'
import { consentsRoutes } from './consents/consents.routes.ts'
import { createEngine } from './engine/engine.ts'
import type { Identity } from './engine/identity.ts'
import type { IdentityOptions } from './engine/options.ts'
import { factorsRoutes } from './factors/factors.routes.ts'
import { identityFacts } from './facts.ts'
import { apiKeysRoutes } from './keys/api-keys.routes.ts'
import { operatorsRoutes } from './operators/operators.routes.ts'
import { rolesRoutes } from './operators/roles.routes.ts'
import { identityPermissions } from './permissions.ts'
import { identityPersonal } from './personal.ts'
import { callbackRoutes } from './sign-in/callback.routes.ts'
import { mailLinkJob } from './sign-in/links.ts'
import { sessionRoutes } from './sign-in/session.routes.ts'
import { identityUpkeep } from './upkeep.ts'
import { identityWork } from './work.ts'

export const identityModule = (parts: Parts, options: IdentityOptions): Module => {
  const identity: Identity = { parts, engine: createEngine(parts), options }
  const linkJob = mailLinkJob(identity)
  const upkeep = identityUpkeep(identity)
  return defineModule({
    name: 'identity',
    permissions: identityPermissions,
    routes: [
      ...sessionRoutes(identity, linkJob),
      ...callbackRoutes(identity),
      ...accountsRoutes(identity, linkJob),
      ...accountRoutes(identity),
      ...factorsRoutes(identity),
      ...consentsRoutes(identity),
      ...communityRoutes(identity),
      ...operatorsRoutes(identity),
      ...rolesRoutes(identity),
      ...apiKeysRoutes(identity),
      ...auditRoutes(identity),
    ],
    facts: identityFacts,
    jobs: [linkJob, upkeep.job],
    schedule: [upkeep.schedule],
    work: identityWork,
    personal: [identityPersonal],
  })
}

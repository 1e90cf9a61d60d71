/** The product: every module, lowest first. Adding a feature is one folder and one line here. */
import { httpModule } from '#base/http/module.ts'
import type { Module } from '#base/module.ts'
import type { Parts } from '#base/parts.ts'
import { filesModule } from '#modules/files/module.ts'
import type { IdentityOptions } from '#modules/identity/engine/options.ts'
import { identityModule } from '#modules/identity/module.ts'
import { type Authoriser, openAuthoriser } from '#modules/identity/sign-in/authoriser.ts'
import { insightModule } from '#modules/insight/module.ts'
import { mailboxModule } from '#modules/mailbox/module.ts'
import { findMemberIdOfAccount } from '#modules/members/api.ts'
import { membersModule } from '#modules/members/module.ts'
import type { FactLabels } from '#modules/members/people/timeline.ts'
import { systemModule } from '#modules/system/module.ts'
import { trackingModule } from '#modules/tracking/module.ts'

const list = (parts: Parts, identity: IdentityOptions, factLabels: FactLabels): readonly Module[] => [
  httpModule(),
  identityModule(parts, identity),
  membersModule(parts, factLabels),
  systemModule(parts),
  filesModule(parts),
  mailboxModule(parts),
  trackingModule(parts),
  insightModule(parts),
]

/** What lower modules are told of all: permissions and who is a member (identity), words of facts (members). */
function wire(parts: Parts) {
  const options: IdentityOptions = {
    permissions: () => permissions,
    memberOf: findMemberIdOfAccount,
  }
  const modules = list(parts, options, () => labels)
  const permissions = modules.flatMap((module) => module.permissions ?? [])
  const labels = new Map(
    modules.flatMap((module) => module.facts ?? []).map((fact) => [fact.name, fact.label] as const),
  )
  return { modules, options }
}

export const modules = (parts: Parts): readonly Module[] => wire(parts).modules

/** The modules of a serving process, with the authoriser that finds out who calls. */
export function product(parts: Parts): {
  readonly modules: readonly Module[]
  readonly authoriser: Authoriser
} {
  const { modules, options } = wire(parts)
  return { modules, authoriser: openAuthoriser(parts, options) }
}

/** The product: every module, lowest first. Adding a feature is one folder and one line here. */
import { type Declared, declaredBy } from '#base/declarations/declared.ts'
import { httpModule } from '#base/http/module.ts'
import type { Module } from '#base/module.ts'
import type { Parts } from '#base/parts.ts'
import { type Audience, openAudience } from '#modules/audience/api.ts'
import { audienceModule } from '#modules/audience/module.ts'
import { commerceModule } from '#modules/commerce/module.ts'
import { contentModule } from '#modules/content/module.ts'
import { engageModule } from '#modules/engage/module.ts'
import { filesModule } from '#modules/files/module.ts'
import { groupsModule } from '#modules/groups/module.ts'
import type { IdentityOptions } from '#modules/identity/engine/options.ts'
import { identityModule } from '#modules/identity/module.ts'
import { type Authoriser, openAuthoriser } from '#modules/identity/sign-in/authoriser.ts'
import { insightModule } from '#modules/insight/module.ts'
import { mailboxModule } from '#modules/mailbox/module.ts'
import { findMemberIdOfAccount } from '#modules/members/api.ts'
import { membersModule } from '#modules/members/module.ts'
import { searchModule } from '#modules/search/module.ts'
import { systemModule } from '#modules/system/module.ts'
import { workingTime } from '#modules/team/api.ts'
import { teamModule } from '#modules/team/module.ts'
import { trackingModule } from '#modules/tracking/module.ts'

const list = (
  parts: Parts,
  identity: IdentityOptions,
  declared: Declared,
  audience: Audience,
): readonly Module[] => [
  httpModule(),
  identityModule(parts, identity),
  membersModule(parts, declared),
  teamModule(parts, declared),
  systemModule(parts),
  filesModule(parts),
  mailboxModule(parts),
  trackingModule(parts),
  audienceModule(parts, audience),
  searchModule(parts, declared),
  groupsModule(parts, audience),
  commerceModule(parts),
  contentModule({ ...parts, audience, declared }),
  insightModule({ ...parts, audience, declared }),
  engageModule(parts, declared),
]

/** What lower modules are told of all: permissions and who is a member (identity), and what others declare. */
function wire(parts: Parts) {
  const options: IdentityOptions = {
    permissions: () => modules.flatMap((module) => module.permissions ?? []),
    memberOf: findMemberIdOfAccount,
    addWorkingDays: async (ctx, from, days) => (await workingTime(ctx)).addDays(from, days),
  }
  const declared = declaredBy(() => modules)
  const modules: readonly Module[] = list(parts, options, declared, openAudience(parts, declared))
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

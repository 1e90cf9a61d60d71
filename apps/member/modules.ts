/** The member site: what every module adds to it, lowest module first. Adding screens is one line here. */
import { commerceMember } from '#modules/commerce/member/commerce.member.ts'
import { contentMember } from '#modules/content/member/content.member.ts'
import { engageMember } from '#modules/engage/member/engage.member.ts'
import { groupsMember } from '#modules/groups/member/groups.member.ts'
import { identityMember } from '#modules/identity/member/identity.member.ts'
import { membersMember } from '#modules/members/member/members.member.ts'
import { searchMember } from '#modules/search/member/search.member.ts'
import { provideGroupParts } from '#ui/member/groupParts.tsx'
import { homeMember } from './home/home.member.ts'
import { meMember } from './me/me.member.ts'

const byOrder = (a: { order: number }, b: { order: number }) => a.order - b.order

const declarations = [
  identityMember,
  membersMember,
  searchMember,
  groupsMember,
  commerceMember,
  contentMember,
  engageMember,
  homeMember,
  meMember,
]

export const screens = declarations.flatMap((declaration) => declaration.screens)
export const tabs = declarations.flatMap((declaration) => declaration.tabs ?? []).sort(byOrder)

provideGroupParts(declarations.flatMap((declaration) => declaration.groupParts ?? []))

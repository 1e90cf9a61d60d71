/** The lines of Me, from every module; adding some is one line here. */
import { commerceMe } from '#modules/commerce/member/commerce.me.ts'
import { talkMe } from '#modules/content/member/talk/talk.me.ts'
import { trustMe } from '#modules/content/member/trust/trust.me.ts'
import { engageMe } from '#modules/engage/member/engage.me.ts'
import { identityMe } from '#modules/identity/member/identity.me.ts'
import { membersMe } from '#modules/members/member/members.me.ts'

export const meEntries = [
  ...identityMe,
  ...membersMe,
  ...commerceMe,
  ...engageMe,
  ...talkMe,
  ...trustMe,
].sort((a, b) => a.order - b.order)

/** The newcomer's steps, from every module; adding some is one line here. */
import { contentSteps } from '#modules/content/member/feed/content.steps.ts'
import { identitySteps } from '#modules/identity/member/identity.steps.ts'
import { membersSteps } from '#modules/members/member/members.steps.ts'

export const firstSteps = [...identitySteps, ...membersSteps, ...contentSteps].sort(
  (a, b) => a.order - b.order,
)

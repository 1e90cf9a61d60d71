import type { z } from 'zod'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { render } from '#base/i18n/messages.ts'
import { pictureUrl, presentBadge } from '../groups/present.ts'
import { presentPerson } from '../memberships/present.ts'
import { stepTitles } from './greetings.messages.ts'
import type { Greeting, Newcomer } from './greetings.ts'
import type { freshFellow, newcomerAnswer } from './shapes.ts'
import type { NewcomerStep } from './steps.ts'

export const titleOfStep = (ctx: Ctx, step: NewcomerStep): string =>
  step.title || render(stepTitles[step.kind], ctx.locale)

const dayMs = 86_400_000

export const presentNewcomer = (ctx: Ctx, row: Newcomer): z.input<typeof newcomerAnswer> => ({
  membershipId: row.membershipId,
  group: presentBadge(row.group),
  person: presentPerson(row),
  joinedAt: row.joinedAt.toISOString(),
  introduction: row.introduction,
  answeredAt: row.answeredAt?.toISOString() ?? null,
  overdue: row.answeredAt === null && ctx.now.getTime() - row.joinedAt.getTime() > dayMs,
  stepsDone: row.stepsDone,
  steps: row.steps,
})

export const presentFreshFellow = (
  row: Newcomer,
  greetings: readonly Greeting[],
  ownMemberId: Id,
): z.input<typeof freshFellow> => {
  const own = greetings.filter((each) => each.membershipId === row.membershipId)
  return {
    membershipId: row.membershipId,
    token: row.token,
    name: row.cardName || row.nickname,
    avatarUrl: pictureUrl(row.avatarToken),
    city: row.city,
    introduction: row.introduction,
    joinedAt: row.joinedAt.toISOString(),
    greetings: own.map(({ name, avatarToken, words }) => ({
      name,
      avatarUrl: pictureUrl(avatarToken),
      words,
    })),
    greetingCount: own[0]?.count ?? 0,
    greetedByYou: own[0]?.byAsker ?? false,
    isYou: row.memberId === ownMemberId,
  }
}

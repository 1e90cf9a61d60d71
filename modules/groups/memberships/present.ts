/** Memberships as operators and as members see them. */
import type { z } from 'zod'
import { may } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import type { personAnswer } from '../admission/shapes.ts'
import { pictureUrl, presentBadge, presentTier } from '../groups/present.ts'
import type { Membership, Person, StayOfMember } from './memberships.sql.ts'
import type { fellowAnswer, membershipAnswer, stayAnswer } from './shapes.ts'

export const presentPerson = (person: Person): z.input<typeof personAnswer> => ({
  memberId: person.memberId,
  token: person.token,
  nickname: person.nickname,
  avatarUrl: pictureUrl(person.avatarToken),
  city: person.city,
})

export function presentMembership(ctx: Ctx, row: Membership): z.input<typeof membershipAnswer> {
  const mayChange = row.leftAt === null && may(ctx.actor, 'groups.members')
  return {
    id: row.id,
    person: presentPerson(row),
    number: row.number,
    role: row.role,
    tier: row.tier && presentTier(ctx, row.tier),
    cardName: row.cardName,
    introduction: row.introduction,
    joinedAt: row.joinedAt.toISOString(),
    way: row.way,
    lastSeenAt: row.lastSeenAt?.toISOString() ?? null,
    answeredAt: row.answeredAt?.toISOString() ?? null,
    rulesVersion: row.rulesVersion,
    leftAt: row.leftAt?.toISOString() ?? null,
    leftHow: row.leftHow,
    leftReason: row.leftReason,
    leftBy: row.leftBy,
    can: { change: mayChange, remove: mayChange },
  }
}

export const presentStay = (ctx: Ctx, stay: StayOfMember): z.input<typeof stayAnswer> => ({
  ...stay,
  group: presentBadge(stay.group),
  tier: stay.tier && presentTier(ctx, stay.tier),
  joinedAt: stay.joinedAt.toISOString(),
  leftAt: stay.leftAt?.toISOString() ?? null,
})

export const presentFellow = (
  ctx: Ctx,
  row: Membership,
  ownMemberId: string,
): z.input<typeof fellowAnswer> => ({
  membershipId: row.id,
  token: row.token,
  name: row.cardName || row.nickname,
  avatarUrl: pictureUrl(row.avatarToken),
  city: row.city,
  role: row.role,
  tier: row.tier && presentTier(ctx, row.tier).name,
  number: row.number,
  introduction: row.introduction,
  joinedAt: row.joinedAt.toISOString(),
  isYou: row.memberId === ownMemberId,
})

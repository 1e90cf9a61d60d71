/** Groups as operators see them. */
import type { z } from 'zod'
import { may } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { addressOf } from '#base/files/files.ts'
import { render } from '#base/i18n/messages.ts'
import { tierLabels } from '../groups.messages.ts'
import type { Group, Tier } from './groups.sql.ts'
import type { groupAnswer, groupBadge, tierAnswer } from './shapes.ts'

export const pictureUrl = (token: string | null, size: 'small' | 'medium' | 'large' = 'small') =>
  token === null ? null : addressOf(token, size)

export const presentTier = (ctx: Ctx, tier: Tier): z.input<typeof tierAnswer> => ({
  id: tier.id,
  key: tier.key,
  name: tier.name || (tier.key in tierLabels ? render(tierLabels[tier.key as 'base'], ctx.locale) : tier.key),
  promise: tier.promise,
  rank: tier.rank,
})

export type Badge = Pick<Group, 'id' | 'slug' | 'name' | 'glyph' | 'colour' | 'pictureToken'>

export const presentBadge = (group: Badge): z.input<typeof groupBadge> => ({
  id: group.id,
  slug: group.slug,
  name: group.name,
  glyph: group.glyph,
  colour: group.colour,
  pictureUrl: pictureUrl(group.pictureToken),
})

export const presentGroup = (ctx: Ctx, group: Group): z.input<typeof groupAnswer> => ({
  ...presentBadge(group),
  summary: group.summary,
  coverUrl: pictureUrl(group.coverToken, 'large'),
  pictureFileId: group.pictureFileId,
  coverFileId: group.coverFileId,
  kind: group.kind,
  template: group.template,
  tier: presentTier(ctx, group.tier),
  forWhom: group.forWhom,
  situation: group.situation,
  coreValue: group.coreValue,
  valuePromise: group.valuePromise,
  connection: group.connection,
  brandScenario: group.brandScenario,
  industry: group.industry,
  city: group.city,
  interestTag: group.interestTag,
  visibility: group.visibility,
  capacity: group.capacity,
  memberCount: group.memberCount,
  waiting: group.waiting,
  toReview: group.toReview,
  rulesVersion: group.rulesVersion,
  ways: [...group.ways],
  createdAt: group.createdAt.toISOString(),
  archivedAt: group.archivedAt?.toISOString() ?? null,
  archiveReason: group.archiveReason,
  can: { edit: may(ctx.actor, 'groups.edit'), members: may(ctx.actor, 'groups.members') },
})

/** Members as JSON. What operators see, and what a member sees of himself. */
import { z } from 'zod'
import { type Actor, may } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import type { Parts } from '#base/parts.ts'
import type { Member } from './members.sql.ts'

export const memberAnswer = z.object({
  id: z.string(),
  token: z.string(),
  nickname: z.string(),
  avatarUrl: z.string().nullable(),
  city: z.string(),
  bio: z.string(),
  channel: z.string(),
  tags: z.array(z.string()),
  joinedAt: z.iso.datetime(),
  lastSeenAt: z.iso.datetime().nullable(),
  can: z.object({ tag: z.boolean(), edit: z.boolean(), export: z.boolean() }),
})

export const profileAnswer = memberAnswer.extend({
  source: z.object({
    channel: z.string().optional(),
    utm: z.record(z.string(), z.string()).optional(),
    referrer: z.string().optional(),
    landing: z.string().optional(),
    at: z.string().optional(),
  }),
  accountId: z.string().nullable(),
})

export const ownProfileAnswer = z.object({
  id: z.string(),
  token: z.string(),
  nickname: z.string(),
  avatarUrl: z.string().nullable(),
  city: z.string(),
  bio: z.string(),
  joinedAt: z.iso.datetime(),
  can: z.object({ edit: z.boolean() }),
})

const avatarUrl = async (ctx: Ctx, files: Parts['files'], member: Member) =>
  member.avatarFileId === null ? null : ((await files.url(ctx, member.avatarFileId, 'small')) ?? null)

export async function presentMember(
  ctx: Ctx,
  files: Parts['files'],
  member: Member,
): Promise<z.input<typeof memberAnswer>> {
  return {
    id: member.id,
    token: member.token,
    nickname: member.nickname,
    avatarUrl: await avatarUrl(ctx, files, member),
    city: member.city,
    bio: member.bio,
    channel: member.channel,
    tags: [...member.tags],
    joinedAt: member.joinedAt.toISOString(),
    lastSeenAt: member.lastSeenAt?.toISOString() ?? null,
    can: whatMay(ctx.actor),
  }
}

export const presentProfile = async (
  ctx: Ctx,
  files: Parts['files'],
  member: Member,
): Promise<z.input<typeof profileAnswer>> => ({
  ...(await presentMember(ctx, files, member)),
  source: { ...member.source, utm: member.source.utm ? { ...member.source.utm } : undefined },
  accountId: member.accountId,
})

export const presentOwnProfile = async (
  ctx: Ctx,
  files: Parts['files'],
  member: Member,
): Promise<z.input<typeof ownProfileAnswer>> => ({
  id: member.id,
  token: member.token,
  nickname: member.nickname,
  avatarUrl: await avatarUrl(ctx, files, member),
  city: member.city,
  bio: member.bio,
  joinedAt: member.joinedAt.toISOString(),
  can: { edit: true },
})

const whatMay = (actor: Actor) => ({
  tag: may(actor, 'members.edit'),
  edit: may(actor, 'members.edit'),
  export: may(actor, 'members.export'),
})

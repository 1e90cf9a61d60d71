/** How the community looks in JSON: a small card for everyone, everything for those who may change it. */
import { z } from 'zod'
import type { Ctx } from '#base/context.ts'
import type { Locale } from '#base/i18n/messages.ts'
import type { Identity } from '../engine/identity.ts'
import type { CommunityRow } from './community.ts'

const locale = z.enum(['zh-CN', 'en'])

export const communityCard = z.object({
  name: z.string(),
  slogan: z.string(),
  logoUrl: z.string().nullable(),
  timeZone: z.string(),
  locale,
  icp: z.string(),
  policeFiling: z.string(),
})

export const communityView = communityCard.extend({
  logoFileId: z.string().nullable(),
  foundedAt: z.string(),
  can: z.object({ change: z.boolean() }),
})

/** Before the setup the installation goes by the product's name. */
const unnamed = {
  name: '聚落',
  slogan: '',
  logoUrl: null,
  timeZone: 'Asia/Shanghai',
  locale: 'zh-CN' as const,
  icp: '',
  policeFiling: '',
}

export async function presentCard(
  { parts }: Identity,
  ctx: Ctx,
  row: CommunityRow | undefined,
): Promise<z.input<typeof communityCard>> {
  if (!row) return unnamed
  return {
    name: row.name,
    slogan: row.slogan,
    logoUrl: row.logo_file_id ? ((await parts.files.url(ctx, row.logo_file_id)) ?? null) : null,
    timeZone: row.time_zone,
    locale: row.locale as Locale,
    icp: row.icp,
    policeFiling: row.police_filing,
  }
}

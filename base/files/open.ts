/** Finding the bytes that an address names, for whoever may see them. */
import { type Actor, may } from '../access/actor.ts'
import type { Ctx } from '../context.ts'

export interface OpenedFile {
  readonly storageKey: string
  /** What is sent: the type of the variant. */
  readonly type: string
  readonly size: number
  readonly name: string
  readonly visibility: 'public' | 'private'
  /** True when the type was chosen by what the caller accepts. */
  readonly negotiated: boolean
  /** False for the frame of a film: its sender may choose another. */
  readonly fixed: boolean
}

/** Lets operators look at private files that members sent, though not at exports of others. */
export const readPrivateFiles = 'files.read_private'

/**
 * The variant to send, or undefined when there is none or the caller may not see it (which looks the
 * same from outside). `accept`: the caller's Accept header; AVIF goes to those who take it.
 */
export async function findVariantToSend(
  ctx: Ctx,
  token: string,
  variant: string | undefined,
  accept: string,
): Promise<OpenedFile | undefined> {
  const rows = await ctx.db
    .selectFrom('file')
    .innerJoin('file_variant', 'file_variant.file_id', 'file.id')
    .where('file.token', '=', token)
    .where('file.ready', '=', true)
    .where('file.removed_at', 'is', null)
    .select([
      'file.owner_id',
      'file.purpose',
      'file.visibility',
      'file.name',
      'file_variant.name as variant',
      'file_variant.type',
      'file_variant.storage_key',
      'file_variant.size',
    ])
    .execute()
  const body = rows.some((row) => row.variant === 'body')
  const wanted = rows.filter((row) => row.variant === (variant ?? (body ? 'body' : 'large')))
  const avif = /\bimage\/avif\b/.test(accept) ? wanted.find((row) => row.type === 'image/avif') : undefined
  const chosen = avif ?? wanted.find((row) => row.type !== 'image/avif')
  if (!chosen || !canSee(ctx.actor, chosen)) return undefined
  return {
    storageKey: chosen.storage_key,
    type: chosen.type,
    size: Number(chosen.size),
    name: chosen.name,
    visibility: chosen.visibility === 'public' ? 'public' : 'private',
    negotiated: wanted.length > 1,
    fixed: !body || chosen.variant === 'body',
  }
}

/** Public files: anyone who has the address. Private ones: their owner, and operators who may, exports excepted. */
export function canSee(
  actor: Actor,
  file: { readonly visibility: string; readonly owner_id: string | null; readonly purpose: string },
): boolean {
  if (file.visibility === 'public') return true
  if (actor.kind === 'account' && file.owner_id === actor.accountId) return !actor.suspended
  return may(actor, readPrivateFiles) && !/(^|\.)export$/.test(file.purpose)
}

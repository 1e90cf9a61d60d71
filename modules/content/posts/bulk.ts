/** The same act on many posts. */
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { Problem } from '#base/http/problem.ts'
import type { Locale } from '#base/i18n/messages.ts'
import { render } from '#base/i18n/messages.ts'
import type { BoardStanding } from '#modules/groups/api.ts'
import { accessPost } from '../access.ts'
import type { ContentParts } from '../parts.ts'
import { movePost } from './moving.ts'
import type { Standing } from './shapes.ts'
import { changeStanding } from './standing.ts'

export interface BulkResult {
  readonly done: number
  readonly refused: readonly { readonly id: Id; readonly because: string }[]
}

/**
 * Does it one after the other, by id, so that two such runs do not wait for each other crosswise. What one post
 * refuses does not hinder the rest, and is told.
 */
export async function actOnMany(
  ctx: Ctx,
  { audience }: Pick<ContentParts, 'audience'>,
  ids: readonly Id[],
  act: { readonly standing: Standing } | { readonly moveTo: BoardStanding; readonly reason: string },
): Promise<BulkResult> {
  const refused: { id: Id; because: string }[] = []
  const ordered = [...new Set(ids)].sort((a, b) => Number(BigInt(a) - BigInt(b)))
  for (const id of ordered)
    try {
      const post = await accessPost(ctx, audience, id)
      if ('standing' in act) await changeStanding(ctx, post, act.standing)
      else await movePost(ctx, id, act.moveTo, act.reason)
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      refused.push({ id, because: sentence(error, ctx.locale) })
    }
  return { done: ordered.length - refused.length, refused }
}

const sentence = ({ kind, options }: Problem, locale: Locale): string =>
  render(kind.message, locale, options.values)

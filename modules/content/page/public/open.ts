/** What everybody on the internet may list: boards of public groups that strangers see. */
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import type { Audience } from '#modules/audience/api.ts'
import { type BoardStanding, findBoardStandings } from '#modules/groups/api.ts'

/** The same context for nobody: sitemaps and feeds are one for all, whoever asks. */
export const asStranger = (ctx: Ctx): Ctx => ({ ...ctx, actor: { kind: 'anonymous' } })

export async function findOpenBoards(ctx: Ctx, audience: Audience): Promise<ReadonlyMap<Id, BoardStanding>> {
  const boards = await findBoardStandings(asStranger(ctx), audience)
  return new Map([...boards].filter(([, board]) => board.open && board.group.visibility === 'public'))
}

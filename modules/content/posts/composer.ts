/** What the composer offers: boards that one may post on, with their kinds, rules, templates and promises. */
import { sql } from 'kysely'
import type { z } from 'zod'
import { type Id, may } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import type { Document } from '#base/html/document.ts'
import type { Audience } from '#modules/audience/api.ts'
import { findBoardStandings } from '#modules/groups/api.ts'
import { type PostKind, postKinds } from '../shapes.ts'
import { takes } from './publish.ts'
import type { composerBoard } from './shapes.ts'

interface Arranged {
  readonly id: Id
  readonly kinds: readonly PostKind[]
  readonly answerMinutes: number | null
}
interface Template {
  readonly id: Id
  readonly boardId: Id | null
  readonly kind: PostKind
  readonly name: string
  readonly title: string
  readonly document: Document
}

/** In the order of groups and boards; four queries and one for each segment that a board asks for. */
export async function findComposerBoards(
  ctx: Ctx,
  audience: Audience,
): Promise<z.input<typeof composerBoard>[]> {
  const boards = [...(await findBoardStandings(ctx, audience)).values()].filter((board) =>
    board.may.has('post'),
  )
  if (boards.length === 0) return []
  const ids = boards.map((board) => board.id)
  const { rows: arranged } = await sql<Arranged>`
    select board_id as id, kinds, answer_minutes as "answerMinutes"
      from board_setting where board_id = any(${ids}::bigint[])`.execute(ctx.db)
  const { rows: templates } = await sql<Template>`
    select id, board_id as "boardId", kind, name, title, document
      from post_template where board_id is null or board_id = any(${ids}::bigint[])
     order by board_id nulls last, position, id limit 500`.execute(ctx.db)
  const settings = new Map(arranged.map((row) => [row.id, row]))
  return boards.map((board) => {
    const setting = settings.get(board.id)
    const host = board.hosts || may(ctx.actor, 'content.moderate')
    const kinds = postKinds.filter((kind) => takes(setting?.kinds ?? [], kind, host))
    const { slug, name, glyph, colour } = board.group
    return {
      id: board.id,
      name: board.name,
      summary: board.summary,
      rules: board.rules,
      group: { slug, name, glyph, colour },
      kinds,
      answerMinutes: setting?.answerMinutes ?? null,
      templates: templates
        .filter(({ boardId, kind }) => (boardId === null || boardId === board.id) && kinds.includes(kind))
        .map(({ document, ...template }) => ({ ...template, document: { ...document } })),
    }
  })
}

/** What boards offer those who write, and what they promise: templates, kinds, and the first answer. */
import { sql } from 'kysely'
import { describeActor, type Id } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import { announce } from '#base/facts/fact.ts'
import type { Document } from '#base/html/document.ts'
import { audit } from '#modules/identity/api.ts'
import { contentArranged } from '../facts.ts'
import { contentProblems } from '../problems.ts'
import type { PostKind } from '../shapes.ts'
import { postProblems } from './problems.ts'

export interface TemplateFields {
  /** For every board when null. */
  readonly boardId: Id | null
  readonly kind: PostKind
  readonly name: string
  readonly title: string
  readonly document: Document
}
export interface Template extends TemplateFields {
  readonly id: Id
  /** Name of the board; empty for every board. */
  readonly board: string
}

/** In the order in which they are offered; at most five hundred. */
export async function findTemplates(ctx: Ctx): Promise<Template[]> {
  const { rows } = await sql<Template>`
    select t.id, t.board_id as "boardId", coalesce(b.name, '') as board, t.kind, t.name, t.title, t.document
      from post_template t left join board b on b.id = t.board_id
     order by t.board_id nulls first, t.position, t.id limit 500`.execute(ctx.db)
  return rows
}

/** Adds one, or changes the one with this id. Throws `template_not_found`, `board_not_found`. */
export async function saveTemplate(ctx: Ctx, id: Id | undefined, fields: TemplateFields): Promise<Template> {
  return await transact(ctx, async (tx) => {
    await requireBoard(tx, fields.boardId)
    const { boardId, document, ...words } = fields
    const values = { ...words, board_id: boardId, document: JSON.stringify(document) }
    const saved = id
      ? await tx.db
          .updateTable('post_template')
          .set(values)
          .where('id', '=', id)
          .returning('id')
          .executeTakeFirst()
      : await tx.db
          .insertInto('post_template')
          .values({
            ...values,
            position: sql<number>`(select coalesce(max(position), 0) + 1 from post_template)`,
            created_at: tx.now,
            created_by: describeActor(tx.actor),
          })
          .returning('id')
          .executeTakeFirst()
    if (!saved) throw postProblems.templateNotFound()
    await announce(tx, contentArranged, { part: 'templates' })
    await audit(tx, 'content.template_saved', { kind: 'template', id: saved.id }, { name: fields.name })
    return (await findTemplates(tx)).find((each) => each.id === saved.id)!
  })
}

/** Throws `template_not_found`. */
export async function dropTemplate(ctx: Ctx, id: Id): Promise<void> {
  await transact(ctx, async (tx) => {
    const gone = await tx.db
      .deleteFrom('post_template')
      .where('id', '=', id)
      .returning('name')
      .executeTakeFirst()
    if (!gone) throw postProblems.templateNotFound()
    await announce(tx, contentArranged, { part: 'templates' })
    await audit(tx, 'content.template_dropped', { kind: 'template', id }, { name: gone.name })
  })
}

async function requireBoard(tx: Ctx, boardId: Id | null): Promise<void> {
  if (boardId === null) return
  const board = await tx.db
    .selectFrom('board')
    .select('id')
    .where('id', '=', boardId)
    .where('archived_at', 'is', null)
    .executeTakeFirst()
  if (!board) throw contentProblems.boardNotFound()
}

export interface ArrangedBoard {
  readonly id: Id
  readonly name: string
  readonly groupId: Id
  readonly group: string
  /** Empty: all that members may post. */
  readonly kinds: readonly PostKind[]
  readonly answerMinutes: number | null
  readonly posts: number
  readonly templates: number
}

/** Every board in use with what it asks and promises; at most a thousand. */
export async function findArrangedBoards(ctx: Ctx): Promise<ArrangedBoard[]> {
  const { rows } = await sql<ArrangedBoard>`
    select b.id, b.name, g.id as "groupId", g.name as "group", coalesce(s.kinds, '{}') as kinds,
           s.answer_minutes as "answerMinutes",
           (select count(*)::int from post p where p.board_id = b.id and p.state = 'published') as posts,
           (select count(*)::int from post_template t where t.board_id = b.id) as templates
      from board b join community_group g on g.id = b.group_id
      left join board_setting s on s.board_id = b.id
     where b.archived_at is null and g.archived_at is null
     order by g.id, b.position, b.id limit 1000`.execute(ctx.db)
  return rows
}

/** Throws `board_not_found`. */
export async function arrangeBoard(
  ctx: Ctx,
  boardId: Id,
  setting: { readonly kinds: readonly PostKind[]; readonly answerMinutes: number | null },
): Promise<ArrangedBoard> {
  return await transact(ctx, async (tx) => {
    await requireBoard(tx, boardId)
    const values = { kinds: [...setting.kinds], answer_minutes: setting.answerMinutes }
    await tx.db
      .insertInto('board_setting')
      .values({ board_id: boardId, ...values })
      .onConflict((conflict) => conflict.column('board_id').doUpdateSet(values))
      .execute()
    await announce(tx, contentArranged, { part: 'boards' })
    await audit(tx, 'content.board_arranged', { kind: 'board', id: boardId }, { ...setting })
    return (await findArrangedBoards(tx)).find((each) => each.id === boardId)!
  })
}

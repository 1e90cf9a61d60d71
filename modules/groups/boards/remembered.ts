/**
 * The boards in use and who may what on them, as this process remembers them. Every request of the site
 * asks for them, and they change a few times a month: what is remembered is used only while the database
 * says, in the same request, that its version is still the one that was read (`board_version`, raised by
 * triggers in the transaction of every change). So nothing is ever older than the request.
 */
import { type RawBuilder, sql } from 'kysely'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { statement } from '#base/db/statement.ts'
import type { Role } from '../memberships/shapes.ts'
import type { Board } from './boards.ts'
import { type BoardAction, type BoardPermissions, boardActions, type Grant } from './shapes.ts'
import type { BoardStanding } from './standing.ts'

export interface KnownBoard extends Board {
  readonly group: {
    readonly id: Id
    readonly slug: string
    readonly name: string
    readonly glyph: string
    readonly colour: string
    readonly visibility: 'public' | 'unlisted' | 'private'
  }
}

/** A group and its boards in use, in order. */
export interface KnownGroup {
  readonly group: KnownBoard['group']
  readonly boards: readonly KnownBoard[]
  /**
   * What was found out about visitors, while it follows from the boards and their role alone; undefined where a
   * grant names a tier or a segment, which change by themselves.
   */
  readonly standings: Map<string, readonly BoardStanding[]> | undefined
}

/** Where a visitor is inside: his role, and his tiers in the group and of the community. */
export interface Stay {
  readonly groupId: Id
  readonly role: Role
  readonly tierIds: readonly Id[]
}

interface Catalogue {
  /** Of which database, too: tests have many in one process. */
  readonly version: string
  /** In order. */
  readonly groups: readonly KnownGroup[]
}

let remembered: Catalogue | undefined

const version = sql<string>`current_database() || ' ' || (select version from board_version)`

/** Which boards there are, by version, and where a visitor is inside, as of one statement. */
export interface BoardsAsOf {
  readonly version: string
  readonly stays: readonly Stay[]
}

/**
 * `BoardsAsOf` as a value to be selected beside other things, by statements that would otherwise be followed by one
 * that asks for nothing else.
 */
export const boardsAsOf = (memberId: unknown): RawBuilder<BoardsAsOf> => sql`json_build_object(
  'version', ${version},
  'stays', coalesce((select json_agg(json_build_object('groupId', s.group_id::text, 'role', s.role,
                            'tierIds', array_remove(array[s.tier_id::text, h.tier_id::text], null)))
                       from group_membership s left join tier_holding h on h.member_id = s.member_id
                      where s.member_id = ${memberId}::bigint and s.left_at is null), '[]'))`

const findBoardsAsOf = statement<{ asOf: BoardsAsOf }, { memberId: Id | null }>(
  'groups: boards as of now',
  (at) => sql`select ${boardsAsOf(at.memberId)} as "asOf"`,
)

/**
 * The boards, and where the visitor is inside; one query, none when the caller has `asOf` from his own, one more
 * after boards have changed.
 */
export async function findBoardsAndStays(
  ctx: Ctx,
  memberId: Id | undefined,
  asOf?: BoardsAsOf | undefined,
): Promise<{ groups: readonly KnownGroup[]; stays: ReadonlyMap<Id, Stay> }> {
  const { version: now, stays } =
    asOf ?? (await findBoardsAsOf(ctx.db, { memberId: memberId ?? null }))[0]!.asOf
  const known = remembered
  const catalogue = known?.version === now ? known : await readCatalogue(ctx)
  // Inside a transaction the boards may be as nobody else will ever see them.
  if (!ctx.db.isTransaction) remembered = catalogue
  return { groups: catalogue.groups, stays: new Map(stays.map((stay) => [stay.groupId, stay])) }
}

interface BoardRow extends Omit<KnownBoard, 'permissions'> {
  readonly grants: readonly (Record<string, unknown> & { action: BoardAction; who: Grant['who'] })[]
}

/** Version and boards in one statement, so that they belong together. */
async function readCatalogue(ctx: Ctx): Promise<Catalogue> {
  const { rows } = await sql<{ version: string; boards: BoardRow[] }>`
    select ${version} as version, coalesce((
      select json_agg(json_build_object('id', b.id::text, 'name', b.name, 'summary', b.summary, 'rules', b.rules,
               'group', json_build_object('id', g.id::text, 'slug', g.slug, 'name', g.name, 'glyph', g.glyph,
                                          'colour', g.colour, 'visibility', g.visibility),
               'grants', coalesce((select json_agg(json_build_object('action', r.action, 'who', r.who, 'role', r.role,
                                     'tierId', r.tier_id::text, 'segmentId', r.segment_id::text) order by r.id)
                                     from board_grant r where r.board_id = b.id), '[]'))
               order by g.id, b.position, b.id)
        from board b join community_group g on g.id = b.group_id
       where b.archived_at is null and g.archived_at is null), '[]') as boards`.execute(ctx.db)
  const { version: read, boards } = rows[0]!
  const known = boards.map(({ grants, ...board }) => ({ ...board, permissions: permissionsOf(grants) }))
  const changing = new Set(
    boards.flatMap(({ group, grants }) =>
      grants.some(({ who }) => who === 'tier' || who === 'segment') ? group.id : [],
    ),
  )
  return {
    version: read,
    groups: [...Map.groupBy(known, (board) => board.group.id)].map(([id, ofGroup]) => ({
      group: ofGroup[0]!.group,
      boards: ofGroup,
      standings: changing.has(id) ? undefined : new Map(),
    })),
  }
}

const permissionsOf = (grants: BoardRow['grants']): BoardPermissions =>
  Object.fromEntries(
    boardActions.map((action) => [action, grants.filter((grant) => grant.action === action)]),
  ) as unknown as BoardPermissions

/** Where a visitor stands on every board of the community: what other modules ask before they show or take anything. */
import { sql } from 'kysely'
import { type Id, may } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import type { Audience } from '#modules/audience/api.ts'
import type { Role } from '../memberships/shapes.ts'
import { type Board, whatMay } from './boards.ts'
import { type BoardAction, type BoardPermissions, boardActions, type Grant } from './shapes.ts'

export interface BoardStanding {
  readonly id: Id
  readonly name: string
  readonly summary: string
  readonly rules: string
  readonly group: {
    readonly id: Id
    readonly slug: string
    readonly name: string
    readonly glyph: string
    readonly colour: string
    readonly visibility: 'public' | 'unlisted' | 'private'
  }
  /** The visitor's role in the group; undefined for who is not in it. */
  readonly role: Role | undefined
  readonly may: ReadonlySet<BoardAction>
  /** Looks after what is written there: owners and moderators of the group. */
  readonly hosts: boolean
  /** Strangers see it as well. */
  readonly open: boolean
}

interface BoardRow extends Omit<Board, 'permissions'> {
  readonly group: BoardStanding['group']
  readonly grants: readonly (Record<string, unknown> & { action: BoardAction; who: Grant['who'] })[]
  readonly role: Role | null
  readonly tierIds: readonly Id[]
}

/**
 * The boards that the visitor may see, by id, in the order of groups and boards; two queries, and one for
 * each segment that a grant names. Private groups are seen by those inside; archived ones by nobody.
 * With `as`, the standing of that member instead of the one who acts (for news that reach him later).
 */
export async function findBoardStandings(
  ctx: Ctx,
  audience: Audience,
  {
    groupId,
    boardIds,
    as,
    team = false,
  }: {
    groupId?: Id | undefined
    boardIds?: readonly Id[] | undefined
    as?: Id | undefined
    /** Every board that is in use, for operators who may see all of it; the caller has checked that. */
    team?: boolean
  } = {},
): Promise<ReadonlyMap<Id, BoardStanding>> {
  const memberId = as ?? (ctx.actor.kind === 'account' ? ctx.actor.memberId : undefined)
  const { rows } = await sql<BoardRow>`
    select b.id, b.name, b.summary, b.rules,
           json_build_object('id', g.id::text, 'slug', g.slug, 'name', g.name, 'glyph', g.glyph,
                             'colour', g.colour, 'visibility', g.visibility) as "group",
           coalesce((select json_agg(json_build_object('action', r.action, 'who', r.who, 'role', r.role,
                                     'tierId', r.tier_id::text, 'segmentId', r.segment_id::text) order by r.id)
                       from board_grant r where r.board_id = b.id), '[]') as grants,
           s.role, array_remove(array[s.tier_id::text, h.tier_id::text], null) as "tierIds"
      from board b
      join community_group g on g.id = b.group_id
      left join group_membership s on s.group_id = g.id and s.member_id = ${memberId ?? null}::bigint and s.left_at is null
      left join tier_holding h on h.member_id = s.member_id
     where b.archived_at is null and g.archived_at is null
       and (${team} or g.visibility <> 'private' or s.id is not null)
       and (${groupId ?? null}::bigint is null or g.id = ${groupId ?? null}::bigint)
       and (${boardIds ?? null}::bigint[] is null or b.id = any(${boardIds ?? null}::bigint[]))
     order by g.id, b.position, b.id`.execute(ctx.db)
  const found = new Map<Id, BoardStanding>()
  // Boards of one group share the visitor's role and tiers.
  for (const ofGroup of Map.groupBy(rows, (row) => row.group.id).values()) {
    const boards = ofGroup.map((row) => ({ ...row, permissions: permissionsOf(row.grants) }))
    const { role, tierIds } = ofGroup[0]!
    const allowed = await whatMay(ctx, audience, boards, { memberId, role: role ?? undefined, tierIds })
    for (const { id, name, summary, rules, group, permissions } of boards) {
      const actions = new Set(allowed.get(id))
      if (team) actions.add('see')
      if (!actions.has('see')) continue
      found.set(id, {
        id,
        name,
        summary,
        rules,
        group,
        role: role ?? undefined,
        may: memberId ? actions : new Set<BoardAction>(['see']),
        hosts: role === 'owner' || role === 'moderator',
        open: group.visibility !== 'private' && permissions.see.some((grant) => grant.who === 'anyone'),
      })
    }
  }
  return found
}

const permissionsOf = (grants: BoardRow['grants']): BoardPermissions =>
  Object.fromEntries(
    boardActions.map((action) => [action, grants.filter((grant) => grant.action === action)]),
  ) as unknown as BoardPermissions

/** Whether the actor may take down, move and pin what others wrote there: its hosts, and the team. */
export const mayModerate = (ctx: Ctx, board: Pick<BoardStanding, 'hosts'>): boolean =>
  board.hosts || may(ctx.actor, 'content.moderate')

/** Where a visitor stands on every board of the community: what other modules ask before they show or take anything. */
import { type Id, may } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import type { Audience } from '#modules/audience/api.ts'
import type { Role } from '../memberships/shapes.ts'
import { whatMay } from './boards.ts'
import {
  type BoardsAsOf,
  findBoardsAndStays,
  type KnownBoard,
  type KnownGroup,
  type Stay,
} from './remembered.ts'
import type { BoardAction } from './shapes.ts'

export interface BoardStanding {
  readonly id: Id
  readonly name: string
  readonly summary: string
  readonly rules: string
  readonly group: KnownBoard['group']
  /** The visitor's role in the group; undefined for who is not in it. */
  readonly role: Role | undefined
  readonly may: ReadonlySet<BoardAction>
  /** Looks after what is written there: owners and moderators of the group. */
  readonly hosts: boolean
  /** Strangers see it as well. */
  readonly open: boolean
}

/**
 * The boards that the visitor may see, by id, in the order of groups and boards; one query (none with `asOf`), one
 * more after boards have changed, and one for each segment that a grant names. Private groups are seen by those inside; archived ones by nobody.
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
    asOf,
  }: {
    groupId?: Id | undefined
    boardIds?: readonly Id[] | undefined
    as?: Id | undefined
    /** Every board that is in use, for operators who may see all of it; the caller has checked that. */
    team?: boolean
    /** `boardsAsOf` the member who acts, when a statement of the caller has asked for it already. */
    asOf?: BoardsAsOf | undefined
  } = {},
): Promise<ReadonlyMap<Id, BoardStanding>> {
  const memberId = as ?? (ctx.actor.kind === 'account' ? ctx.actor.memberId : undefined)
  const { groups, stays } = await findBoardsAndStays(ctx, memberId, asOf)
  const asked = boardIds && new Set(boardIds)
  const found = new Map<Id, BoardStanding>()
  for (const known of groups) {
    const { group } = known
    if (groupId !== undefined && group.id !== groupId) continue
    if (group.visibility === 'private' && !team && !stays.has(group.id)) continue
    if (asked && !known.boards.some(({ id }) => asked.has(id))) continue
    const visitor = { memberId, team, stay: stays.get(group.id) }
    const standings =
      rememberedStandings(known, visitor) ?? (await standingsIn(ctx, audience, known, visitor, asked))
    for (const standing of standings)
      if (asked === undefined || asked.has(standing.id)) found.set(standing.id, standing)
  }
  return found
}

interface VisitorOfGroup {
  readonly memberId: Id | undefined
  readonly team: boolean
  readonly stay: Stay | undefined
}

const kindOf = ({ memberId, team, stay }: VisitorOfGroup): string =>
  `${stay?.role ?? 'stranger'} ${memberId !== undefined} ${team}`

const rememberedStandings = (
  { standings }: KnownGroup,
  visitor: VisitorOfGroup,
): readonly BoardStanding[] | undefined => standings?.get(kindOf(visitor))

/** Boards of one group share the visitor's role and tiers. */
async function standingsIn(
  ctx: Ctx,
  audience: Audience,
  { group, boards, standings }: KnownGroup,
  visitor: VisitorOfGroup,
  asked: ReadonlySet<Id> | undefined,
): Promise<readonly BoardStanding[]> {
  const { memberId, team, stay } = visitor
  const { role, tierIds = [] } = stay ?? {}
  // What is remembered is remembered whole.
  const wanted = standings ? boards : boards.filter(({ id }) => !asked || asked.has(id))
  const allowed = await whatMay(ctx, audience, wanted, { memberId, role, tierIds })
  const found = wanted.flatMap(({ id, name, summary, rules, permissions }): BoardStanding[] => {
    const actions = new Set(allowed.get(id))
    if (team) actions.add('see')
    if (!actions.has('see')) return []
    return [
      {
        id,
        name,
        summary,
        rules,
        group,
        role,
        may: memberId ? actions : new Set<BoardAction>(['see']),
        hosts: role === 'owner' || role === 'moderator',
        open: group.visibility !== 'private' && permissions.see.some((grant) => grant.who === 'anyone'),
      },
    ]
  })
  standings?.set(kindOf(visitor), found)
  return found
}

/** Whether the actor may take down, move and pin what others wrote there: its hosts, and the team. */
export const mayModerate = (ctx: Ctx, board: Pick<BoardStanding, 'hosts'>): boolean =>
  board.hosts || may(ctx.actor, 'content.moderate')

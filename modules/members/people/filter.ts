/** Which members: the filters of the list, of bulk changes and of exports. One meaning for all three. */
import { type Expression, type ExpressionBuilder, type RawBuilder, type SqlBool, sql } from 'kysely'
import { z } from 'zod'
import type { DB } from '#base/db/tables.generated.ts'
import { id } from '#base/http/schemas.ts'

const text = z.string().trim().min(1).max(60)

/** Filters that the member's own row answers. */
const plainFields = {
  q: text.optional().describe('Part of a nickname, or something like it; or a whole contact point'),
  tag: z.string().trim().min(1).max(30).optional(),
  channel: z.string().trim().min(1).max(40).optional(),
  joinedFrom: z.iso.datetime({ offset: true }).optional(),
  joinedTo: z.iso.datetime({ offset: true }).optional().describe('Not included'),
  activeWithinDays: z.coerce.number().int().min(1).max(3650).optional(),
}

/** As it stands in a query string; every field narrows. */
export const filterFields = {
  ...plainFields,
  owner: z
    .union([z.enum(['me', 'none']), id])
    .optional()
    .describe('Looked after by this account, by the one who asks, or by nobody'),
  field: z
    .string()
    .max(300)
    .optional()
    .describe('`key:value`, `key:from..to`, `key:*` for known and `key:-` for unknown; several with `|`'),
  segment: id.optional().describe('Members of a segment'),
  group: id.optional().describe('Members of a group'),
  ids: z
    .string()
    .regex(/^\d{1,19}(,\d{1,19}){0,199}$/)
    .optional()
    .describe('Only these, at most 200'),
}
export const memberFilter = z.object(filterFields)
export type MemberFilter = z.infer<typeof memberFilter>

/** A filter after `understandFilter`: what is not the member's own row has become queries of member ids. */
export type Understood = z.infer<z.ZodObject<typeof plainFields>> & {
  readonly within?: readonly RawBuilder<unknown>[]
  readonly owner?: never
  readonly field?: never
  readonly segment?: never
  readonly group?: never
  readonly ids?: never
}

/** Names that share fewer of their pairs than this are not "something like it". */
const likeness = 0.3

/**
 * The condition, for `.where(membersWhere(filter, now))` on `member`. Names: contains the text, or, for
 * two characters and more, shares enough neighbouring pairs with it (Dice), so that a slip of the pen
 * still finds people. Both go through the index on `grams`.
 */
export function membersWhere(filter: Understood, now: Date) {
  return (where: ExpressionBuilder<DB, 'member'>) => {
    const { q, tag, channel, joinedFrom, joinedTo, activeWithinDays, within = [] } = filter
    // Doubles are found as the member into whom they were merged.
    const conditions: Expression<SqlBool>[] = [where('member.merged_into', 'is', null)]
    if (q) conditions.push(nameLike(q))
    if (tag)
      conditions.push(
        where.exists(
          where
            .selectFrom('member_tag')
            .innerJoin('tag', 'tag.id', 'member_tag.tag_id')
            .select('member_tag.member_id')
            .whereRef('member_tag.member_id', '=', 'member.id')
            .where('tag.name', '=', tag),
        ),
      )
    if (channel) conditions.push(where('member.channel', '=', channel))
    if (joinedFrom) conditions.push(where('member.joined_at', '>=', new Date(joinedFrom)))
    if (joinedTo) conditions.push(where('member.joined_at', '<', new Date(joinedTo)))
    if (activeWithinDays)
      conditions.push(
        where('member.last_seen_at', '>=', new Date(now.getTime() - activeWithinDays * 86_400_000)),
      )
    for (const ids of within) conditions.push(sql<boolean>`member.id in (${ids})`)
    return where.and(conditions)
  }
}

/** Pairs of neighbouring characters of a name in lower case. */
export function pairs(name: string): string[] {
  const characters = [...name.toLowerCase()]
  const found = new Set<string>()
  for (let at = 0; at + 1 < characters.length; at++) found.add(`${characters[at]}${characters[at + 1]}`)
  return [...found]
}

function nameLike(q: string) {
  const wanted = q.toLowerCase()
  const escaped = wanted.replace(/[\\%_]/g, '\\$&')
  const contains = sql<boolean>`lower(member.nickname) like ${`%${escaped}%`}`
  const grams = pairs(wanted)
  if (grams.length === 0) return sql<boolean>`member.grams @> array[${wanted}] and ${contains}`
  return sql<boolean>`((member.grams @> ${grams}::text[] and ${contains})
    or (member.grams && ${grams}::text[] and name_likeness(member.nickname, ${grams}::text[]) >= ${likeness}))`
}

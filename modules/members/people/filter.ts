/** Which members: the filters of the list, of bulk changes and of exports. One meaning for all three. */
import { type ExpressionBuilder, sql } from 'kysely'
import { z } from 'zod'
import type { DB } from '#base/db/tables.generated.ts'

const text = z.string().trim().min(1).max(60)

/** As it stands in a query string; every field narrows. */
export const filterFields = {
  q: text.optional().describe('Part of a nickname, or something like it'),
  tag: z.string().trim().min(1).max(30).optional(),
  channel: z.string().trim().min(1).max(40).optional(),
  joinedFrom: z.iso.datetime({ offset: true }).optional(),
  joinedTo: z.iso.datetime({ offset: true }).optional().describe('Not included'),
  activeWithinDays: z.coerce.number().int().min(1).max(3650).optional(),
}
export const memberFilter = z.object(filterFields)
export type MemberFilter = z.infer<typeof memberFilter>

/** Names that share fewer of their pairs than this are not "something like it". */
const likeness = 0.3

/**
 * The condition, for `.where(membersWhere(filter, now))` on `member`. Names: contains the text, or, for
 * two characters and more, shares enough neighbouring pairs with it (Dice), so that a slip of the pen
 * still finds people. Both go through the index on `grams`.
 */
export function membersWhere(filter: MemberFilter, now: Date) {
  return (where: ExpressionBuilder<DB, 'member'>) => {
    const { q, tag, channel, joinedFrom, joinedTo, activeWithinDays } = filter
    const conditions = []
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

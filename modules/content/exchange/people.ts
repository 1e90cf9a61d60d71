/**
 * People of a dump become members without accounts, each once for his site. Nothing but the name that stood
 * over his words comes with him: no address, no password, nothing to sign in with.
 */
import { sql } from 'kysely'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { toPlainText } from '#base/html/plain-text.ts'
import { normaliseLine } from '#base/text/normalise.ts'
import { joinCommunity } from '#modules/members/api.ts'
import { htmlToDocument } from './html-document.ts'
import type { UserRecord } from './record.ts'

/** The name of whoever is not told, in the language of the community. */
const nameless = '旧社区成员'

export interface Person {
  readonly sourceId: string
  readonly name: string
  readonly joinedAt: Date
  readonly city?: string | undefined
  readonly about?: string | undefined
}

export const personOf = (user: UserRecord, now: Date): Person => ({
  sourceId: user.id,
  name: user.name,
  joinedAt: user.joinedAt ?? now,
  city: user.city,
  about: user.aboutHtml === undefined ? user.about : toPlainText(htmlToDocument(user.aboutHtml)),
})

/** Whoever is named only by name is one person for each name. */
export const sourceIdOf = (by: { author?: string | undefined; authorName?: string | undefined }): string =>
  by.author ?? `name:${normaliseLine(by.authorName ?? '').slice(0, 60)}`

/** Members of these people, made where they are not there yet. `made` counts those. */
export async function settlePeople(
  tx: Ctx,
  site: string,
  people: readonly Person[],
): Promise<{ ids: Map<string, Id>; made: number }> {
  const wanted = new Map(people.map((person) => [person.sourceId, person]))
  const ids = await findPeople(tx, site, [...wanted.keys()])
  let made = 0
  for (const person of wanted.values()) {
    if (ids.has(person.sourceId)) continue
    const memberId = await joinCommunity(tx, {
      accountId: null,
      nickname: normaliseLine(person.name).slice(0, 24) || nameless,
      city: normaliseLine(person.city ?? '').slice(0, 40),
      bio: normaliseLine(person.about ?? '')
        .slice(0, 140)
        .trimEnd(),
      joinedAt: person.joinedAt,
      source: { channel: 'import', landing: '/', at: person.joinedAt.toISOString() },
    })
    await tx.db
      .insertInto('content_import_person')
      .values({ site, source_id: person.sourceId, member_id: memberId })
      .execute()
    ids.set(person.sourceId, memberId)
    made++
  }
  return { ids, made }
}

/** Whoever was merged since is who he became. */
export async function findPeople(
  tx: Ctx,
  site: string,
  sourceIds: readonly string[],
): Promise<Map<string, Id>> {
  const { rows } = await sql<{ source: string; id: Id }>`
    select p.source_id as source, coalesce(m.merged_into, m.id) as id
      from content_import_person p join member m on m.id = p.member_id
     where p.site = ${site} and p.source_id = any(${[...sourceIds]}::text[])`.execute(tx.db)
  return new Map(rows.map((row) => [row.source, row.id]))
}

/** Names a thing of a dump, so that it is taken once. */
export const sourceOf = (site: string, what: 'post' | 'comment', id: string): string =>
  `import:${site}:${what}:${id}`

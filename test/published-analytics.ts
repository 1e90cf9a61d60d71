/** Published vectors of analyses (`../shared/data/analytics`), put into a warehouse: each case is a group of its own. */
import { Readable } from 'node:stream'
import { dayOf } from '#base/time/calendar.ts'
import { openClient } from '#base/warehouse/client.ts'
import { createDatabase, createStatements } from '#base/warehouse/schema/ddl.ts'
import { warehouseSchema } from '#base/warehouse/schema/schema.ts'
import type { Asking } from '#modules/insight/asking.ts'
import { sharedJson } from './shared-data.ts'
import { testWarehouseUrl } from './warehouse.ts'

export interface PublishedCase {
  readonly name: string
  readonly kind: string
  readonly events: readonly {
    readonly member: string
    readonly event: string
    readonly ts: string
    readonly props: Readonly<Record<string, unknown>>
  }[]
  readonly members?: Readonly<Record<string, Readonly<Record<string, string>>>> | null
  // biome-ignore lint/suspicious/noExplicitAny: questions and answers of another product; each test reads what it knows
  readonly query: any
  // biome-ignore lint/suspicious/noExplicitAny: questions and answers of another product; each test reads what it knows
  readonly expected: any
}

export const publishedCases = (kind: string): PublishedCase[] =>
  sharedJson<PublishedCase[]>('analytics/posthog_cases.json').filter((each) => each.kind === kind)

export interface PublishedWorld {
  /** As the group of a case, in whose scope it is asked. */
  group(name: string): string
  /** Names of members by their ids in this world. */
  names(ids: readonly string[]): string[]
  id(name: string, member: string): string
  asking(now?: Date): Asking
  rows<Row>(sql: string, params: Record<string, unknown>): Promise<Row[]>
  end(): Promise<void>
}

/** `moved`: seconds by which everything is moved, for who counts weeks from Sunday. */
export async function publishedWorld(
  zone: string,
  cases: readonly PublishedCase[],
  moved = 0,
): Promise<PublishedWorld> {
  const client = openClient(testWarehouseUrl())
  const place = { database: client.database }
  await client.command(createDatabase(place), {}, { database: false })
  for (const statement of createStatements(warehouseSchema({ timeZone: zone }), place))
    await client.command(statement)
  const ids = new Map<string, string>()
  const idOf = (name: string, member: string) => {
    const key = `${name}\n${member}`
    if (!ids.has(key)) ids.set(key, String(ids.size + 1))
    return ids.get(key)!
  }
  const groups = new Map(cases.map(({ name }, at) => [name, String(at + 1)]))
  let seq = 0
  const lines = cases.flatMap(({ name, events, members }) => {
    const line = (member: string, event: string, ts: string, props: unknown) => {
      const at = new Date(Date.parse(ts) + moved * 1_000).toISOString().replace('T', ' ').slice(0, 23)
      const text = JSON.stringify(props).replaceAll('\\', '\\\\')
      return `${++seq}\t${at}\t${at}\t${event}\ttrack\tanonymous\t${idOf(name, member)}\t${groups.get(name)}\t${text}\n`
    }
    return [
      ...Object.entries(members ?? {}).flatMap(([member, { created_at }]) =>
        created_at ? [line(member, 'member.joined', created_at, {})] : [],
      ),
      ...events.map(({ member, event, ts, props }) => line(member, event, ts, props)),
    ]
  })
  await client.insert({
    table: 'event',
    columns: [
      'seq',
      'recorded_at',
      'occurred_at',
      'name',
      'source',
      'actor',
      'member_id',
      'group_id',
      'props',
    ],
    rows: Readable.from([lines.join('')], { objectMode: false }),
  })
  return {
    group: (name) => groups.get(name)!,
    names: (found) => {
      const byId = new Map([...ids].map(([key, id]) => [id, key.slice(key.indexOf('\n') + 1)]))
      return found.map((id) => byId.get(id)!).sort()
    },
    id: idOf,
    asking: (now = new Date('2026-11-19T01:41:58Z')) =>
      ({
        ctx: { now, locale: 'en' },
        clock: { now, zone, today: dayOf(now, zone) },
        parts: { declared: { facts: () => [], fields: () => [] } },
        query: client.query,
      }) as unknown as Asking,
    rows: client.query,
    async end() {
      await client.command(`DROP DATABASE ${client.database} SYNC`, {}, { database: false })
      await client.close()
    },
  }
}

/** What is sought, in numbers by day. No names: a row says how often, never who. */
import { sql } from 'kysely'
import { z } from 'zod'
import type { Ctx } from '#base/context.ts'
import { statement } from '#base/db/statement.ts'
import { together } from '#base/db/together.ts'
import { announce, draftFact, type FactDraft, insertFacts } from '#base/facts/fact.ts'
import { defineJob, type Schedule } from '#base/jobs/job.ts'
import { fold } from '#base/search/fold.ts'
import { hasWords } from '#base/search/words.ts'
import { addToDay, type Day, dayOf } from '#base/time/calendar.ts'
import { findCommunity } from '#modules/identity/api.ts'
import { searchDone, searchOpened } from '../facts.ts'
import { searchLabels } from '../search.messages.ts'

const keptDays = 180
/** Longest query that is counted: what is longer is a text, not a question. */
const longest = 60

/** What looks like an address, a phone or an identity number is not kept. */
const personal = /@|\d[\d\s-]{6,}\d/

const countable = (folded: string): boolean =>
  folded.length > 0 && folded.length <= longest && hasWords(folded) && !personal.test(folded)

const today = async (ctx: Ctx): Promise<Day> =>
  dayOf(ctx.now, (await findCommunity(ctx))?.time_zone ?? 'Asia/Shanghai')

const memberOf = (ctx: Ctx) => (ctx.actor.kind === 'account' ? (ctx.actor.memberId ?? null) : null)

/** Counts one search: its first page, whatever was found. */
export async function noteSearch(
  ctx: Ctx,
  {
    folded,
    found,
    source,
    narrowed,
  }: { folded: string; found: number; source: string | null; narrowed: boolean },
): Promise<void> {
  await write(ctx.db, {
    fact: draftFact(
      ctx,
      searchDone,
      { source, found, narrowed, words: folded.split(' ').length },
      { memberId: memberOf(ctx) },
    ),
    query: countable(folded) ? folded : null,
    // A narrowed search that finds nothing says nothing about what is missing.
    empty: found === 0 && !narrowed ? 1 : 0,
  })
  // Nobody is woken: whoever counts searches has time until he looks again.
}

interface Noted {
  readonly fact: FactDraft
  /** Null: not to be kept. */
  readonly query: string | null
  readonly empty: number
}

/** Many look for the same at once: counted together, its row is written once, and the disk asked once. */
const write = together<Noted>(async (db, items) => {
  const counted = items.flatMap(({ fact, query, empty }) =>
    query === null ? [] : [{ at: fact.occurred_at, query, empty }],
  )
  await note(db, {
    facts: JSON.stringify(items.map(({ fact }) => fact)),
    counted: JSON.stringify(counted),
  })
})

const note = statement<never, { facts: string; counted: string }>(
  'search note',
  (at) => sql<never>`
    with told as (${insertFacts(at.facts)})
    insert into search_query as s (day, query, searches, empty)
    select day, query, count(*)::int, sum(empty)::int
      from (select (c.at at time zone coalesce((select time_zone from community), 'Asia/Shanghai'))::date as day,
                   c.query, c.empty
              from jsonb_to_recordset(${at.counted}::jsonb) as c (at timestamptz, query text, empty integer)) as c
     group by day, query
     -- In one order for everybody: two that write at once must not wait for each other.
     order by day, query
    on conflict (day, query) do update set searches = s.searches + excluded.searches, empty = s.empty + excluded.empty`,
)

/** Counts that a hit was opened; only for what was sought today, so that nobody writes words of his own here. */
export async function noteOpened(
  ctx: Ctx,
  { q, place, source }: { q: string; place: number; source: string },
): Promise<void> {
  await announce(ctx, searchOpened, { place, source }, { memberId: memberOf(ctx) })
  const day = await today(ctx)
  await sql`
    update search_query set clicks = clicks + 1, places = places + ${place}
     where day = ${day}::date and query = ${fold(q)} and clicks < searches * 3`.execute(ctx.db)
}

export interface QueryFigures {
  readonly query: string
  readonly searches: number
  readonly empty: number
  readonly clicks: number
  /** Mean place of what was opened; null when nothing was. */
  readonly place: number | null
}

export interface SearchFigures {
  readonly days: readonly {
    readonly day: Day
    readonly searches: number
    readonly empty: number
    readonly clicks: number
  }[]
  readonly top: readonly QueryFigures[]
  readonly missing: readonly QueryFigures[]
}

/** Figures of the last `days` days, today included. Three queries, bounded. */
export async function findFigures(ctx: Ctx, days: number): Promise<SearchFigures> {
  const to = await today(ctx)
  const from = addToDay(to, 1 - days, 'day')
  const list = async (missing: boolean) => {
    const { rows } = await sql<QueryFigures>`
      select query, sum(searches)::int as searches, sum(empty)::int as empty, sum(clicks)::int as clicks,
             (sum(places)::float8 / nullif(sum(clicks), 0)) as place
        from search_query where day between ${from}::date and ${to}::date
       group by query having ${missing ? sql`sum(empty) > 0` : sql`true`}
       order by ${missing ? sql`sum(empty)` : sql`sum(searches)`} desc, query limit 50`.execute(ctx.db)
    return rows
  }
  const { rows } = await sql<SearchFigures['days'][number]>`
    select d.day::date::text as day, coalesce(sum(q.searches), 0)::int as searches,
           coalesce(sum(q.empty), 0)::int as empty, coalesce(sum(q.clicks), 0)::int as clicks
      from generate_series(${from}::date, ${to}::date, interval '1 day') as d (day)
      left join search_query q on q.day = d.day::date
     group by d.day order by d.day`.execute(ctx.db)
  return { days: rows, top: await list(false), missing: await list(true) }
}

export const sweepJob = defineJob({
  name: 'search.sweep',
  label: searchLabels.sweep,
  input: z.object({}),
  run: async (ctx) => {
    const oldest = addToDay(await today(ctx), -keptDays, 'day')
    const { numAffectedRows } = await sql`delete from search_query where day < ${oldest}::date`.execute(
      ctx.db,
    )
    // Words that nothing has any more would only slow the search for what was meant.
    const terms = await sql`delete from search_term where documents = 0`.execute(ctx.db)
    return { queries: Number(numAffectedRows ?? 0), terms: Number(terms.numAffectedRows ?? 0) }
  },
})

export const sweepSchedule: Schedule = {
  job: 'search.sweep',
  cron: '25 4 * * *',
  zone: 'community',
  why: searchLabels.whySweep,
}

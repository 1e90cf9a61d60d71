/**
 * Finds and ranks in one statement. Candidates are bounded: those that have everything asked for, and
 * those that have a word which tells much, both best-known and newest first. Each is then scored:
 *
 *   text  = Σ over what is asked for of the best way to say it: Σ idf × how often and where it stands,
 *           less for long texts
 *   score = text × (0.1 + 0.9 × share²) of what was asked for that it has × title × (1 + 0.2 × freshness + 0.3 × quality)
 *
 * `docs/decisions/search.md` has the reasons and the figures.
 */
import { type RawBuilder, sql } from 'kysely'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { runPlanned } from '#base/db/statement.ts'
import type { SearchSource, Sight } from '#base/declarations/searchable.ts'
import { quote } from '../index/lexemes.ts'
import { idfOf, type Lexeme, type Term, type Way } from './term.ts'
import type { Understood } from './understand.ts'

export interface Filter {
  readonly kinds?: readonly string[] | undefined
  readonly groupId?: Id | undefined
  readonly boardId?: Id | undefined
  readonly authorId?: Id | undefined
  readonly topicId?: Id | undefined
  readonly solved?: boolean | undefined
  readonly since?: Date | undefined
}

export interface Ranked {
  readonly id: Id
  readonly refId: Id
  readonly score: string
  /** It has a word that was meant instead of one that nothing has. */
  readonly mended: boolean
}

export interface RankOptions {
  readonly filter?: Filter
  readonly limit: number
  /** The moment that freshness is measured from: the same for all pages of one search. */
  readonly asOf: Date
  readonly after?: { readonly score: string; readonly id: Id } | undefined
  /** Newest first instead. */
  readonly newest?: boolean
  readonly exceptId?: Id | undefined
  /** Least share of what is asked for that a hit must have; default a third, of long sentences a fifth. */
  readonly atLeast?: number
}

/** Candidates that have everything, and those that have something telling. */
const most = { strict: 500, loose: 1_500 }
/** As many things as have a word are gathered from its list; of a word that more have, the best known are walked through. */
const gathered = 20_000

export async function rank(
  ctx: Ctx,
  source: SearchSource & Sight,
  asked: Understood,
  options: RankOptions,
): Promise<{
  readonly rows: readonly Ranked[]
  readonly total: number
  /** Words asked for that no hit has, among those that the actor may see. */
  readonly absent: readonly string[]
}> {
  const { terms, folded } = asked
  if (terms.length === 0) return { rows: [], total: 0, absent: [] }
  const { after, limit, newest = false } = options
  const atLeast = options.atLeast ?? (terms.length > 5 ? 0.2 : 0.34)
  const order = newest ? sql`d.at desc, d.id desc` : sql`d.prior desc, d.id desc`
  // PostgreSQL does not know what it costs to unpack `words`: it would rather unpack those of thousands of
  // things in their order than read a list of the index and sort. `offset 0` keeps it from that.
  const candidates = (query: string, having: number, bound: number) => sql`
    (select d.id from (
       select d.id, d.prior, d.at from search_document d
        where d.source = ${source.name} and d.words @@ ${query}::tsquery and ${source.visible} and ${fits(options)}
        ${having > gathered ? sql`` : sql`offset 0`}) as d
      order by ${order} limit ${sql.lit(bound)})`
  const loose = looseQuery(asked)
  const all = terms.reduce((sum, term) => sum + idfOf(term), 0)
  const rarest = Math.min(...terms.map((term) => havingOf(asked, term)))
  // Whatever is found has the only word that is asked for.
  const only = terms.length === 1
  const score = newest
    ? sql`extract(epoch from d.at)::float8`
    : sql`(${textScore(terms)} * (0.1::float8 + 0.9::float8 * power(${only ? sql`1` : shareOf(terms, all)}, 2)) * ${titleScore(folded)}
          * (1 + 0.2::float8 * ${freshness(source, options.asOf)} + 0.3::float8 * d.quality))`
  const words = terms.filter(({ kind }) => kind === 'word' || kind === 'pair')
  const has = words.map((term) => (only ? sql`true` : sql`w.words @@ ${sayTerm(term)}::tsquery`))
  const anyHas = words.map((_, at) => sql`bool_or(has[${sql.lit(at + 1)}])`)
  const query = sql<Ranked & { total: number; having: boolean[] }>`
    with found as materialized (
      select id from (${candidates(strictQuery(terms), rarest, most.strict)}
      ${loose ? sql`union ${candidates(loose, 0, most.loose)}` : sql``}) as candidate
    ), scored as materialized (
      select d.id, d.ref_id as "refId", ${score} as score, ${mended(terms)} as mended,
             array[${has.length > 0 ? sql.join(has) : sql``}]::boolean[] as has
        from found join search_document d on d.id = found.id
       -- A copy that is like it, unpacked once, however often it is asked.
       cross join lateral (select setweight(d.words, 'A', '{}'::text[]) as words offset 0) as w
       where ${only ? sql`true` : sql`${shareOf(terms, all)} >= ${atLeast}::float8`}
    )
    select id, "refId", score::text as score, mended, said.total, said.having
      from scored cross join (
             select count(*)::int as total, array[${anyHas.length > 0 ? sql.join(anyHas) : sql``}]::boolean[] as having
               from scored) as said
     where ${after ? sql`(score, id) < (${after.score}::float8, ${after.id}::bigint)` : sql`true`}
     order by scored.score desc, scored.id desc limit ${limit}`
  // The usual search: one word, the best of it. Of each kind of visitor it has one text, and one plan is right.
  const usual =
    only && terms[0]!.ways.length === 1 && rarest <= gathered && !newest && !after && isOpen(options)
  const rows = usual
    ? await runPlanned(ctx.db, `search ${source.name}`, query)
    : (await query.execute(ctx.db)).rows
  const absent = words.flatMap(({ text }, at) => (rows[0]?.having[at] === false ? [text] : []))
  return { rows, total: rows[0]?.total ?? 0, absent }
}

/** Nothing narrows it. */
const isOpen = ({ filter = {}, exceptId }: RankOptions): boolean =>
  exceptId === undefined && Object.values(filter).every((value) => value === undefined)

function fits({ filter = {}, exceptId }: RankOptions): RawBuilder<boolean> {
  const { kinds, groupId, boardId, authorId, topicId, solved, since } = filter
  const conditions = [
    ...(kinds?.length ? [sql`d.kind = any(${kinds}::text[])`] : []),
    ...(groupId ? [sql`d.group_id = ${groupId}::bigint`] : []),
    ...(boardId ? [sql`d.board_id = ${boardId}::bigint`] : []),
    ...(authorId ? [sql`d.author_id = ${authorId}::bigint`] : []),
    ...(topicId ? [sql`d.topic_ids @> array[${topicId}::bigint]`] : []),
    ...(solved === undefined ? [] : [sql`d.solved = ${solved}`]),
    ...(since ? [sql`d.at >= ${since}`] : []),
    ...(exceptId ? [sql`d.ref_id <> ${exceptId}::bigint`] : []),
  ]
  return conditions.length === 0 ? sql<boolean>`true` : sql<boolean>`${sql.join(conditions, sql` and `)}`
}

const said = ({ lexeme, prefix }: Lexeme): string => (prefix ? `${quote(lexeme)}:*` : quote(lexeme))
const sayAll = (way: Way): string => `(${way.lexemes.map(said).join(' & ')})`
const sayTerm = (term: Term): string => `(${term.ways.map(sayAll).join(' | ')})`
const strictQuery = (terms: readonly Term[]): string => terms.map(sayTerm).join(' & ')

/** In how many things it is, at most. */
const havingOf = ({ documents }: Understood, term: Term): number =>
  term.ways.reduce(
    (sum, way) =>
      sum +
      Math.min(
        ...way.lexemes.map(({ lexeme, prefix }) => documents.get(prefix ? `${lexeme}*` : lexeme) ?? 0),
      ),
    0,
  )

/**
 * The words that tell most, until together as many things have one of them as can be scored; where even
 * the rarest is everywhere, the two rarest together.
 */
function looseQuery(asked: Understood): string | undefined {
  const { terms } = asked
  if (terms.length < 2) return undefined
  const byRarity = [...terms].sort((one, other) => havingOf(asked, one) - havingOf(asked, other))
  const chosen: Term[] = []
  let sum = 0
  for (const term of byRarity) {
    const having = havingOf(asked, term)
    sum += having
    if (chosen.length > 0 && sum > most.loose * 2) break
    if (having > most.loose * 2) break
    chosen.push(term)
  }
  if (chosen.length > 0) return chosen.map(sayTerm).join(' | ')
  return terms.length > 2 ? strictQuery(byRarity.slice(0, 2)) : undefined
}

/** Title, names, body, what others said. As `ts_rank` takes them: D, C, B, A. */
const weights = sql`'{0.15, 0.5, 0.8, 1}'::float4[]`

const wayScore = (way: Way): RawBuilder<number> =>
  sql<number>`${way.weight}::float8 * (${sql.join(
    way.lexemes.map(
      (each) => sql`${each.idf}::float8 * ts_rank(${weights}, w.words, ${said(each)}::tsquery)`,
    ),
    sql` + `,
  )})`

const textScore = (terms: readonly Term[]): RawBuilder<number> =>
  sql<number>`((${sql.join(
    terms.map((term) =>
      term.ways.length === 1 ? wayScore(term.ways[0]!) : sql`greatest(${sql.join(term.ways.map(wayScore))})`,
    ),
    sql` + `,
  )}) / (0.75::float8 + 0.25::float8 * least(length(w.words) / 100::float8, 4::float8)))`

const shareOf = (terms: readonly Term[], all: number): RawBuilder<number> =>
  sql<number>`(${sql.join(
    terms.map((term) => sql`(w.words @@ ${sayTerm(term)}::tsquery)::int * ${idfOf(term) / all}::float8`),
    sql` + `,
  )})`

/** A thing that is called what was asked for is the thing that was asked for. */
const titleScore = (folded: string): RawBuilder<number> => sql<number>`
  case when d.title = ${folded} then 1.6::float8 when starts_with(d.title, ${folded}) then 1.3
       when position(${folded} in d.title) > 0 then 1.2 else 1 end`

const freshness = ({ halfLife = 180 }: SearchSource, asOf: Date): RawBuilder<number> =>
  halfLife === 0
    ? sql<number>`0`
    : sql<number>`power(0.5, greatest(0, date_part('epoch', ${asOf}::timestamptz - d.at)) / ${86_400 * halfLife}::float8)`

const mended = (terms: readonly Term[]): RawBuilder<boolean> => {
  const meant = terms.flatMap((term) => term.ways.filter((way) => way.meant !== undefined))
  return meant.length === 0
    ? sql<boolean>`false`
    : sql<boolean>`w.words @@ ${meant.map(sayAll).join(' | ')}::tsquery`
}

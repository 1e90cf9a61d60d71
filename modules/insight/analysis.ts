/**
 * An analysis: a question in JSON, an answer in figures, and the people behind each figure. Every analysis has the
 * same three doors, made here from its declaration:
 *
 * - `POST /api/insight/{name}` answers a question;
 * - `POST /api/insight/{name}/people` lists who is behind a cell of the answer;
 * - `POST /api/insight/{name}/list` keeps them as a list, which is a segment.
 */
import { z } from 'zod'
import { permitted } from '#base/access/access.ts'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { cutPage, readCursor, writeCursor } from '#base/http/cursor.ts'
import { type AnyRoute, route } from '#base/http/route.ts'
import type { Message } from '#base/i18n/messages.ts'
import { type BoundSql, createList, findPeople, personAnswer } from '#modules/audience/api.ts'
import { type Asking, openAsking } from './asking.ts'
import { findFreshness, freshness } from './freshness.ts'
import type { InsightParts } from './parts.ts'

export interface Analysis<Q extends z.ZodType, A extends z.ZodObject, C extends z.ZodType> {
  /** In paths and in what is kept: `funnel`. */
  readonly name: string
  readonly label: Message
  readonly question: Q
  readonly answer: A
  /** Names one figure of an answer. */
  readonly cell: C
  /** Throws `condition_invalid` when the question asks for what is there no more. */
  readonly answerOf: (asking: Asking, question: z.output<Q>) => Promise<z.input<A>>
  /** Who is behind a figure: one column `member_id`, each member once; as many as the figure says. */
  readonly peopleOf: (asking: Asking, question: z.output<Q>, cell: z.output<C>) => Promise<BoundSql>
  /** What is asked, as a sentence in the language of `ctx`. */
  readonly say: (asking: Asking, question: z.output<Q>) => Promise<string>
}

export const defineAnalysis = <Q extends z.ZodType, A extends z.ZodObject, C extends z.ZodType>(
  analysis: Analysis<Q, A, C>,
): Analysis<Q, A, C> => analysis

const tag = 'insight'
/** Each of these reads the warehouse: a person looks around, a program must not hammer. */
const limit = { max: 120, perSeconds: 60 }

/** The three doors of an analysis. */
export function analysisRoutes<Q extends z.ZodType, A extends z.ZodObject, C extends z.ZodType>(
  parts: InsightParts,
  { name, label, question, answer, cell, answerOf, peopleOf, say }: Analysis<Q, A, C>,
): readonly AnyRoute[] {
  const path = `/api/insight/${name}`
  const what = label.en.toLowerCase()
  const behind = async (ctx: Ctx, signal: AbortSignal, body: { question: unknown; cell: unknown }) => {
    const asking = await openAsking(ctx, parts, signal)
    const people = await peopleOf(asking, body.question as z.output<Q>, body.cell as z.output<C>)
    return { asking, people }
  }
  return [
    route(
      {
        method: 'post',
        path,
        summary: `Answer a question: ${what}`,
        tag,
        access: permitted('insight.read'),
        limit,
        idempotency: 'none',
        body: z.object({ question }),
        answer: z.object({ says: z.string(), answer, ...freshness.shape }),
      },
      async (ctx, { body, request: { signal } }) => {
        const { question: asked } = body as unknown as { question: z.output<Q> }
        const asking = await openAsking(ctx, parts, signal)
        // How fresh is asked first: a figure may hold more than it says, never less.
        const age = await findFreshness(parts.warehouse)
        const says = await say(asking, asked)
        // biome-ignore lint/suspicious/noExplicitAny: the type of an answer that depends on a type parameter is not worked out
        return { says, answer: await answerOf(asking, asked), ...age } as any
      },
    ),
    route(
      {
        method: 'post',
        path: `${path}/people`,
        summary: `List the members behind a figure: ${what}`,
        tag,
        access: permitted('audience.read'),
        limit,
        idempotency: 'none',
        body: z.object({
          question,
          cell,
          cursor: z.string().max(512).optional(),
          limit: z.int().min(1).max(100).default(20),
        }),
        answer: z.object({
          total: z.int(),
          items: z.array(personAnswer),
          next: z.string().nullable(),
        }),
      },
      async (ctx, { body, request: { signal } }) => {
        const given = body as unknown as {
          question: unknown
          cell: unknown
          cursor?: string
          limit: number
        }
        const { asking, people } = await behind(ctx, signal, given)
        const after = readCursor(`insight.${name}`, given.cursor)?.id ?? '0'
        const { total, ids } = await idsBehind(asking, people, after, given.limit + 1)
        const { items: shown, next } = cutPage(ids, given.limit, (id) => ({ value: '', id }))
        const found = await findPeople(ctx, parts.files, shown)
        return {
          total,
          items: shown.flatMap((id) => found.get(id) ?? []),
          next: writeCursor(`insight.${name}`, next),
        }
      },
    ),
    route(
      {
        method: 'post',
        path: `${path}/list`,
        summary: `Keep the members behind a figure as a list: ${what}`,
        tag,
        access: permitted('audience.edit'),
        limit: { max: 20, perSeconds: 60 },
        idempotency: 'required',
        body: z.object({
          question,
          cell,
          name: z.string().trim().min(1).max(60),
          note: z.string().trim().max(300).default(''),
        }),
        status: 201,
        answer: z.object({ id: z.string(), name: z.string(), members: z.int() }),
      },
      async (ctx, { body, request: { signal } }) => {
        const given = body as unknown as { question: unknown; cell: unknown; name: string; note: string }
        const { asking, people } = await behind(ctx, signal, given)
        const pages = () => pagesBehind(asking, people)
        const list = await createList(ctx, parts.audience, { name: given.name, note: given.note }, pages)
        return { id: list.id, name: list.name, members: list.members ?? 0 }
      },
    ),
  ]
}

/** A page of the members behind a figure, ascending, and how many there are; who is gone or a double is nobody. */
async function idsBehind(
  asking: Asking,
  { sql, params }: BoundSql,
  after: Id,
  limit: number,
): Promise<{ total: number; ids: Id[] }> {
  const [row] = await asking.query<{ total: string; ids: Id[] }>(
    `WITH (${presentSql(sql)}) AS found
     SELECT bitmapCardinality(found) AS total,
       arraySort(bitmapToArray(bitmapSubsetLimit(found, {people_after:UInt64} + 1, {people_limit:UInt64}))) AS ids`,
    { ...params, people_after: after, people_limit: limit },
  )
  return { total: Number(row?.total ?? 0), ids: row?.ids ?? [] }
}

/** Members who leave the warehouse together: each time the figure is worked out again, so they are many. */
const pageBehind = 250_000

/** Everybody behind a figure, ascending, so many at a time. */
export async function* pagesBehind(
  asking: Asking,
  people: BoundSql,
  size = pageBehind,
): AsyncGenerator<readonly Id[]> {
  for (let after: Id | undefined = '0'; after !== undefined; ) {
    const { ids }: { ids: readonly Id[] } = await idsBehind(asking, people, after, size)
    yield ids
    after = ids.length === size ? ids.at(-1)! : undefined
  }
}

const presentSql = (sql: string) =>
  `SELECT bitmapAnd((SELECT groupBitmapState(toUInt64(member_id)) FROM (${sql})),
     (SELECT groupBitmapState(id) FROM member FINAL WHERE present))`

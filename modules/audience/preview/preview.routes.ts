/** What the builder of conditions asks while somebody is building: nothing here changes anything. */
import { permitted } from '#base/access/access.ts'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { readCursor, writeCursor } from '#base/http/cursor.ts'
import { Problem, problems } from '#base/http/problem.ts'
import { route } from '#base/http/route.ts'
import type { Parts } from '#base/parts.ts'
import type { Audience, Behind } from '../audience.ts'
import type { Definition } from '../conditions/condition.ts'
import { findPeople, type PersonShown } from '../people.ts'
import {
  explanationAnswer,
  explanationBody,
  peopleAnswer,
  peopleBody,
  previewAnswer,
  previewBody,
} from './preview.schema.ts'

const tag = 'audience'
const access = permitted('audience.read')
const at = ['body', 'definition']
/** Each of these reads the warehouse: a person building types, a program must not hammer. */
const limit = { max: 120, perSeconds: 60 }

export const previewRoutes = ({ files }: Pick<Parts, 'files'>, audience: Audience) => [
  route(
    {
      method: 'post',
      path: '/api/audience/preview',
      summary: 'Preview a condition: how many fit, part by part, and some of them',
      tag,
      access,
      limit,
      idempotency: 'none',
      body: previewBody,
      answer: previewAnswer,
    },
    async (ctx, { body, request }) => {
      await audience.check(ctx, body.definition, at)
      const began = performance.now()
      const preview = await audience.preview(ctx, body.definition, {
        seed: body.seed,
        signal: request.signal,
      })
      const facts = new Map(preview.sample.map(({ memberId, fact }) => [memberId, fact]))
      const people = await findPeople(ctx, files, [...facts.keys()])
      return {
        sentence: [...preview.sentence],
        total: preview.total,
        members: preview.members,
        share: preview.members === 0 ? 0 : preview.total / preview.members,
        reachable: preview.reachable,
        nodes: [...preview.nodes],
        steps: [...preview.steps],
        sample: inOrder([...facts.keys()], people).map((person) => ({
          ...person,
          fact: facts.get(person.id) ?? null,
        })),
        ms: Math.round(performance.now() - began),
      }
    },
  ),
  route(
    {
      method: 'post',
      path: '/api/audience/explanation',
      summary: 'Say why a member fits a condition, or why not',
      tag,
      access,
      limit,
      idempotency: 'none',
      body: explanationBody,
      answer: explanationAnswer,
    },
    async (ctx, { body: { definition, memberId }, request }) => {
      await audience.check(ctx, definition, at)
      const explanation = await audience.explain(ctx, definition, memberId)
      const member = (await findPeople(ctx, files, [memberId])).get(memberId)
      if (!member) throw problems.notFound()
      return { member, explanation, oneShort: await countOneShort(ctx, audience, definition, request.signal) }
    },
  ),
  route(
    {
      method: 'post',
      path: '/api/audience/people',
      summary: 'List the people behind a part of a condition',
      tag,
      access,
      limit,
      idempotency: 'none',
      body: peopleBody,
      answer: peopleAnswer,
    },
    async (ctx, { body: { definition, node, step, oneShort, cursor, limit: most }, request }) => {
      await audience.check(ctx, definition, at)
      const behind: Behind =
        oneShort === true ? { oneShort } : step === undefined ? { node: node ?? 'who' } : { step }
      const after = readCursor('audience people', cursor)?.id
      const ids = await audience.page(ctx, definition, {
        behind,
        after,
        limit: most + 1,
        signal: request.signal,
      })
      const page = ids.slice(0, most)
      const last = page.at(-1)
      return {
        items: inOrder(page, await findPeople(ctx, files, page)),
        next: ids.length > most && last ? writeCursor('audience people', { value: null, id: last }) : null,
      }
    },
  ),
]

/** Who is gone meanwhile is left out. */
const inOrder = (ids: readonly Id[], people: ReadonlyMap<Id, PersonShown>): PersonShown[] =>
  ids.flatMap((id) => people.get(id) ?? [])

/** The reasons come from PostgreSQL; that the warehouse is away must not hide them. */
async function countOneShort(
  ctx: Ctx,
  audience: Audience,
  definition: Definition,
  signal: AbortSignal,
): Promise<number | null> {
  try {
    return await audience.countOneShort(ctx, definition, { signal })
  } catch (error) {
    if (error instanceof Problem && (error.kind.status === 503 || error.kind.status === 504)) return null
    throw error
  }
}

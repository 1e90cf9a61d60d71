import { z } from 'zod'
import { permitted } from '#base/access/access.ts'
import { may } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import type { Declared } from '#base/declarations/declared.ts'
import { hear } from '#base/declarations/said.ts'
import { readCursor, writeCursor } from '#base/http/cursor.ts'
import { route } from '#base/http/route.ts'
import { id, idParams, pageOf, pageQuery } from '#base/http/schemas.ts'
import { render } from '#base/i18n/messages.ts'
import type { Parts } from '#base/parts.ts'
import { audit } from '#modules/identity/api.ts'
import { findMember, type Member } from '../people/members.sql.ts'
import { countMoving, type Side, sideOf } from './compare.ts'
import { mergeMembers, unmergeMembers } from './merge.ts'
import { countDoubles, type Double, findDoubles, findMerges, type Merge, mergeReasons, tellApart } from './merges.sql.ts' // biome-ignore format: one line of verbs
import type { searchJob } from './search.ts'

const access = permitted('members.merge')
const tag = 'merges'

const person = z.object({
  id: z.string(),
  nickname: z.string(),
  avatarUrl: z.string().nullable(),
  city: z.string(),
  joinedAt: z.iso.datetime(),
})
const side = person.extend({
  lastSeenAt: z.iso.datetime().nullable(),
  channel: z.string(),
  bio: z.string(),
  hasAccount: z.boolean(),
  tags: z.array(z.string()),
  contacts: z.array(z.object({ kind: z.string(), masked: z.string() })),
  fields: z.array(z.object({ label: z.string(), value: z.string() })),
  events: z.int().describe('At most 10,000 are counted'),
})
const doubleAnswer = z.object({
  id: z.string(),
  reason: z.enum(mergeReasons),
  foundAt: z.iso.datetime(),
  left: person,
  right: person,
})
const mergeAnswer = z.object({
  id: z.string(),
  reason: z.enum(mergeReasons),
  note: z.string(),
  double: person,
  into: person,
  mergedAt: z.iso.datetime(),
  undoUntil: z.iso.datetime(),
  undoneAt: z.iso.datetime().nullable(),
  can: z.object({ undo: z.boolean() }),
})

export interface MergeDoor extends Pick<Parts, 'files' | 'jobs'> {
  readonly declared: Pick<Declared, 'personal'>
  readonly searchJob: ReturnType<typeof searchJob>
}

export const mergeRoutes = ({ files, jobs, declared, searchJob: job }: MergeDoor) => {
  const presentPerson = async (
    ctx: Ctx,
    { id: memberId, nickname, avatarFileId, city, joinedAt }: Member,
  ) => ({
    id: memberId,
    nickname,
    avatarUrl: avatarFileId === null ? null : ((await files.url(ctx, avatarFileId, 'small')) ?? null),
    city,
    joinedAt: joinedAt.toISOString(),
  })
  const personOf = async (ctx: Ctx, memberId: string) =>
    presentPerson(ctx, (await findMember(ctx, memberId))!)
  const presentSide = async (ctx: Ctx, { member, contacts, fields, events }: Side) => ({
    ...(await presentPerson(ctx, member)),
    lastSeenAt: member.lastSeenAt?.toISOString() ?? null,
    channel: member.channel,
    bio: member.bio,
    hasAccount: member.accountId !== null,
    tags: [...member.tags],
    contacts: [...contacts],
    fields: [...fields],
    events,
  })
  const presentDouble = async (ctx: Ctx, pair: Double) => ({
    id: pair.id,
    reason: pair.reason,
    foundAt: pair.foundAt.toISOString(),
    left: await personOf(ctx, pair.lowId),
    right: await personOf(ctx, pair.highId),
  })
  const presentMerge = async (ctx: Ctx, merge: Merge) => ({
    id: merge.id,
    reason: merge.reason,
    note: merge.note,
    double: await personOf(ctx, merge.doubleId),
    into: await personOf(ctx, merge.intoId),
    mergedAt: merge.mergedAt.toISOString(),
    undoUntil: merge.undoUntil.toISOString(),
    undoneAt: merge.undoneAt?.toISOString() ?? null,
    can: { undo: may(ctx.actor, 'members.merge') && merge.undoneAt === null && merge.undoUntil > ctx.now },
  })
  const place = (value: string | null) => (value === null ? null : { value: null, id: value })
  return [
    route(
      {
        method: 'get',
        path: '/api/doubles',
        summary: 'List pairs of members who may be one person',
        tag,
        access,
        query: pageQuery.extend({ memberId: id.optional() }),
        answer: pageOf(doubleAnswer).extend({ total: z.int().nullable() }),
      },
      async (ctx, { query }) => {
        const after = readCursor('doubles', query.cursor)?.id
        const page = await findDoubles(ctx, { memberId: query.memberId, after, limit: query.limit })
        return {
          items: await Promise.all(page.items.map((pair) => presentDouble(ctx, pair))),
          next: writeCursor('doubles', place(page.next)),
          total: after || query.memberId ? null : await countDoubles(ctx),
        }
      },
    ),
    route(
      {
        method: 'post',
        path: '/api/doubles/search',
        summary: 'Look for doubles now',
        tag,
        access,
        limit: { max: 6, perSeconds: 60 },
        answer: z.object({ jobId: z.string() }),
        status: 202,
      },
      async (ctx) =>
        await transact(ctx, async (tx) => {
          const jobId = await jobs.enqueue(tx, job, {})
          await audit(tx, 'members.doubles_searched', { kind: 'job', id: jobId })
          return { jobId }
        }),
    ),
    route(
      {
        method: 'put',
        path: '/api/doubles/{id}/apart',
        summary: 'Say that a pair is two people',
        tag,
        access,
        params: idParams,
      },
      async (ctx, { params }) => {
        await tellApart(ctx, params.id)
        return undefined
      },
    ),
    route(
      {
        method: 'get',
        path: '/api/merges',
        summary: 'List merges of members',
        tag,
        access,
        query: pageQuery.extend({ memberId: id.optional() }),
        answer: pageOf(mergeAnswer),
      },
      async (ctx, { query }) => {
        const after = readCursor('merges', query.cursor)?.id
        const page = await findMerges(ctx, { memberId: query.memberId, after, limit: query.limit })
        return {
          items: await Promise.all(page.items.map((merge) => presentMerge(ctx, merge))),
          next: writeCursor('merges', place(page.next)),
        }
      },
    ),
    route(
      {
        method: 'get',
        path: '/api/merges/preview',
        summary: 'Compare two members, and see what a merge would move',
        tag,
        access,
        query: z.object({ doubleId: id, intoId: id }),
        answer: z.object({
          double: side,
          into: side,
          moving: z.array(z.object({ label: z.string(), rows: z.int() })),
        }),
      },
      async (ctx, { query }) => ({
        double: await presentSide(ctx, await sideOf(ctx, query.doubleId)),
        into: await presentSide(ctx, await sideOf(ctx, query.intoId)),
        moving: (await countMoving(ctx, declared, query.doubleId)).map(({ label, rows }) => ({
          label: render(label, ctx.locale),
          rows,
        })),
      }),
    ),
    route(
      {
        method: 'post',
        path: '/api/merges',
        summary: 'Merge a double into the member that remains',
        tag,
        access,
        idempotency: 'required',
        body: z.object({
          doubleId: id,
          intoId: id,
          reason: z.enum(mergeReasons).default('hand'),
          note: z.string().trim().max(300).default(''),
        }),
        answer: mergeAnswer,
        status: 201,
      },
      async (ctx, { body }) => await presentMerge(ctx, await mergeMembers(ctx, declared, body)),
    ),
    route(
      {
        method: 'post',
        path: '/api/merges/{id}/undo',
        summary: 'Take a merge back',
        tag,
        access,
        params: idParams,
        answer: mergeAnswer.extend({
          left: z.array(z.string()).describe('What could not be given back, in sentences'),
        }),
      },
      async (ctx, { params }) => {
        const { merge, left } = await unmergeMembers(ctx, declared, params.id)
        return { ...(await presentMerge(ctx, merge)), left: left.map((said) => hear(said, ctx.locale)) }
      },
    ),
  ]
}

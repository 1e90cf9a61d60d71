/** Elimination and return over HTTP, for operators. */
import { z } from 'zod'
import { permitted } from '#base/access/access.ts'
import { may } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { readCursor, writeCursor } from '#base/http/cursor.ts'
import { route } from '#base/http/route.ts'
import { id, idParams, pageOf, pageQuery } from '#base/http/schemas.ts'
import { type Audience, definition } from '#modules/audience/api.ts'
import { personAnswer } from '../admission/shapes.ts'
import { failureAnswer, presentFailure } from '../course/failure.ts'
import { presentBadge } from '../groups/present.ts'
import { groupBadge } from '../groups/shapes.ts'
import { presentPerson } from '../memberships/present.ts'
import type { Notify } from '../notices/notices.ts'
import { type Case, caseStates, countCases, findAppeals, findCases, returnWays } from './cases.sql.ts'
import { decideCases } from './deciding.ts'
import { findPeople } from './people.sql.ts'
import { answerAppeal, bringBack } from './returning.ts'
import {
  type EliminationRule,
  findEliminationRule,
  sparable,
  tryElimination,
  writeEliminationRule,
} from './rules.ts'

const tag = 'groups'
const read = permitted('groups.read')
const edit = permitted('groups.edit')
const decide = permitted('groups.members')

const ruleFields = z.object({
  risk: definition.describe('Who is at risk'),
  newcomerDays: z.int().min(0).max(365).default(14).describe('Newer members are left in peace'),
  sparedRoles: z.array(z.enum(sparable)).default(['expert']),
  graceDays: z.int().min(1).max(90).default(7),
  review: z.boolean().default(true).describe('A person confirms every removal'),
  words: z.string().trim().min(1).max(500).describe('What the member reads with the warning'),
  backIf: definition.nullable().default(null).describe('Who comes back by it needs nobody'),
  backTask: z.string().trim().max(500).default(''),
  backAfter: z.int().min(0).max(365).default(0).describe('Days until the way back opens'),
  active: z.boolean().default(false),
})

const ruleAnswer = ruleFields.extend({
  revision: z.int(),
  ranAt: z.iso.datetime().nullable(),
  failure: failureAnswer.nullable(),
  says: z.string().describe('Who is at risk, as a sentence'),
  backSays: z.string().nullable(),
})

const reason = z.object({ says: z.string(), evidence: z.string().nullable() })
const caseAnswer = z.object({
  id: z.string(),
  person: personAnswer,
  state: z.enum(caseStates),
  reasons: z.array(reason),
  warnedAt: z.iso.datetime(),
  graceUntil: z.iso.datetime(),
  decidedAt: z.iso.datetime().nullable(),
  decidedBy: z.string().nullable(),
  decision: z.string(),
  returnedAt: z.iso.datetime().nullable(),
  returnedHow: z.enum(returnWays).nullable(),
  joinedAt: z.iso.datetime().nullable(),
  lastSeenAt: z.iso.datetime().nullable(),
  can: z.object({ decide: z.boolean(), bringBack: z.boolean() }),
})
const iso = (at: Date | null) => at?.toISOString() ?? null

const presentCase = (ctx: Ctx, one: Case): z.input<typeof caseAnswer> => {
  const mayDecide = may(ctx.actor, 'groups.members')
  return {
    id: one.id,
    person: presentPerson(one),
    state: one.state,
    reasons: [...one.reasons],
    warnedAt: one.warnedAt.toISOString(),
    graceUntil: one.graceUntil.toISOString(),
    decidedAt: iso(one.decidedAt),
    decidedBy: one.decidedBy,
    decision: one.decision,
    returnedAt: iso(one.returnedAt),
    returnedHow: one.returnedHow,
    joinedAt: iso(one.joinedAt),
    lastSeenAt: iso(one.lastSeenAt),
    can: {
      decide: mayDecide && (one.state === 'warned' || one.state === 'due'),
      bringBack: mayDecide && one.state === 'removed',
    },
  }
}

export const eliminationRoutes = (audience: Audience, notify: Notify) => {
  const presentRule = async (
    ctx: Ctx,
    { groupId: _, ...rule }: EliminationRule,
  ): Promise<z.input<typeof ruleAnswer>> => ({
    ...rule,
    sparedRoles: [...rule.sparedRoles],
    ranAt: iso(rule.ranAt),
    failure: presentFailure(rule.failure),
    says: await audience.say(ctx, rule.risk),
    backSays: rule.backIf && (await audience.say(ctx, rule.backIf)),
  })
  return [
    route(
      {
        method: 'get',
        path: '/api/groups/{id}/elimination',
        summary: 'See the elimination rule of a group, and how many cases it has',
        tag,
        access: read,
        params: idParams,
        answer: z.object({
          rule: ruleAnswer.nullable(),
          counts: z.record(z.enum(caseStates), z.int()),
          openAppeals: z.int(),
        }),
      },
      async (ctx, { params }) => {
        const [rule, counts, appeals] = await Promise.all([
          findEliminationRule(ctx, params.id),
          countCases(ctx, params.id),
          findAppeals(ctx, { groupId: params.id, state: 'open' }, { after: undefined, limit: 100 }),
        ])
        return {
          rule: rule ? await presentRule(ctx, rule) : null,
          counts,
          openAppeals: appeals.items.length,
        }
      },
    ),
    route(
      {
        method: 'put',
        path: '/api/groups/{id}/elimination',
        summary: 'Write the elimination rule of a group over the revision that was seen',
        tag,
        access: edit,
        params: idParams,
        body: ruleFields.extend({ revision: z.int().min(0).describe('0: there is none yet') }),
        answer: ruleAnswer,
      },
      async (ctx, { params, body }) =>
        await presentRule(ctx, await writeEliminationRule(ctx, audience, params.id, body)),
    ),
    route(
      {
        method: 'post',
        path: '/api/groups/{id}/elimination/preview',
        summary: 'See whom an elimination rule would concern, without doing anything',
        tag,
        access: read,
        limit: { max: 60, perSeconds: 60 },
        params: idParams,
        body: ruleFields.pick({ risk: true, newcomerDays: true, sparedRoles: true }),
        answer: z.object({
          says: z.string(),
          members: z.int(),
          concerned: z.int(),
          spared: z.object({ newcomers: z.int(), roles: z.int() }),
          recovering: z.int(),
          first: z.array(
            z.object({
              person: personAnswer,
              joinedAt: z.iso.datetime(),
              lastSeenAt: z.iso.datetime().nullable(),
            }),
          ),
        }),
      },
      async (ctx, { params, body }) => {
        const tried = await tryElimination(ctx, audience, params.id, body)
        const people = await findPeople(
          ctx,
          tried.first.map((one) => one.memberId),
        )
        return {
          ...tried,
          spared: { ...tried.spared },
          says: await audience.say(ctx, body.risk),
          first: tried.first.flatMap(({ memberId, joinedAt }) => {
            const person = people.get(memberId)
            return person
              ? [
                  {
                    person: presentPerson(person),
                    joinedAt: joinedAt.toISOString(),
                    lastSeenAt: iso(person.lastSeenAt),
                  },
                ]
              : []
          }),
        }
      },
    ),
    route(
      {
        method: 'get',
        path: '/api/groups/{id}/elimination/cases',
        summary: 'List the cases of a group, newest warning first',
        tag,
        access: read,
        params: idParams,
        query: pageQuery.extend({ state: z.enum(caseStates).optional() }),
        answer: pageOf(caseAnswer),
      },
      async (ctx, { params, query: { cursor, limit, state } }) => {
        const after = readCursor('cases', cursor)
        const page = await findCases(ctx, { groupId: params.id, state }, { after, limit })
        return {
          items: page.items.map((one) => presentCase(ctx, one)),
          next: writeCursor('cases', page.next),
        }
      },
    ),
    route(
      {
        method: 'post',
        path: '/api/group-elimination/decisions',
        summary: 'Confirm removals, or leave members in peace',
        tag,
        access: decide,
        body: z.object({
          ids: z.array(id).min(1).max(100),
          remove: z.boolean(),
          decision: z.string().trim().max(300).default('').describe('What the member is told'),
        }),
        answer: z.object({ removed: z.int(), spared: z.int(), skipped: z.int() }),
      },
      async (ctx, { body }) => await decideCases(ctx, audience, notify, body.ids, body),
    ),
    route(
      {
        method: 'put',
        path: '/api/group-elimination/{id}/return',
        summary: 'Let an eliminated member in again',
        tag,
        access: decide,
        params: idParams,
      },
      async (ctx, { params }) => {
        await bringBack(ctx, params.id)
        return undefined
      },
    ),
    route(
      {
        method: 'get',
        path: '/api/group-appeals',
        summary: 'List appeals: open ones oldest first, answered ones newest first',
        tag,
        access: decide,
        query: pageQuery.extend({
          group: id.optional(),
          state: z.enum(['open', 'answered']).default('open'),
        }),
        answer: pageOf(
          z.object({
            id: z.string(),
            caseId: z.string(),
            group: groupBadge,
            person: personAnswer,
            kind: z.enum(['appeal', 'task']),
            words: z.string(),
            askedAt: z.iso.datetime(),
            state: z.enum(['open', 'granted', 'refused', 'closed']),
            answer: z.string(),
            answeredAt: z.iso.datetime().nullable(),
            answeredBy: z.string().nullable(),
            caseState: z.enum(caseStates),
            reasons: z.array(reason),
          }),
        ),
      },
      async (ctx, { query: { cursor, limit, group, state } }) => {
        const order = `appeals ${state}`
        const after = readCursor(order, cursor)
        const page = await findAppeals(ctx, { groupId: group, state }, { after, limit })
        return {
          items: page.items.map((appeal) => ({
            id: appeal.id,
            caseId: appeal.caseId,
            kind: appeal.kind,
            words: appeal.words,
            state: appeal.state,
            answer: appeal.answer,
            answeredBy: appeal.answeredBy,
            caseState: appeal.caseState,
            group: presentBadge(appeal.group),
            person: presentPerson(appeal),
            askedAt: appeal.askedAt.toISOString(),
            answeredAt: iso(appeal.answeredAt),
            reasons: [...appeal.reasons],
          })),
          next: writeCursor(order, page.next),
        }
      },
    ),
    route(
      {
        method: 'put',
        path: '/api/group-appeals/{id}/answer',
        summary: 'Answer an appeal, or a task that was done',
        tag,
        access: decide,
        params: idParams,
        body: z.object({ grant: z.boolean(), answer: z.string().trim().max(500).default('') }),
      },
      async (ctx, { params, body }) => {
        await answerAppeal(ctx, notify, params.id, body)
        return undefined
      },
    ),
  ]
}

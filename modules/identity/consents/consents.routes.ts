/** Policies, consents and requests about one's own data. */
import { z } from 'zod'
import { anyone, permitted, signedIn } from '#base/access/access.ts'
import type { Ctx } from '#base/context.ts'
import { readCursor, writeCursor } from '#base/http/cursor.ts'
import type { RequestInfo } from '#base/http/request.ts'
import { type AnyRoute, route } from '#base/http/route.ts'
import { idParams, moment, pageQuery } from '#base/http/schemas.ts'
import { render } from '#base/i18n/messages.ts'
import { maskEmail } from '#base/text/mask.ts'
import { accountId } from '../accounts/actor.ts'
import type { Identity } from '../engine/identity.ts'
import { identityProblems } from '../problems.ts'
import { type ConsentState, findConsents, recordConsents } from './consents.ts'
import { findPolicies, type PolicyRow, publishPolicy } from './policies.ts'
import { type PurposeCode, purposeCodes, purposes } from './purposes.ts'
import {
  answerRequest,
  countOpenRequests,
  type DataRequestRow,
  findOwnRequests,
  findRequests,
  requestData,
} from './requests.ts'

const tag = 'Privacy'

/** After a no, nobody is asked again for this long (law.md L-05). */
const coolDownDays = 90

const policyView = z.object({
  code: z.enum(['terms', 'privacy']),
  version: z.number().int(),
  textHash: z.string(),
  publishedAt: moment,
  body: z.object({ zh: z.string(), en: z.string() }),
})

const consentView = z.object({
  purpose: z.enum(purposeCodes),
  label: z.string(),
  note: z.string(),
  required: z.boolean(),
  policy: z.enum(['terms', 'privacy']),
  granted: z.boolean(),
  /** When this was said; null when it was never asked. */
  at: moment.nullable(),
  version: z.number().int().nullable(),
  /** A newer text is in force than the one that was agreed to. */
  outdated: z.boolean(),
  /** Whether it may be asked now: never answered, agreed to an older text, or the quiet time after a no is over. */
  mayAsk: z.boolean(),
})

const requestView = z.object({
  id: z.string(),
  kind: z.enum(['export', 'delete']),
  state: z.enum(['open', 'done', 'refused']),
  requestedAt: moment,
  dueAt: moment,
  closedAt: moment.nullable(),
  answer: z.string().nullable(),
})

const presentPolicy = (row: PolicyRow): z.input<typeof policyView> => ({
  code: row.code as 'terms' | 'privacy',
  version: row.version,
  textHash: row.text_hash,
  publishedAt: row.published_at.toISOString(),
  body: { zh: row.body_zh, en: row.body_en },
})

const presentRequest = (row: DataRequestRow): z.input<typeof requestView> => ({
  id: row.id,
  kind: row.kind as 'export' | 'delete',
  state: row.state as 'open' | 'done' | 'refused',
  requestedAt: row.requested_at.toISOString(),
  dueAt: row.due_at.toISOString(),
  closedAt: row.closed_at?.toISOString() ?? null,
  answer: row.answer,
})

async function presentConsents(ctx: Ctx): Promise<z.input<typeof consentView>[]> {
  const [policies, answers] = [await findPolicies(ctx), await findConsents(ctx, accountId(ctx))]
  return purposes.map((purpose) => {
    const answer: ConsentState | undefined = answers[purpose.code]
    const inForce = policies[purpose.policy]?.version ?? 1
    const outdated = answer?.granted === true && answer.version < inForce
    const quietUntil = answer ? answer.at.getTime() + coolDownDays * 86_400_000 : 0
    return {
      purpose: purpose.code,
      label: render(purpose.label, ctx.locale),
      note: render(purpose.note, ctx.locale),
      required: purpose.required,
      policy: purpose.policy,
      granted: answer?.granted ?? false,
      at: answer?.at.toISOString() ?? null,
      version: answer?.version ?? null,
      outdated,
      mayAsk: !answer || outdated || (!answer.granted && ctx.now.getTime() > quietUntil),
    }
  })
}

const scene = (request: RequestInfo) => ({
  channel: 'web' as const,
  ip: request.ip,
  userAgent: request.headers.get('user-agent'),
})

export const consentsRoutes = ({ options }: Identity): AnyRoute[] => [
  route(
    {
      method: 'get',
      path: '/api/policies',
      summary: 'Read the texts that people agree to',
      tag,
      access: anyone,
      answer: z.object({ items: z.array(policyView) }),
    },
    async (ctx) => ({ items: Object.values(await findPolicies(ctx)).map(presentPolicy) }),
  ),
  route(
    {
      method: 'post',
      path: '/api/policies',
      summary: 'Publish a new version of a text; people are asked again',
      tag,
      access: permitted('policies.manage'),
      body: z.object({
        code: z.enum(['terms', 'privacy']),
        zh: z.string().trim().min(20).max(60_000),
        en: z.string().trim().min(20).max(60_000),
      }),
      answer: policyView,
      status: 201,
    },
    async (ctx, { body }) => presentPolicy(await publishPolicy(ctx, body)),
  ),
  route(
    {
      method: 'get',
      path: '/api/account/consents',
      summary: 'List what one agreed to',
      tag,
      access: signedIn,
      answer: z.object({ items: z.array(consentView) }),
    },
    async (ctx) => ({ items: await presentConsents(ctx) }),
  ),
  route(
    {
      method: 'put',
      path: '/api/account/consents/{purpose}',
      summary: 'Agree to a purpose, or withdraw',
      tag,
      access: signedIn,
      params: z.object({ purpose: z.enum(purposeCodes) }),
      body: z.object({ granted: z.boolean() }),
      answer: z.object({ items: z.array(consentView) }),
    },
    async (ctx, { params, body, request }) => {
      const purpose = params.purpose as PurposeCode
      if (!body.granted && purposes.find(({ code }) => code === purpose)?.required)
        throw identityProblems.consentFixed()
      await recordConsents(ctx, accountId(ctx), { [purpose]: body.granted }, scene(request))
      return { items: await presentConsents(ctx) }
    },
  ),
  route(
    {
      method: 'get',
      path: '/api/account/data-requests',
      summary: 'List the own requests about personal data',
      tag,
      access: signedIn,
      answer: z.object({ items: z.array(requestView) }),
    },
    async (ctx) => ({ items: (await findOwnRequests(ctx, accountId(ctx))).map(presentRequest) }),
  ),
  route(
    {
      method: 'post',
      path: '/api/account/data-requests',
      summary: 'Ask for a copy of the own data, or for the account to be deleted',
      tag,
      access: signedIn,
      body: z.object({ kind: z.enum(['export', 'delete']) }),
      answer: requestView,
      status: 201,
    },
    async (ctx, { body }) =>
      presentRequest(await requestData(ctx, accountId(ctx), body.kind, options.addWorkingDays)),
  ),
  route(
    {
      method: 'get',
      path: '/api/data-requests',
      summary: 'List requests about personal data',
      tag,
      access: permitted('data_requests.manage'),
      query: pageQuery.extend({ state: z.enum(['open', 'closed']).default('open') }),
      answer: z.object({
        items: z.array(
          requestView.extend({
            accountId: z.string(),
            memberId: z.string().nullable(),
            name: z.string(),
            /** Masked: enough to tell two people of one name apart. */
            email: z.string(),
            handler: z.string().nullable(),
          }),
        ),
        next: z.string().nullable(),
        open: z.int(),
        overdue: z.int(),
      }),
    },
    async (ctx, { query: { state, cursor, limit } }) => {
      const after = readCursor(`data requests ${state}`, cursor)
      const page = await findRequests(ctx, { open: state === 'open', after, limit })
      const members = await Promise.all(
        page.items.map(async (row) => (await options.memberOf?.(ctx.db, row.account_id)) ?? null),
      )
      return {
        items: page.items.map((row, at) => ({
          ...presentRequest(row),
          accountId: row.account_id,
          memberId: members[at] ?? null,
          name: row.name,
          email: maskEmail(row.email),
          handler: row.handler,
        })),
        next: writeCursor(`data requests ${state}`, page.next),
        ...(await countOpenRequests(ctx)),
      }
    },
  ),
  route(
    {
      method: 'put',
      path: '/api/data-requests/{id}',
      summary: 'Answer a request about personal data',
      tag,
      access: permitted('data_requests.manage'),
      params: idParams,
      body: z.object({ state: z.enum(['done', 'refused']), answer: z.string().trim().min(1).max(2_000) }),
    },
    async (ctx, { params, body }) => {
      await answerRequest(ctx, params.id, body, options.permissions())
      return undefined
    },
  ),
]

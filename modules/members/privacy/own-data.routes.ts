/** What a member does with the data about himself: sees and edits it, deletes tags, fetches a copy. */
import { z } from 'zod'
import { member, permitted } from '#base/access/access.ts'
import type { Id } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import { route } from '#base/http/route.ts'
import { idParams } from '#base/http/schemas.ts'
import type { Parts } from '#base/parts.ts'
import { agreesTo, audit } from '#modules/identity/api.ts'
import { memberFieldTypes } from '../fields/field.ts'
import { findFields } from '../fields/fields.ts'
import { setFieldValues } from '../fields/set-values.ts'
import { findValues, openValue, valuesById } from '../fields/values.sql.ts'
import { byMember, sources } from '../origin.ts'
import { getMember } from '../people/members.sql.ts'
import { jsonValue } from '../people/present-person.ts'
import { memberProblems } from '../problems.ts'
import { findTagsOf, refuseTag } from '../tags/groups.ts'
import type { Vault } from '../vault.ts'
import { askForCopy, findCopy, type makeCopyJob } from './copies.ts'

const tag = 'members'

const ownFieldAnswer = z.object({
  key: z.string(),
  label: z.string(),
  hint: z.string(),
  type: z.enum(memberFieldTypes),
  options: z.array(z.object({ value: z.string(), label: z.string() })),
  required: z.boolean(),
  necessary: z.boolean(),
  sensitive: z.boolean(),
  purpose: z.string(),
  value: jsonValue,
  source: z.enum(sources).nullable(),
  setAt: z.iso.datetime().nullable(),
  can: z.object({ edit: z.boolean() }),
})
const ownFieldsAnswer = z.object({
  items: z.array(ownFieldAnswer),
  /** Whether the member agreed to the keeping of sensitive data; without it such fields are not taken. */
  sensitiveAgreed: z.boolean(),
  next: z.null(),
})

const ownTagAnswer = z.object({
  id: z.string(),
  name: z.string(),
  note: z.string(),
  source: z.enum(sources),
  addedAt: z.iso.datetime(),
  can: z.object({ remove: z.boolean() }),
})

const copyAnswer = z.object({
  state: z.enum(['none', 'making', 'ready']),
  requestedAt: z.iso.datetime().nullable(),
  readyAt: z.iso.datetime().nullable(),
  url: z.string().nullable(),
})

function ownId(ctx: Ctx): Id {
  const memberId = ctx.actor.kind === 'account' ? ctx.actor.memberId : undefined
  if (!memberId) throw memberProblems.memberNotFound()
  return memberId
}

async function presentOwnFields(ctx: Ctx, vault: Vault): Promise<z.input<typeof ownFieldsAnswer>> {
  const memberId = ownId(ctx)
  const values = valuesById(await findValues(ctx, [memberId]))
  const items = (await findFields(ctx))
    .filter((field) => field.memberAccess !== 'none')
    .map((field) => {
      const held = values.get(field.id)
      const value = held ? openValue(vault, held) : null
      const { key, label, hint, type, required, necessary, sensitive, purpose } = field
      return {
        key,
        label,
        hint,
        type,
        required,
        necessary,
        sensitive,
        purpose,
        options: field.options.map((option) => ({ ...option })),
        value: Array.isArray(value) ? [...value] : (value as string | number | boolean | null),
        source: held?.source ?? null,
        setAt: held?.setAt.toISOString() ?? null,
        can: { edit: field.memberAccess === 'edit' },
      }
    })
  const account = ctx.actor.kind === 'account' ? ctx.actor.accountId : undefined
  return {
    items,
    sensitiveAgreed: account !== undefined && (await agreesTo(ctx, account, 'sensitive')),
    next: null,
  }
}

export const ownDataRoutes = (
  { files, jobs, vault }: Pick<Parts, 'files' | 'jobs'> & { readonly vault: Vault },
  copyJob: ReturnType<typeof makeCopyJob>,
) => {
  const presentCopy = async (ctx: Ctx): Promise<z.input<typeof copyAnswer>> => {
    const copy = await findCopy(ctx, ownId(ctx))
    return {
      state: copy.state,
      requestedAt: copy.requestedAt?.toISOString() ?? null,
      readyAt: copy.readyAt?.toISOString() ?? null,
      url: copy.fileId ? ((await files.url(ctx, copy.fileId)) ?? null) : null,
    }
  }
  return [
    route(
      {
        method: 'get',
        path: '/api/member/fields',
        summary: 'See further data about yourself',
        tag,
        access: member,
        answer: ownFieldsAnswer,
      },
      async (ctx) => await presentOwnFields(ctx, vault),
    ),
    route(
      {
        method: 'patch',
        path: '/api/member/fields',
        summary: 'Change further data about yourself',
        tag,
        access: member,
        body: z.object({ values: z.record(z.string().max(40), jsonValue) }),
        answer: ownFieldsAnswer,
      },
      async (ctx, { body }) => {
        await setFieldValues(ctx, vault, ownId(ctx), body.values, byMember)
        return await presentOwnFields(ctx, vault)
      },
    ),
    route(
      {
        method: 'get',
        path: '/api/member/tags',
        summary: 'See the tags that you carry',
        tag,
        access: member,
        answer: z.object({ items: z.array(ownTagAnswer), next: z.null() }),
      },
      async (ctx) => ({
        items: (await findTagsOf(ctx, ownId(ctx))).map(({ id, name, note, source, addedAt }) => ({
          id,
          name,
          note,
          source,
          addedAt: addedAt.toISOString(),
          can: { remove: true },
        })),
        next: null,
      }),
    ),
    route(
      {
        method: 'delete',
        path: '/api/member/tags/{id}',
        summary: 'Delete a tag about yourself; nobody gives it again',
        tag,
        access: member,
        params: idParams,
      },
      async (ctx, { params }) => {
        await refuseTag(ctx, ownId(ctx), params.id)
        return undefined
      },
    ),
    route(
      {
        method: 'get',
        path: '/api/member/copy',
        summary: 'See whether a copy of your data is ready',
        tag,
        access: member,
        answer: copyAnswer,
      },
      async (ctx) => await presentCopy(ctx),
    ),
    route(
      {
        method: 'post',
        path: '/api/member/copy',
        summary: 'Ask for a copy of everything kept about you',
        tag,
        access: member,
        limit: { max: 5, perSeconds: 3_600 },
        answer: copyAnswer,
        status: 202,
      },
      async (ctx) => {
        await askForCopy(ctx, jobs, copyJob, ownId(ctx))
        return await presentCopy(ctx)
      },
    ),
    route(
      {
        method: 'post',
        path: '/api/members/{id}/copy',
        summary: 'Make a copy of a member’s data, which only the member can fetch',
        tag,
        access: permitted('data_requests.manage'),
        params: idParams,
        status: 202,
        answer: z.object({ state: z.literal('making') }),
      },
      async (ctx, { params }) =>
        await transact(ctx, async (tx) => {
          await getMember(tx, params.id)
          await askForCopy(tx, jobs, copyJob, params.id)
          await audit(tx, 'member.copy_made', { kind: 'member', id: params.id })
          return { state: 'making' as const }
        }),
    ),
  ]
}

/** The fields that a community defines, over HTTP. */
import { z } from 'zod'
import { permitted } from '#base/access/access.ts'
import { may } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { route } from '#base/http/route.ts'
import { id, idParams } from '#base/http/schemas.ts'
import { canEditField, canSeeField, fieldWords, type MemberField, memberFieldTypes } from './field.ts'
import { addField, archiveField, changeField, countFilled, findFields, orderFields } from './fields.ts'

const tag = 'members'
const manage = permitted('members.fields')

export const fieldAnswer = z.object({
  id: z.string(),
  key: z.string(),
  label: z.string(),
  hint: z.string(),
  type: z.enum(memberFieldTypes),
  options: z.array(z.object({ value: z.string(), label: z.string() })),
  required: z.boolean(),
  necessary: z.boolean(),
  sensitive: z.boolean(),
  purpose: z.string(),
  memberAccess: z.enum(['none', 'see', 'edit']),
  seenBy: z.array(z.string()),
  editedBy: z.array(z.string()),
  archivedAt: z.iso.datetime().nullable(),
  /** How many members have something in it; only for those who define fields. */
  filled: z.int().nullable(),
  can: z.object({ see: z.boolean(), edit: z.boolean(), define: z.boolean() }),
})

export const presentField = (
  ctx: Ctx,
  field: MemberField,
  filled: number | null = null,
): z.input<typeof fieldAnswer> => ({
  id: field.id,
  key: field.key,
  label: field.label,
  hint: field.hint,
  type: field.type,
  options: field.options.map((option) => ({ ...option })),
  required: field.required,
  necessary: field.necessary,
  sensitive: field.sensitive,
  purpose: field.purpose,
  memberAccess: field.memberAccess,
  seenBy: [...field.seenBy],
  editedBy: [...field.editedBy],
  archivedAt: field.archivedAt?.toISOString() ?? null,
  filled,
  can: {
    see: canSeeField(ctx.actor, field),
    edit: canEditField(ctx.actor, field),
    define: may(ctx.actor, 'members.fields'),
  },
})

export const fieldsRoutes = [
  route(
    {
      method: 'get',
      path: '/api/members/fields',
      summary: 'List the fields of members',
      tag,
      access: permitted('members.read'),
      query: z.object({ archived: z.enum(['true', 'false']).default('false') }),
      answer: z.object({ items: z.array(fieldAnswer), next: z.null() }),
    },
    async (ctx, { query }) => {
      const fields = await findFields(ctx, { archived: query.archived === 'true' })
      const defines = may(ctx.actor, 'members.fields')
      const filled = defines ? await countFilled(ctx) : undefined
      return {
        items: fields
          .filter((field) => defines || canSeeField(ctx.actor, field))
          .map((field) => presentField(ctx, field, filled ? (filled.get(field.id) ?? 0) : null)),
        next: null,
      }
    },
  ),
  route(
    {
      method: 'post',
      path: '/api/members/fields',
      summary: 'Add a field of members',
      tag,
      access: manage,
      body: fieldWords.extend({
        key: z.string().regex(/^[a-z][a-z0-9_]{0,39}$/),
        type: z.enum(memberFieldTypes),
      }),
      answer: fieldAnswer,
      status: 201,
    },
    async (ctx, { body }) => presentField(ctx, await addField(ctx, body), 0),
  ),
  route(
    {
      method: 'post',
      path: '/api/members/fields/order',
      summary: 'Put the fields of members in order',
      tag,
      access: manage,
      body: z.object({ ids: z.array(id).min(1).max(500) }),
      answer: z.object({ items: z.array(fieldAnswer), next: z.null() }),
    },
    async (ctx, { body }) => ({
      items: (await orderFields(ctx, body.ids)).map((field) => presentField(ctx, field)),
      next: null,
    }),
  ),
  route(
    {
      method: 'put',
      path: '/api/members/fields/{id}',
      summary: 'Change a field of members',
      tag,
      access: manage,
      params: idParams,
      body: fieldWords,
      answer: fieldAnswer,
    },
    async (ctx, { params, body }) => presentField(ctx, await changeField(ctx, params.id, body)),
  ),
  route(
    {
      method: 'put',
      path: '/api/members/fields/{id}/archive',
      summary: 'Put a field of members away',
      tag,
      access: manage,
      params: idParams,
      answer: fieldAnswer,
    },
    async (ctx, { params }) => presentField(ctx, await archiveField(ctx, params.id, true)),
  ),
  route(
    {
      method: 'delete',
      path: '/api/members/fields/{id}/archive',
      summary: 'Take a field of members out again',
      tag,
      access: manage,
      params: idParams,
      answer: fieldAnswer,
    },
    async (ctx, { params }) => presentField(ctx, await archiveField(ctx, params.id, false)),
  ),
]

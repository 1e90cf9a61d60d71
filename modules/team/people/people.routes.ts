/** Departments and guests over HTTP. */
import { z } from 'zod'
import { permitted } from '#base/access/access.ts'
import { may } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { route } from '#base/http/route.ts'
import { day, id, idParams, moment } from '#base/http/schemas.ts'
import { roleLabel } from '#modules/identity/api.ts'
import { type Colleague, findColleagues, mostColleagues } from './colleagues.ts'
import {
  archiveDepartment,
  changeDepartment,
  createDepartment,
  departmentName,
  findDepartments,
  focusOf,
  setDepartmentPeople,
} from './departments.ts'
import { agreeWithGuest, findGuests } from './guests.ts'

const tag = 'Team'
const manages = permitted('team.manage')

const personAnswer = z.object({ id, name: z.string() })
const colleagueAnswer = personAnswer.extend({
  /** Of a built-in role. */
  roleKey: z.string().nullable(),
  roleName: z.string(),
})
const departmentAnswer = z.object({
  id,
  key: z.string(),
  name: z.string(),
  /** What it is for. */
  focus: z.string(),
  lead: personAnswer.nullable(),
  people: z.array(colleagueAnswer),
  tasks: z.object({ open: z.int(), late: z.int() }),
})

const name = z.string().trim().min(1).max(30)
const focus = z.string().trim().max(200)

const presentColleague = (ctx: Ctx, { id: accountId, name: called, roleKey, roleName }: Colleague) => ({
  id: accountId,
  name: called,
  roleKey,
  roleName: roleLabel({ key: roleKey, name: roleName }, ctx.locale),
})

async function presentDepartments(ctx: Ctx) {
  const [departments, colleagues] = [await findDepartments(ctx), await findColleagues(ctx)]
  const shown = (colleague: Colleague) => presentColleague(ctx, colleague)
  return {
    items: departments.map((row) => ({
      id: row.id,
      key: row.key,
      name: departmentName(row, ctx.locale),
      focus: focusOf(row, ctx.locale),
      lead: row.leadId && row.leadName ? { id: row.leadId, name: row.leadName } : null,
      people: colleagues.filter(({ departmentIds }) => departmentIds.includes(row.id)).map(shown),
      tasks: { open: row.open, late: row.late },
    })),
    colleagues: colleagues.map(shown),
    can: { manage: may(ctx.actor, 'team.manage') },
  }
}

export const peopleRoutes = [
  route(
    {
      method: 'get',
      path: '/api/departments',
      summary: 'List the departments with their people, and everybody who can be given work',
      tag,
      access: permitted('operators.read'),
      answer: z.object({
        items: z.array(departmentAnswer),
        colleagues: z.array(colleagueAnswer),
        can: z.object({ manage: z.boolean() }),
      }),
    },
    presentDepartments,
  ),
  route(
    {
      method: 'post',
      path: '/api/departments',
      summary: 'Make a department',
      tag,
      access: manages,
      body: z.object({ name, focus: focus.default(''), leadId: id.nullable().default(null) }),
      answer: z.object({ id }),
      status: 201,
    },
    async (ctx, { body }) => ({ id: await createDepartment(ctx, body) }),
  ),
  route(
    {
      method: 'patch',
      path: '/api/departments/{id}',
      summary: 'Change a department’s name, purpose or lead',
      tag,
      access: manages,
      params: idParams,
      body: z.object({ name: name.optional(), focus: focus.optional(), leadId: id.nullable().optional() }),
    },
    async (ctx, { params, body }) => {
      await changeDepartment(ctx, params.id, body)
      return undefined
    },
  ),
  route(
    {
      method: 'put',
      path: '/api/departments/{id}/people',
      summary: 'Say who belongs to a department',
      tag,
      access: manages,
      params: idParams,
      body: z.object({ accountIds: z.array(id).max(mostColleagues) }),
    },
    async (ctx, { params, body }) => {
      await setDepartmentPeople(ctx, params.id, body.accountIds)
      return undefined
    },
  ),
  route(
    {
      method: 'delete',
      path: '/api/departments/{id}',
      summary: 'Close a department that has no open tasks',
      tag,
      access: manages,
      params: idParams,
    },
    async (ctx, { params }) => {
      await archiveDepartment(ctx, params.id)
      return undefined
    },
  ),
  route(
    {
      method: 'get',
      path: '/api/guests',
      summary: 'List experts and partners with what is agreed',
      tag,
      access: permitted('operators.read'),
      answer: z.object({
        items: z.array(
          personAnswer.extend({
            role: z.enum(['expert', 'partner']),
            joinedAt: moment,
            /** Null until something is written down. */
            agreement: z
              .object({
                field: z.string(),
                organisation: z.string(),
                agreement: z.string(),
                keeper: personAnswer.nullable(),
                endsOn: day.nullable(),
              })
              .nullable(),
          }),
        ),
        can: z.object({ manage: z.boolean() }),
      }),
    },
    async (ctx) => ({
      items: (await findGuests(ctx)).map((row) => ({
        id: row.id,
        name: row.name,
        role: row.role === 'partner' ? ('partner' as const) : ('expert' as const),
        joinedAt: row.joinedAt.toISOString(),
        agreement:
          row.field === null
            ? null
            : {
                field: row.field,
                organisation: row.organisation ?? '',
                agreement: row.agreement ?? '',
                keeper: row.keeperId && row.keeperName ? { id: row.keeperId, name: row.keeperName } : null,
                endsOn: row.endsOn,
              },
      })),
      can: { manage: may(ctx.actor, 'team.manage') },
    }),
  ),
  route(
    {
      method: 'put',
      path: '/api/guests/{id}',
      summary: 'Write down what is agreed with an expert or a partner',
      tag,
      access: manages,
      params: idParams,
      body: z.object({
        field: z.string().trim().min(1).max(60),
        organisation: z.string().trim().max(60).default(''),
        agreement: z.string().trim().max(500).default(''),
        keeperId: id.nullable().default(null),
        endsOn: day.nullable().default(null),
      }),
    },
    async (ctx, { params, body }) => {
      await agreeWithGuest(ctx, params.id, body)
      return undefined
    },
  ),
]

/** Roles and the permission matrix. */
import { z } from 'zod'
import { permitted } from '#base/access/access.ts'
import { may } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { type AnyRoute, route } from '#base/http/route.ts'
import { id, idParams } from '#base/http/schemas.ts'
import { render } from '#base/i18n/messages.ts'
import type { Identity } from '../engine/identity.ts'
import { roleLabel } from './operators.sql.ts'
import { canHandOut, permissionsOf } from './powers.ts'
import { changeRole, createRole, findRoles, type RoleRow, removeRole } from './roles.ts'

const tag = 'Team'
const roleName = z.string().trim().min(1).max(40)
const permissionNames = z.array(z.string().max(64)).max(500)

const roleView = z.object({
  id,
  /** Of built-in roles. */
  key: z.string().nullable(),
  name: z.string(),
  permissions: z.array(z.string()),
  /** How many have it. */
  operators: z.number().int(),
  can: z.object({ edit: z.boolean(), remove: z.boolean(), assign: z.boolean() }),
})

export const rolesRoutes = (identity: Identity): AnyRoute[] => {
  const declared = () => identity.options.permissions()

  const present = (ctx: Ctx, row: RoleRow & { holders?: string | null }): z.input<typeof roleView> => {
    const reach = canHandOut(ctx.actor, row, declared())
    const manages = may(ctx.actor, 'roles.manage') && reach && row.key === null
    const holders = Number(row.holders ?? 0)
    return {
      id: row.id,
      key: row.key,
      name: roleLabel(row, ctx.locale),
      permissions: [...permissionsOf(row, declared())].sort(),
      operators: holders,
      can: { edit: manages, remove: manages && holders === 0, assign: reach },
    }
  }

  return [
    route(
      {
        method: 'get',
        path: '/api/roles',
        summary: 'List the roles',
        tag,
        access: permitted('operators.read'),
        answer: z.object({ items: z.array(roleView), can: z.object({ create: z.boolean() }) }),
      },
      async (ctx) => ({
        items: (await findRoles(ctx)).map((row) => present(ctx, row)),
        can: { create: may(ctx.actor, 'roles.manage') },
      }),
    ),
    route(
      {
        method: 'post',
        path: '/api/roles',
        summary: 'Make a role',
        tag,
        access: permitted('roles.manage'),
        body: z.object({ name: roleName, permissions: permissionNames }),
        answer: roleView,
        status: 201,
      },
      async (ctx, { body }) => present(ctx, await createRole(ctx, body, declared())),
    ),
    route(
      {
        method: 'patch',
        path: '/api/roles/{id}',
        summary: 'Change a custom role; it holds for its people within a second',
        tag,
        access: permitted('roles.manage'),
        params: idParams,
        body: z.object({ name: roleName.optional(), permissions: permissionNames.optional() }),
        answer: roleView,
      },
      async (ctx, { params, body }) => present(ctx, await changeRole(ctx, params.id, body, declared())),
    ),
    route(
      {
        method: 'delete',
        path: '/api/roles/{id}',
        summary: 'Remove a custom role that nobody has',
        tag,
        access: permitted('roles.manage'),
        params: idParams,
      },
      async (ctx, { params }) => {
        await removeRole(ctx, params.id, declared())
        return undefined
      },
    ),
    route(
      {
        method: 'get',
        path: '/api/permissions',
        summary: 'Read the permission matrix: what can be allowed, and which built-in roles hold it',
        tag,
        access: permitted('operators.read'),
        answer: z.object({
          items: z.array(
            z.object({
              name: z.string(),
              label: z.string(),
              /** First word of the name: how the matrix is grouped. */
              module: z.string(),
              roles: z.array(z.string()),
              /** May be given to an API key. */
              scope: z.boolean(),
              /** The caller holds it, and so may hand it on. */
              held: z.boolean(),
            }),
          ),
        }),
      },
      async (ctx) => ({
        items: declared().map((permission) => ({
          name: permission.name,
          label: render(permission.label, ctx.locale),
          module: permission.name.split('.')[0] ?? permission.name,
          roles: [...new Set(['owner', ...permission.roles])],
          scope: permission.scope ?? false,
          held: may(ctx.actor, permission.name),
        })),
      }),
    ),
  ]
}

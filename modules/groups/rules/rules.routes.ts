/** Versions of a group's rules. */
import { z } from 'zod'
import { permitted } from '#base/access/access.ts'
import { route } from '#base/http/route.ts'
import { idParams } from '#base/http/schemas.ts'
import { getGroup } from '../groups/groups.sql.ts'
import { presentRules } from './present.ts'
import { findVersions, publishRules } from './rules.ts'
import { rulesFields, rulesVersionAnswer } from './shapes.ts'

const tag = 'groups'

export const rulesRoutes = () => [
  route(
    {
      method: 'get',
      path: '/api/groups/{id}/rules',
      summary: 'List the versions of a group’s rules, newest first',
      tag,
      access: permitted('groups.read'),
      params: idParams,
      answer: z.object({ items: z.array(rulesVersionAnswer) }),
    },
    async (ctx, { params }) => {
      await getGroup(ctx, params.id)
      const versions = await findVersions(ctx, params.id)
      return {
        items: versions.map((rules) => ({
          ...presentRules(rules),
          publishedBy: rules.publishedBy,
          agreed: rules.agreed,
        })),
      }
    },
  ),
  route(
    {
      method: 'post',
      path: '/api/groups/{id}/rules',
      summary: 'Publish a new version of a group’s rules',
      tag,
      access: permitted('groups.edit'),
      params: idParams,
      body: rulesFields,
      answer: rulesVersionAnswer,
      status: 201,
    },
    async (ctx, { params, body }) => {
      const rules = await publishRules(ctx, params.id, body)
      return { ...presentRules(rules), publishedBy: rules.publishedBy, agreed: 0 }
    },
  ),
]

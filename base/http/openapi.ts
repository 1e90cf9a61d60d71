/** The OpenAPI 3.1 document, made from the declared routes. */
import { OpenAPIHono } from '@hono/zod-openapi'
import { z } from 'zod'
import type { Access } from '../access/access.ts'
import { limitOf } from './limits.ts'
import type { AnyRoute } from './route.ts'
import { strictly } from './strict.ts'

const problemSchema = z
  .object({
    type: z.string(),
    status: z.int(),
    code: z.string().describe('Stable; programs decide by it'),
    title: z.string().describe('For people, in their language'),
    fields: z
      .array(
        z.object({
          path: z.string().describe('Where: body.name, query.limit'),
          message: z.string().describe('What is wrong and how to mend it'),
        }),
      )
      .optional(),
    requestId: z.string().describe('Name of the request in the log'),
  })
  .openapi('Problem')

/** Adds a route to the registry of the document. */
function describe(app: OpenAPIHono, route: AnyRoute): void {
  const changes = route.method !== 'get'
  const limit = limitOf(route)
  const types: readonly string[] = route.types ?? ['application/json']
  const idempotency = changes
    ? (route.idempotency ?? (route.method === 'post' ? 'honoured' : 'none'))
    : 'none'
  const problem = (description: string) => ({
    description,
    content: { 'application/problem+json': { schema: problemSchema } },
  })
  app.openAPIRegistry.registerPath({
    method: route.method,
    path: route.path,
    operationId: operationId(route),
    summary: route.summary,
    tags: [route.tag],
    description: `Access: ${accessInWords(route.access)}. Limit: ${limit.max} in ${limit.perSeconds} s.`,
    security: route.access.kind === 'anyone' ? [] : [{ session: [] }, { apiKey: [] }],
    request: {
      ...(route.params ? { params: route.params } : {}),
      ...(route.query ? { query: route.query } : {}),
      ...(idempotency === 'none'
        ? {}
        : {
            headers: z.object({
              'Idempotency-Key': z
                .string()
                .optional()
                .describe(
                  `The same key gives the same answer, and the effect once${idempotency === 'required' ? '; this operation refuses to work without one (428)' : ''}`,
                ),
            }),
          }),
      ...(route.body
        ? {
            body: {
              required: true,
              content: Object.fromEntries(types.map((type) => [type, { schema: strictly(route.body) }])),
            },
          }
        : route.types
          ? {
              body: {
                required: true,
                content: Object.fromEntries(
                  types.map((type) => [type, { schema: { type: 'string', format: 'binary' } as const }]),
                ),
              },
            }
          : {}),
    },
    responses: {
      [route.answer ? (route.status ?? 200) : 204]: route.answer
        ? { description: 'Done', content: { 'application/json': { schema: route.answer } } }
        : { description: 'Done' },
      default: problem('Any problem; `code` says which'),
    },
    'x-access': accessInWords(route.access),
    'x-limit': { max: limit.max, perSeconds: limit.perSeconds },
    'x-idempotency': idempotency,
  })
}

/** `List members` → `listMembers`. */
export const operationId = (route: Pick<AnyRoute, 'summary'>): string =>
  (route.summary.match(/[A-Za-z0-9]+/g) ?? [])
    .map((word, at) => (at === 0 ? word.toLowerCase() : word[0]!.toUpperCase() + word.slice(1).toLowerCase()))
    .join('')

export function accessInWords(access: Access): string {
  switch (access.kind) {
    case 'anyone':
      return 'anyone'
    case 'signedIn':
      return 'signed in'
    case 'member':
      return 'member'
    case 'operator':
      return 'operator'
    case 'permission':
      return `permission ${access.permission}`
    case 'bearerOf':
      return `bearer of ${access.what}`
  }
}

/** The whole document, without the routes that are kept out of it. */
export function openApiDocument(routes: readonly AnyRoute[]) {
  const app = new OpenAPIHono()
  app.openAPIRegistry.registerComponent('securitySchemes', 'session', {
    type: 'apiKey',
    in: 'cookie',
    name: 'session',
    description: 'The cookie of a signed-in browser',
  })
  app.openAPIRegistry.registerComponent('securitySchemes', 'apiKey', {
    type: 'http',
    scheme: 'bearer',
    description: 'An API key made in the console',
  })
  for (const route of routes) if (!route.hidden) describe(app, route)
  return app.getOpenAPI31Document(
    {
      openapi: '3.1.0',
      info: {
        title: 'Juluo',
        version: '1',
        license: { name: 'AGPL-3.0-or-later' },
        description:
          'Everything the web apps do. Lists are paged: pass `next` of one page as `cursor` of the following. Problems follow RFC 9457.',
      },
      servers: [{ url: '/' }],
    },
    { sortComponents: 'alphabetically' },
  )
}

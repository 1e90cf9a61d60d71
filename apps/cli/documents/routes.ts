/** `docs/generated/routes.md`: every address, who may call it, how often, and whether a key is needed. */
import { limitOf } from '#base/http/limits.ts'
import { accessInWords } from '#base/http/openapi.ts'
import type { AnyRoute } from '#base/http/route.ts'
import { table } from './table.ts'

export function routesDocument(routes: readonly AnyRoute[]): string {
  const rows = [...routes]
    .sort((a, b) => (a.path === b.path ? a.method.localeCompare(b.method) : a.path < b.path ? -1 : 1))
    .map((route) => {
      const limit = limitOf(route)
      return [
        `\`${route.method.toUpperCase()} ${route.path}\``,
        route.summary,
        accessInWords(route.access),
        `${limit.max} / ${limit.perSeconds} s${limit.globalMax === undefined ? '' : `, all ${limit.globalMax}`}${limit.exact ? ', exact' : ''}`,
        route.method === 'get' ? '' : (route.idempotency ?? (route.method === 'post' ? 'honoured' : 'none')),
      ]
    })
  return `# Routes

Limits count per account or key and per address; see \`docs/decisions/limits.md\`. Keys: \`docs/decisions/idempotency.md\`.

${table(['address', 'what', 'access', 'limit', 'key'], rows)}`
}

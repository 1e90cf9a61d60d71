/**
 * The reads that a screen begins with, answered inside the page: the same routes, for the same caller, without a
 * second trip over the network. What cannot be answered is left out, and the screen asks for it by itself.
 */
import { judge } from '#base/access/access.ts'
import type { Ctx } from '#base/context.ts'
import { Incoming } from '#base/http/incoming.ts'
import { type InputReader, inputReader } from '#base/http/input.ts'
import type { Machine } from '#base/http/machine.ts'
import { Problem } from '#base/http/problem.ts'
import type { AnyRoute } from '#base/http/route.ts'

export interface FirstAnswers {
  /** Answers by address, as `firstKey` spells it. */
  answer(
    ctx: Ctx,
    incoming: Incoming,
    addresses: readonly string[],
    /** Answered already. */
    made?: Readonly<Record<string, unknown>>,
  ): Promise<Record<string, unknown>>
}

interface Known {
  readonly route: AnyRoute
  readonly reader: InputReader
  readonly pattern: RegExp
}

/** More than these do not travel in a page. */
const most = 8

export function openFirstAnswers(routes: readonly AnyRoute[], { log }: Pick<Machine, 'log'>): FirstAnswers {
  const known: readonly Known[] = routes
    .filter((route) => route.method === 'get' && route.answer && route.path.startsWith('/api/'))
    .map((route) => ({
      route,
      reader: inputReader(route),
      pattern: new RegExp(
        `^${route.path.replaceAll(/[.*+?^$|()[\]\\]/g, '\\$&').replaceAll(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`,
      ),
    }))
    // `/api/site/posts/new` before `/api/site/posts/{id}`.
    .sort((a, b) => Number(a.route.path.includes('{')) - Number(b.route.path.includes('{')))

  const answerOne = async (ctx: Ctx, incoming: Incoming, address: string): Promise<unknown> => {
    const url = new URL(address, incoming.raw.url)
    for (const { route, reader, pattern } of known) {
      const match = pattern.exec(url.pathname)
      if (!match) continue
      if (judge(route.access, ctx.actor) !== 'allowed') return undefined
      const request = new Incoming(
        new Request(url, { headers: { 'accept-language': ctx.locale } }),
        undefined,
        incoming.ip,
        incoming.id,
      )
      const params = Object.fromEntries(
        Object.entries(match.groups ?? {}).map(([name, value]) => [name, decodeURIComponent(value)]),
      )
      const result: unknown = await route.handle(ctx, reader.parse(request, params, undefined, ctx.locale))
      return result instanceof Response ? undefined : result
    }
    return undefined
  }

  return {
    async answer(ctx, incoming, addresses, made = {}) {
      const ready = Object.entries(made).map(([address, answer]) => [firstKey(address), answer] as const)
      const wanted = [...new Set(addresses.map(firstKey))].slice(0, most)
      const answers = await Promise.all(
        wanted.map(async (address) => {
          try {
            return [address, await answerOne(ctx, incoming, address)] as const
          } catch (error) {
            // What one may not see is no news; anything else the screen will tell when it asks itself.
            if (!(error instanceof Problem))
              log.warn({ request: incoming.id, address, err: String(error) }, 'a first read failed')
            return [address, undefined] as const
          }
        }),
      )
      return Object.fromEntries([...ready, ...answers.filter(([, answer]) => answer !== undefined)])
    },
  }
}

/** An address with its query in alphabetical order, as `ui/first.ts` spells it too. */
export function firstKey(address: string): string {
  const [path = '', query = ''] = address.split('?')
  const search = new URLSearchParams(query)
  search.sort()
  return search.size === 0 ? path : `${path}?${search}`
}

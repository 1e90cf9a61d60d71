/** Search over the written corpus of 山丘咖啡 and its long tail, as members would use it, labelled by hand. */
import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { modules } from '#apps/server/modules.ts'
import type { Actor } from '#base/access/actor.ts'
import { readConfig } from '#base/config/config.ts'
import type { Ctx } from '#base/context.ts'
import type { SearchSource } from '#base/declarations/searchable.ts'
import { openLog } from '#base/log/log.ts'
import type { Parts } from '#base/parts.ts'
import { deriveSecrets } from '#base/secrets.ts'
import { search } from '#modules/search/find/search.ts'
import { refresh } from '#modules/search/index/keep.ts'
import { saveSynonyms } from '#modules/search/synonyms/synonyms.ts'
import { testCtx, useDatabase } from './database.ts'
import { layCorpus } from './search-corpus.ts'
import { type LabelledQuery, labelledQueries, labelledSynonyms } from './search-queries.ts'

const database = useDatabase()
const now = new Date()
let ctx: Ctx
let sources: readonly SearchSource[]
/** Path of each thing that a label names. */
const paths = new Map<string, string>()

beforeAll(async () => {
  const parts = {
    config: readConfig({ NODE_ENV: 'test', BASE_URL: 'http://127.0.0.1:4680' }),
    connection: database(),
    secrets: deriveSecrets(randomBytes(32).toString('base64url')),
    log: openLog({ level: 'silent' }),
  }
  await layCorpus(database(), now)
  const team: Actor = {
    kind: 'account',
    accountId: '1',
    sessionId: '1',
    name: '林晓',
    memberId: '1',
    operator: { role: 'owner', permissions: new Set(['content.read', 'groups.read', 'members.read']) },
    suspended: false,
  }
  ctx = testCtx(database(), team, now)
  sources = modules(parts as unknown as Parts).flatMap((module) => module.searchable ?? [])
  for (const source of sources)
    for (let after = '0'; ; ) {
      const ids = await source.list(ctx, after, 500)
      await refresh(ctx, source, ids)
      if (ids.length < 500) break
      after = ids.at(-1)!
    }
  await sql`analyze search_document`.execute(ctx.db)
  const system = testCtx(database(), { kind: 'system', name: 'test' }, now)
  for (const words of labelledSynonyms) await saveSynonyms(system, undefined, words)
  const named = await sql<{ key: string; path: string }>`
    select substr(source, 8) as key, '/posts/' || id as path from post where source like 'corpus:%'
    union all select slug, '/groups/' || slug from community_group
    union all select nickname, '/members/' || token from member`.execute(ctx.db)
  for (const { key, path } of named.rows) paths.set(key, path)
}, 60_000)

/**
 * Paths of the first ten that somebody has judged. The long tail competes for words and places, but nobody
 * labelled its posts: whether one of them answers is not known, so they are left out of the list.
 */
async function found({ q, source = undefined }: LabelledQuery): Promise<string[]> {
  const judged = new Set(paths.values())
  const answer = await search(ctx, { searchable: () => sources }, { q, source, sort: 'best', limit: 200 })
  return answer.items
    .map(({ path }) => decodeURIComponent(path))
    .filter((path) => judged.has(path) || path.startsWith('/topics/'))
    .slice(0, 10)
}

describe('search over what the community wrote', () => {
  it('S1-44 T7: recall@10 is at least 0.95 and MRR at least 0.8 over labelled queries', {
    timeout: 60_000,
  }, async () => {
    expect(labelledQueries.length).toBeGreaterThanOrEqual(60)
    let recall = 0
    let reciprocal = 0
    const missed: string[] = []
    const times: number[] = []
    for (const query of labelledQueries) {
      const wanted = query.finds.map((key) => paths.get(key) ?? `/topics/${key}`)
      const begun = performance.now()
      const hits = await found(query)
      times.push(performance.now() - begun)
      const got = wanted.filter((path) => hits.includes(path)).length
      const first = hits.findIndex((path) => wanted.includes(path))
      recall += got / wanted.length
      reciprocal += first < 0 ? 0 : 1 / (first + 1)
      if (got < wanted.length || first > 0)
        missed.push(`${query.q} (${query.of}): ${got}/${wanted.length}, first ${first + 1}`)
    }
    times.sort((one, other) => one - other)
    const many = labelledQueries.length
    console.warn(
      `${many} queries, recall@10 ${(recall / many).toFixed(4)}, MRR ${(reciprocal / many).toFixed(4)}, ` +
        `median ${times[many >> 1]!.toFixed(1)} ms, p95 ${times[Math.floor(many * 0.95)]!.toFixed(1)} ms`,
    )
    if (process.env.SHOW_MISSED) console.warn(missed.join('\n'))
    expect(recall / many).toBeGreaterThanOrEqual(0.95)
    expect(reciprocal / many).toBeGreaterThanOrEqual(0.8)
  })
})

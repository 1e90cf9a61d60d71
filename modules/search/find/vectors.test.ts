/** Real texts and real questions that nobody here wrote: does the index find the one paragraph that answers? */
import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Ctx } from '#base/context.ts'
import type { Searchable, SearchSource } from '#base/declarations/searchable.ts'
import { testCtx, useDatabase } from '#test/database.ts'
import { hasSharedData, sharedText } from '#test/shared-data.ts'
import { refresh } from '../index/keep.ts'
import { rank } from './rank.ts'
import { understand } from './understand.ts'

const lines = <T>(file: string): T[] =>
  sharedText(`chinese/${file}`)
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as T)

describe.runIf(hasSharedData('chinese'))('search on published questions', () => {
  const database = useDatabase()
  let ctx: Ctx
  let source: SearchSource
  const docs = hasSharedData('chinese')
    ? lines<{ id: string; title: string; text: string }>('cmrc2018_dev_docs.jsonl')
    : []
  const numberOf = new Map(docs.map(({ id }, at) => [id, String(at + 1)]))

  beforeAll(async () => {
    ctx = testCtx(database(), undefined, new Date('2026-11-22T04:00:00Z'))
    source = paragraphs(docs)
    await refresh(ctx, source, [...numberOf.values()])
    await sql`analyze search_document`.execute(ctx.db)
  })

  it('T7: finds the paragraph that answers among the first ten, as a rule first', {
    timeout: 60_000,
  }, async () => {
    // Every sixteenth of 3,219: enough to tell, and quick.
    const questions = lines<{ query: string; relevant: string[] }>('cmrc2018_dev_queries.jsonl').filter(
      (_, at) => at % 16 === 0,
    )
    let found = 0
    let reciprocal = 0
    const times: number[] = []
    const seen = { ...source, ...(await source.sight(ctx)) }
    for (const { query, relevant } of questions) {
      const begun = performance.now()
      const { rows } = await rank(ctx, seen, await understand(ctx, query), { limit: 10, asOf: ctx.now })
      times.push(performance.now() - begun)
      const place = rows.findIndex((row) => relevant.some((id) => numberOf.get(id) === row.refId))
      if (place < 0) continue
      found++
      reciprocal += 1 / (place + 1)
    }
    const recall = found / questions.length
    const mrr = reciprocal / questions.length
    times.sort((one, other) => one - other)
    console.warn(
      `CMRC 2018: ${questions.length} questions, recall@10 ${recall.toFixed(4)}, MRR ${mrr.toFixed(4)}, ` +
        `median ${times[times.length >> 1]!.toFixed(1)} ms, p95 ${times[Math.floor(times.length * 0.95)]!.toFixed(1)} ms`,
    )
    expect(recall).toBeGreaterThanOrEqual(0.95)
    expect(mrr).toBeGreaterThanOrEqual(0.8)
  })
})

/** The paragraphs as things that anybody may find, all equally new and good. */
function paragraphs(docs: readonly { title: string; text: string }[]): SearchSource {
  const thing = (at: number): Searchable => ({
    title: docs[at]!.title,
    body: docs[at]!.text,
    names: [],
    kind: '',
    at: new Date('2026-11-01T00:00:00Z'),
    quality: 0,
  })
  return {
    name: 'paragraphs',
    label: { zh: '段落', en: 'Paragraphs' },
    touched: () => [],
    list: async () => [],
    read: async (_, ids) => new Map(ids.map((id) => [id, thing(Number(id) - 1)])),
    sight: async () => ({ visible: sql<boolean>`true`, show: async () => new Map() }),
  }
}

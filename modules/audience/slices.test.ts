import { beforeAll, describe, expect, test } from 'vitest'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { testCtx, useDatabase } from '#test/database.ts'
import type { Definition } from './conditions/condition.ts'
import { endOfSlice, sliceSize, upTo } from './ranges.ts'
import { computeSegment } from './segments/compute.ts'
import { createSegment } from './segments/segments.ts'
import { applyTagRule } from './tag-rules/apply.ts'
import { createTagRule } from './tag-rules/tag-rules.ts'

const database = useDatabase()
const many = 25_000
const ctx = (): Ctx => testCtx(database())
const everybody: Definition = { version: 1, who: { kind: 'all', of: [] } }
const checked = { check: async () => undefined }
/** Everybody at once, or nobody. */
const all = {
  async *members(): AsyncGenerator<readonly Id[]> {
    yield Array.from({ length: many }, (_, at) => String(at + 1))
  },
}
const nobody = {
  async *members(): AsyncGenerator<readonly Id[]> {
    yield []
  },
}
/** How many facts the largest transaction announced, and in how many they were. */
const largest = async (fact: string) => {
  const { rows } = await database().pool.query<{ most: number; times: number }>(
    `select max(n)::int as most, count(*)::int as times
       from (select count(*) as n from event_log where name = $1 group by xmin::text) as each`,
    [fact],
  )
  return rows[0]
}

beforeAll(async () => {
  await database().pool.query(
    `insert into member (id, token, nickname, joined_at) select n, 'm' || n, '成员', now() from generate_series(1, $1) as n`,
    [many],
  )
})

describe('a slice', () => {
  test('ends where either list is cut off, and takes both up to there', () => {
    expect(endOfSlice(['1', '2'], ['2', '9'], 3)).toBeUndefined()
    expect(endOfSlice(['1', '2', '10', '11'], ['2'], 3)).toBe('10')
    expect(endOfSlice(['1', '2', '10', '11'], ['2', '5', '9'], 3)).toBe('9')
    expect(upTo(['1', '9', '10'], '9')).toEqual(['1', '9'])
    expect(upTo(['1', '9', '10'], undefined)).toEqual(['1', '9', '10'])
  })
})

test('a tag rule gives to 25,000 and takes from all of them again, never many in one transaction', async () => {
  const { id } = await createTagRule(ctx(), checked, { tag: '全员', definition: everybody, takesAway: true })
  expect(await applyTagRule(ctx(), all, id)).toEqual({ members: many, given: many, taken: 0 })
  expect(await largest('member.tagged')).toEqual({ most: sliceSize, times: 3 })
  expect(await applyTagRule(ctx(), nobody, id)).toEqual({ members: 0, given: 0, taken: many })
  expect(await largest('member.untagged')).toEqual({ most: sliceSize, times: 3 })
})

test('a segment takes in 25,000 and lets all of them go again, never many in one transaction', async () => {
  const { id } = await createSegment(ctx(), checked, { name: '全员', kind: 'dynamic', definition: everybody })
  await computeSegment(ctx(), nobody, id)
  expect(await computeSegment(ctx(), all, id)).toEqual({ members: many, entered: many, left: 0 })
  expect(await largest('segment.entered')).toEqual({ most: sliceSize, times: 3 })
  expect(await computeSegment(ctx(), nobody, id)).toEqual({ members: 0, entered: 0, left: many })
  expect(await largest('segment.left')).toEqual({ most: sliceSize, times: 3 })
})

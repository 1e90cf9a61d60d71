import { expect, test } from 'vitest'
import { testCtx, useDatabase } from '#test/database.ts'
import { openAudience } from '../open-audience.ts'
import type { Condition, Definition } from './condition.ts'
import { mostLeaves } from './condition.ts'

const database = useDatabase()
const asks = (...ids: string[]): Definition => ({
  version: 1,
  who: { kind: 'all', of: ids.map((segment): Condition => ({ kind: 'segment', segment })) },
})
const leaf: Condition = { kind: 'event', event: 'check_in', measure: { of: 'count', op: 'gte', value: 1 } }
const many: Definition = {
  version: 1,
  who: { kind: 'any', of: Array.from({ length: mostLeaves }, () => leaf) },
}

/** 1 asks for 2, 2 for 3; 8 and 9 for each other; 10 to 15 are large. */
const definitions: Record<string, Definition> = {
  1: asks('2'),
  2: asks('3'),
  3: { version: 1, who: leaf },
  8: asks('9'),
  9: asks('3', '8'),
  ...Object.fromEntries([10, 11, 12, 13, 14, 15].map((id) => [id, many])),
}
const warehouse = {
  query: async () => [],
  insert: async () => undefined,
  status: async () => ({ state: 'missing' as const }),
}
const audience = () =>
  openAudience(
    { warehouse },
    { facts: () => [], fields: () => [] },
    {
      find: async (_ctx, ids) =>
        new Map(
          ids.flatMap((id) =>
            definitions[id] ? [[id, { name: `分群 ${id}`, definition: definitions[id] }] as const] : [],
          ),
        ),
    },
  )

test('a segment may ask for others, as deep as it likes', async () => {
  const ctx = testCtx(database())
  await audience().check(ctx, asks('1', '2', '3'), [], { ofSegment: '4' })
  expect(await audience().say(ctx, asks('1'))).toBe('成员：在分群「分群 1」里。')
})

test('none may end up asking itself, directly or through others', async () => {
  const ctx = testCtx(database())
  for (const [definition, ofSegment] of [
    [asks('1'), '1'],
    [asks('1'), '3'],
    [asks('3', '1'), '2'],
    [asks('8'), undefined],
  ] as const)
    await expect(audience().check(ctx, definition, [], ofSegment ? { ofSegment } : {})).rejects.toMatchObject(
      {
        code: 'segment_circle',
      },
    )
  // What slipped in nevertheless is refused, not followed for ever.
  await expect(audience().matches(ctx, asks('9'), '1')).rejects.toMatchObject({ code: 'segment_circle' })
})

test('what all its segments ask together has a limit', async () => {
  const ctx = testCtx(database())
  await audience().check(ctx, asks('10', '11', '12', '13', '14'), [])
  await expect(audience().check(ctx, asks('10', '11', '12', '13', '14', '15'), [])).rejects.toMatchObject({
    code: 'condition_invalid',
  })
  const tooMany: Definition = { version: 1, who: { kind: 'all', of: [many.who, leaf] } }
  await expect(audience().check(ctx, tooMany, ['body', 'definition'])).rejects.toMatchObject({
    code: 'condition_invalid',
    options: {
      fields: [{ path: 'body.definition.who', message: expect.stringContaining(String(mostLeaves)) }],
    },
  })
})

import { describe, expect, test } from 'vitest'
import { everybody } from '../conditions/condition.ts'
import { decide, lifeDefinition, usualStages } from './model.ts'
import { communityPreset, contentPreset, privateDomainPreset, tradePreset } from './presets.ts'
import { stageNames } from './stages.messages.ts'

const stages = communityPreset.stages
/** Who fits these stages; everybody fits the first. */
const fits =
  (...keys: string[]) =>
  (place: number) =>
    place === 0 || keys.includes(stages[place]!.key)

describe('the state machine (S2-26…29)', () => {
  test('the five have the names of the trade', () => {
    expect(usualStages.map((key) => stageNames[key].zh)).toEqual([
      '导入期',
      '成长期',
      '成熟期',
      '休眠期',
      '流失期',
    ])
  })
  const rows: readonly (readonly [string | null, readonly string[], string, string])[] = [
    [null, [], 'introduction', 'who fits nothing enters at the first'],
    [null, ['growth', 'mature'], 'mature', 'the furthest that fits'],
    [null, ['dormant', 'churned'], 'churned', 'for the first time, anywhere'],
    ['introduction', ['growth'], 'growth', 'a step on'],
    ['introduction', ['dormant'], 'introduction', 'dormant is only who was active before'],
    ['introduction', ['dormant', 'churned'], 'churned', 'but churned is anybody'],
    ['mature', ['growth', 'mature'], 'mature', 'his own stage is further than growth'],
    ['mature', ['growth'], 'growth', 'falls back'],
    ['mature', [], 'mature', 'who fits nothing that he can reach stays'],
    ['mature', ['dormant'], 'dormant', 'silent after maturity'],
    ['dormant', ['growth'], 'growth', 'woken up'],
    ['churned', ['growth', 'mature'], 'mature', 'won back'],
    ['churned', ['dormant'], 'churned', 'nobody goes back from churned to dormant'],
    ['vanished', ['growth'], 'growth', 'a stage that the model no longer has counts as none'],
  ]
  test.each(rows)('%s, fits %j: %s (%s)', (current, keys, expected) => {
    expect(decide(stages, current, fits(...keys))).toBe(expected)
  })
  test('one computation is one step at most', () => {
    const path = [
      { key: 'a', next: ['b'] },
      { key: 'b', next: ['c'] },
      { key: 'c', next: [] },
    ]
    expect(decide(path, 'a', () => true)).toBe('b')
    expect(decide(path, 'b', () => true)).toBe('c')
  })
})

test('every rule set to begin with is a valid model', () => {
  const trade = tradePreset({ warning: 30, churn: 60 }, { lost: '沉寂期' })
  for (const preset of [communityPreset, contentPreset, privateDomainPreset, trade])
    expect(lifeDefinition.parse(preset)).toEqual(preset)
})

describe('a model is refused', () => {
  const base = communityPreset
  const refusedWith = (change: object) => lifeDefinition.safeParse({ ...base, ...change }).success
  const [first, second] = base.stages
  test('with two stages of one key', () => {
    expect(refusedWith({ stages: [first, { ...second, key: first!.key }] })).toBe(false)
  })
  test('with a way to a stage that is not there, or to itself', () => {
    expect(
      refusedWith({
        stages: [
          { ...first, next: ['nowhere'] },
          { ...second, next: [] },
        ],
      }),
    ).toBe(false)
    expect(
      refusedWith({
        stages: [
          { ...first, next: ['introduction'] },
          { ...second, next: [] },
        ],
      }),
    ).toBe(false)
  })
  test('with a stage of one’s own that has no name', () => {
    const own = { key: 'fans', phase: 'value', when: everybody, next: [] }
    expect(refusedWith({ stages: [{ ...first, next: ['fans'] }, own] })).toBe(false)
    expect(
      refusedWith({
        stages: [
          { ...first, next: ['fans'] },
          { ...own, name: '铁粉' },
        ],
      }),
    ).toBe(true)
  })
})

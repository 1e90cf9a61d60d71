import { describe, expect, test } from 'vitest'
import type { Ctx } from '#base/context.ts'
import { hear } from '#base/declarations/said.ts'
import { testCtx, useDatabase } from '#test/database.ts'
import { joinCommunity } from '../people/members.ts'
import { birthdaysOn, daysOf } from './calendar-days.ts'
import {
  addOccasion,
  countPersonalDays,
  findCelebrated,
  findOccasions,
  keepFestival,
  removeOccasion,
} from './occasions.ts'
import { occasionsAhead } from './occasions.work.ts'

const database = useDatabase()
const ctx = (now = new Date('2026-09-22T02:00:00Z')): Ctx => testCtx(database(), undefined, now)

async function born(nickname: string, birthday: string, joinedAt = new Date('2026-01-15T04:00:00Z')) {
  const { db } = database()
  await db
    .insertInto('member_field')
    .values({ key: 'birthday', label: '生日', type: 'day', created_at: ctx().now, created_by: 'system:test' })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const field = await db
    .selectFrom('member_field')
    .select('id')
    .where('key', '=', 'birthday')
    .executeTakeFirstOrThrow()
  const id = await joinCommunity(ctx(), { accountId: null, nickname, joinedAt })
  await db
    .insertInto('member_field_value')
    .values({
      member_id: id,
      field_id: field.id,
      value: JSON.stringify(birthday),
      source: 'member',
      set_by: 'system:test',
      set_at: ctx().now,
    })
    .execute()
  return id
}
const names = async (what: 'birthday' | 'anniversary', day: string) =>
  (await findCelebrated(ctx(), what, day, { after: undefined, limit: 50 })).items.map((one) => [
    one.nickname,
    one.years,
  ])

describe('occasions', () => {
  test('S0-35 knows the festivals of a year by both calendars', async () => {
    const found = await findOccasions(ctx(), '2026-01-01', '2026-12-31')
    const days = Object.fromEntries(found.map((one) => [one.key, one.day]))
    expect(days).toMatchObject({
      spring_festival: '2026-02-17',
      new_years_eve: '2026-02-16',
      lantern: '2026-03-03',
      qingming: '2026-04-05',
      mother: '2026-05-10',
      dragon_boat: '2026-06-19',
      father: '2026-06-21',
      qixi: '2026-08-19',
      mid_autumn: '2026-09-25',
      double_ninth: '2026-10-18',
      winter_solstice: '2026-12-22',
    })
    expect(found.find((one) => one.key === 'mid_autumn')?.lunar).toBe('八月十五')
    expect(found.map((one) => one.day)).toEqual(found.map((one) => one.day).toSorted())
  })

  test('keeps own days: once, every year, and by the lunar calendar', async () => {
    const once = await addOccasion(ctx(), { name: '上海店开业', note: '', rule: '2026-03-20' })
    await addOccasion(ctx(), { name: '店庆', note: '送拼配', rule: { calendar: 'solar', month: 3, day: 21 } })
    await addOccasion(ctx(), { name: '开山节', note: '', rule: { calendar: 'lunar', month: 2, day: 2 } })
    const own = async () =>
      (await findOccasions(ctx(), '2026-03-01', '2027-03-31'))
        .filter((one) => one.kind === 'own')
        .map((one) => `${one.day} ${one.name}`)
    expect(await own()).toEqual(
      [
        '2026-03-20 上海店开业',
        '2026-03-20 开山节',
        '2026-03-21 店庆',
        '2027-03-09 开山节',
        '2027-03-21 店庆',
      ].toSorted(),
    )
    await removeOccasion(ctx(), once)
    expect(await own()).toHaveLength(4)
    await expect(removeOccasion(ctx(), once)).rejects.toMatchObject({ code: 'occasion_not_found' })
  })

  test('passes over a festival that the brand does not keep, and takes it up again', async () => {
    const keys = async () => (await findOccasions(ctx(), '2026-11-01', '2026-11-30')).map((one) => one.key)
    expect(await keys()).toContain('double_eleven')
    await keepFestival(ctx(), 'double_eleven', false)
    await keepFestival(ctx(), 'double_eleven', false)
    expect(await keys()).not.toContain('double_eleven')
    await keepFestival(ctx(), 'double_eleven', true)
    expect(await keys()).toContain('double_eleven')
    await expect(keepFestival(ctx(), 'no_such_day', false)).rejects.toMatchObject({
      code: 'occasion_not_found',
    })
  })

  test('S0-36 finds whose birthday it is, and those of 29 February on the 28th of other years', async () => {
    await born('小满', '1998-09-22')
    await born('舟舟', '2001-09-22')
    await born('闰日', '2000-02-29')
    expect((await names('birthday', '2026-09-22')).toSorted()).toEqual([
      ['小满', 28],
      ['舟舟', 25],
    ])
    expect(await names('birthday', '2026-02-28')).toEqual([['闰日', 26]])
    expect(await names('birthday', '2028-02-28')).toEqual([])
    expect(await names('birthday', '2028-02-29')).toEqual([['闰日', 28]])
    expect(birthdaysOn('2026-03-01')).toEqual(['03-01'])
    const counts = await countPersonalDays(ctx(), '2026-09-21', '2026-09-23')
    expect(counts.map((on) => on.birthday)).toEqual([0, 2, 0])
  })

  test('finds anniversaries by the day in the zone of the community, never the day of joining itself', async () => {
    // 2025-06-01 in Shanghai, 2025-05-31 in UTC.
    await born('周年', '1990-01-01', new Date('2025-05-31T17:00:00Z'))
    expect(await names('anniversary', '2026-06-01')).toEqual([['周年', 1]])
    expect(await names('anniversary', '2026-05-31')).toEqual([])
    expect(await names('anniversary', '2025-06-01')).toEqual([])
    expect(await names('anniversary', '2027-06-01')).toEqual([['周年', 2]])
  })

  test('S0-35 Today says in time that a festival comes, and whose birthday it is', async () => {
    await born('寿星', '1995-09-22')
    const { items } = await occasionsAhead.find(ctx(), { limit: 10 })
    const titles = items.map((item) => hear(item.title, 'zh-CN'))
    expect(titles[0]).toMatch(/^今天 \d+ 位成员生日$/)
    expect(titles).toContain('3 天后是中秋节')
    const english = await occasionsAhead.find({ ...ctx(), locale: 'en' }, { limit: 10 })
    expect(english.items.map((item) => hear(item.title, 'en')).join()).toContain(
      'Mid-Autumn Festival is in 3 days',
    )
  })

  test('a rule falls on every year of a range, and on its ends', () => {
    expect(daysOf({ calendar: 'solar', month: 11, day: 22 }, '2024-11-22', '2026-11-22')).toEqual([
      '2024-11-22',
      '2025-11-22',
      '2026-11-22',
    ])
    expect(daysOf({ calendar: 'solar', month: 2, day: 29 }, '2027-01-01', '2028-12-31')).toEqual([
      '2027-02-28',
      '2028-02-29',
    ])
  })
})

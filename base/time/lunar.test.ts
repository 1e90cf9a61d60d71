import { execFileSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { addToDay } from './calendar.ts'
import { lunarDayOf, solarDaysOf, solarTermDay } from './lunar.ts'

describe('the lunar calendar', () => {
  test('differs from the calendar of ICU only in months whose new moon falls near midnight', () => {
    const icu = new Intl.DateTimeFormat('en-u-ca-chinese', {
      timeZone: 'UTC',
      month: 'numeric',
      day: 'numeric',
    })
    const different: string[] = []
    for (let day = '2000-01-01'; day < '2051-01-01'; day = addToDay(day, 1, 'day')) {
      const parts = Object.fromEntries(
        icu.formatToParts(new Date(`${day}T12:00:00Z`)).map(({ type, value }) => [type, value]),
      )
      const { month, day: date, leap } = lunarDayOf(day)
      if (`${month}${leap ? 'bis' : ''}/${date}` !== `${parts.month}/${parts.day}`)
        different.push(day.slice(0, 7))
    }
    // ICU approximates the moon. The observatories have 2012-08-17 and 2018-11-08 as first days.
    expect([...new Set(different)].length).toBeLessThan(16)
    expect(lunarDayOf('2012-08-23')).toMatchObject({ month: 7, day: 7 })
    expect(lunarDayOf('2018-11-08')).toMatchObject({ month: 10, day: 1 })
  })

  test('knows the spring festivals that were kept', () => {
    const kept = ['2023-01-22', '2024-02-10', '2025-01-29', '2026-02-17', '2027-02-06']
    expect(solarDaysOf({ month: 1, day: 1 }, '2023-01-01', '2027-12-31')).toEqual(kept)
  })

  test('passes over a leap month and keeps the 30th of a short month on its last day', () => {
    expect(solarDaysOf({ month: 6, day: 15 }, '2025-01-01', '2025-12-31')).toEqual(['2025-07-09'])
    // The twelfth month that ends before 2027-02-06 has 29 days.
    expect(solarDaysOf({ month: 12, day: 30 }, '2027-01-01', '2027-02-28')).toEqual(['2027-02-05'])
    expect(lunarDayOf('2025-08-08')).toEqual({ month: 6, day: 15, leap: true, words: '闰六月十五' })
  })

  test('answers the same whatever the zone of the machine', () => {
    const ask = `import { solarDaysOf } from './base/time/lunar.ts'
      console.log(JSON.stringify(solarDaysOf({ month: 8, day: 15 }, '2024-01-01', '2030-12-31')))`
    const answers = ['America/Los_Angeles', 'Asia/Shanghai', 'Pacific/Kiritimati'].map((TZ) =>
      execFileSync(process.execPath, ['--input-type=module', '-e', ask], {
        env: { ...process.env, TZ },
      }).toString(),
    )
    expect(new Set(answers).size).toBe(1)
    expect(JSON.parse(answers[0]!).slice(0, 3)).toEqual(['2024-09-17', '2025-10-06', '2026-09-25'])
  })

  test('knows 清明 and 冬至 of this century', () => {
    const ask = `import days from 'chinese-days'
      const year = (n) => [days.getSolarTermDate(n, 4, 'pure_brightness'), days.getSolarTermDate(n, 12, 'the_winter_solstice')]
      console.log(JSON.stringify(Array.from({ length: 99 }, (_, at) => year(2001 + at))))`
    const published = JSON.parse(
      execFileSync(process.execPath, ['--input-type=module', '-e', ask], {
        env: { ...process.env, TZ: 'Asia/Shanghai' },
      }).toString(),
    )
    const ours = Array.from({ length: 99 }, (_, at) => [
      solarTermDay('清明', 2001 + at),
      solarTermDay('冬至', 2001 + at),
    ])
    expect(ours).toEqual(published)
    expect(ours[20]).toEqual(['2021-04-04', '2021-12-21'])
  })
})

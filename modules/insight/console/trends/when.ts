/** A trend that is cut by the clock: every hour or weekday in its order, also those at which nothing happened. */
import type { Series, TrendAnswer } from './trend.ts'

export interface Slot {
  /** As the API names the part. */
  readonly key: string
  readonly label: string
}

export interface WhenSeries extends Pick<Series, 'letter' | 'name' | 'unit' | 'formula'> {
  /** By slot; nothing known is null. */
  readonly values: readonly (number | null)[]
}

export function whenOf(
  { series }: TrendAnswer,
  part: 'hour' | 'weekday',
  weekday: (day: string) => string,
): { readonly slots: readonly Slot[]; readonly series: readonly WhenSeries[] } {
  const slots =
    part === 'hour'
      ? Array.from({ length: 24 }, (_, hour) => {
          const key = String(hour).padStart(2, '0')
          return { key: `v${key}`, label: `${key}:00` }
        })
      : // The 5th of January 2026 was a Monday.
        Array.from({ length: 7 }, (_, at) => ({ key: `v${at + 1}`, label: weekday(`2026-01-0${5 + at}`) }))
  return {
    slots,
    series: series
      .filter((each) => each.part === null)
      .map(({ letter, name, unit, formula }) => ({
        letter,
        name,
        unit,
        formula,
        values: slots.map(
          ({ key }) =>
            series.find((each) => each.letter === letter && each.part?.key === key)?.total.value ?? null,
        ),
      })),
  }
}

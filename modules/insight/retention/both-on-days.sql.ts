/**
 * Who started and who did it again, day by day: rows of `day`, `started` and `back`, bitmaps; a day may come several
 * times. What the rollups do not know is read from the events: once, when both need them.
 */
import { type Clock, type Happening, happeningSql, openBinder, rowsSql } from '#modules/audience/api.ts'
import type { Scoped } from '../asking.ts'
import type { Days } from '../shapes.ts'
import { type DaysWanted, type OnDays, whoOnDays } from './who-on-days.sql.ts'

interface Looked<Wanted extends DaysWanted> {
  readonly happening: Happening
  readonly days: Wanted
}

const emptyBitmap = 'bitmapBuild(emptyArrayUInt64())'

export function bothOnDays(
  start: Looked<DaysWanted>,
  again: Looked<Days>,
  { clock, scoped }: { readonly clock: Clock; readonly scoped: Scoped },
): OnDays {
  if (!start.happening.where?.length || !again.happening.where?.length) {
    const began = whoOnDays('ret_start', start.happening, start.days, { clock, scoped })
    const came = whoOnDays('ret_again', again.happening, again.days, { clock, scoped })
    return {
      sql: `SELECT day, members AS started, ${emptyBitmap} AS back FROM (${began.sql})
        UNION ALL SELECT day, ${emptyBitmap} AS started, members AS back FROM (${came.sql})`,
      params: { ...began.params, ...came.params },
    }
  }
  const { bind, params } = openBinder('ret_both')
  const testsOf = ({ happening, days: { from, to } }: Looked<DaysWanted>) => [
    ...happeningSql(happening, { clock, bind }),
    ...(from === undefined ? [] : [`day >= ${bind('Date', from)}`]),
    `day <= ${bind('Date', to)}`,
  ]
  const [starts, agains] = [testsOf(start), testsOf(again)]
  // What both ask for is looked at once, and first: the names and days that either is about are what the index knows.
  const common = starts.filter((test) => agains.includes(test))
  const own = (tests: readonly string[]) =>
    tests.filter((test) => !common.includes(test)).join(' AND ') || 'true'
  const names = [start.happening.event, again.happening.event]
  const rows = rowsSql(
    ['day', `${own(starts)} AS starts`, `${own(agains)} AS comes`],
    [
      ...(names.includes('*') ? [] : [`name IN ${bind('Array(String)', [...new Set(names)])}`]),
      ...(start.days.from === undefined
        ? []
        : [`day >= least(${bind('Date', start.days.from)}, ${bind('Date', again.days.from)})`]),
      `day <= greatest(${bind('Date', start.days.to)}, ${bind('Date', again.days.to)})`,
      ...common,
      ...scoped.rows,
      `((${own(starts)}) OR (${own(agains)}))`,
    ],
  )
  const about = scoped.people.length > 0 ? ` WHERE ${scoped.people.join(' AND ')}` : ''
  return {
    sql: `SELECT day, groupBitmapStateIf(m, starts) AS started, groupBitmapStateIf(m, comes) AS back
      FROM (${rows})${about} GROUP BY day`,
    params: { ...params, ...scoped.params },
  }
}

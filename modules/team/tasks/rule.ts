/** Rules for what comes again (RFC 5545), as far as work needs them: by day, week, month or year. */
import { RRuleTemporal } from 'rrule-temporal'
import { Temporal } from 'temporal-polyfill'
import { teamProblems } from '../problems.ts'

const shape =
  /^FREQ=(?:DAILY|WEEKLY|MONTHLY|YEARLY)(?:;(?:INTERVAL=[1-9]\d{0,2}|COUNT=[1-9]\d{0,3}|UNTIL=\d{8}T\d{6}Z|BYDAY=[-+0-9A-Z,]{2,40}|BYMONTHDAY=-?\d{1,2}(?:,-?\d{1,2})*|BYMONTH=\d{1,2}(?:,\d{1,2})*|BYSETPOS=-?\d{1,2}))*$/

/** A time that takes longer to find than this never comes: 31 February. */
const patience = 2_000

/** The first moment of a rule after another one, undefined when it has ended. Throws `rule_invalid`. */
export function nextTime(rule: string, startsAt: Date, after: Date, zone: string): Date | undefined {
  if (!shape.test(rule)) throw teamProblems.ruleInvalid()
  try {
    const series = new RRuleTemporal({
      rruleString: `RRULE:${rule}`,
      dtstart: Temporal.Instant.fromEpochMilliseconds(startsAt.getTime()).toZonedDateTimeISO(zone),
      maxIterations: patience,
      temporal: Temporal,
    })
    const found = series.next(after)
    return found ? new Date(found.epochMilliseconds) : undefined
  } catch {
    throw teamProblems.ruleInvalid()
  }
}

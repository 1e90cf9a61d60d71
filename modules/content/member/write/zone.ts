/** Hours of the community: what `datetime-local` holds is its clock, not the device's. */

const parts = (zone: string) =>
  new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })

/** `2026-11-22T18:30` as the clock of the zone shows that moment. */
export const clockOf = (moment: Date, zone: string): string => parts(zone).format(moment).replace(' ', 'T')

/** The moment when the clock of the zone shows `2026-11-22T18:30`; undefined for what is no time. */
export function momentOf(clock: string, zone: string): Date | undefined {
  const guess = Date.parse(`${clock}:00Z`)
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(clock) || Number.isNaN(guess)) return undefined
  // The difference between the two clocks there, asked twice: it may change in between.
  let moment = guess
  for (let round = 0; round < 2; round++)
    moment = guess - (Date.parse(`${clockOf(new Date(moment), zone)}:00Z`) - moment)
  return new Date(moment)
}

/** Small arithmetic on days that the member site says in words. */
const day = 86_400_000

/** Whole days from `then` to `now`, at least 1: the first day counts. */
export const daysSince = (then: Date, now = new Date()): number =>
  Math.max(1, Math.ceil((now.getTime() - then.getTime()) / day))

/**
 * A count of calls over the last `period`, from two windows cut by the clock: the current one whole and
 * the previous one in proportion to its overlap. `rate_take` in PostgreSQL does the same arithmetic.
 */
export class CallWindow {
  slot = 0
  /** Calls that this process let pass in the current window. */
  own = 0
  /** Calls of other processes in the current window, as of the last settling. */
  others = 0
  previous = 0
  /** Calls not yet told to PostgreSQL. */
  unsettled = 0
  queued = false

  /** Moves on to the window of `slot`. */
  roll(slot: number): void {
    if (slot === this.slot) return
    this.previous = slot === this.slot + 1 ? this.own + this.others : 0
    this.slot = slot
    this.own = 0
    this.others = 0
    this.unsettled = 0
  }

  /** How many more calls fit, before this one. `passed` is the share of the window that is over. */
  room(max: number, passed: number): number {
    return max - this.own - this.others - this.previous * (1 - passed)
  }

  /** Share of a period until one more call fits. */
  wait(max: number, passed: number): number {
    const current = this.own + this.others
    if (current + 1 <= max)
      return Math.max(0.001, 1 - (max - 1 - current) / Math.max(this.previous, 1) - passed)
    return Math.max(0.001, 1 - passed + Math.max(0, 1 - (max - 1) / Math.max(current, 1)))
  }

  /** Counts one call. True when the window has to be queued for settling. */
  take(): boolean {
    this.own++
    this.unsettled++
    if (this.queued) return false
    this.queued = true
    return true
  }
}

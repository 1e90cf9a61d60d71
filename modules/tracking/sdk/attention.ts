/** Online time: seconds in which the page was visible and somebody did something within the last minute. */
const tickMs = 5_000
const activeMs = 60_000
const reportSeconds = 60

/** Calls `report` with whole seconds, once a minute of attention and when the page goes. Returns what ends it. */
export function watchAttention(page: Document, report: (seconds: number) => void): { settle(): void } {
  let lastAct = Date.now()
  let lastTick = Date.now()
  let seconds = 0
  const act = () => {
    lastAct = Date.now()
  }
  for (const kind of ['pointerdown', 'pointermove', 'keydown', 'scroll', 'touchstart'])
    addEventListener(kind, act, { passive: true, capture: true })
  const tick = () => {
    const now = Date.now()
    // A laptop that slept ticks late: sleep is not attention.
    if (!page.hidden && now - lastAct < activeMs) seconds += Math.min(now - lastTick, 2 * tickMs) / 1_000
    lastTick = now
    if (seconds >= reportSeconds) settle()
  }
  const settle = () => {
    const whole = Math.floor(seconds)
    if (whole === 0) return
    seconds -= whole
    report(whole)
  }
  setInterval(tick, tickMs)
  return {
    settle() {
      tick()
      settle()
    },
  }
}

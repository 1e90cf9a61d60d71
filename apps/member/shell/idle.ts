/** Does what nobody waits for, after the page is loaded and drawn. */
export function whenIdle(work: () => Promise<void>): void {
  const begin = () => {
    const run = () => void work().catch((error: unknown) => console.warn('Put off for good:', error))
    // Safari has no requestIdleCallback.
    if ('requestIdleCallback' in window) requestIdleCallback(run, { timeout: 4_000 })
    else setTimeout(run, 1_500)
  }
  if (document.readyState === 'complete') begin()
  else addEventListener('load', begin, { once: true })
}

/** Registers the service worker of the built site; it keeps the shell's files and one offline page. */
export function keepOffline() {
  if (__GALLERY__ || !('serviceWorker' in navigator)) return
  addEventListener('load', () => {
    navigator.serviceWorker.register('/sw.js').catch((error: unknown) => {
      // Private windows and old certificates refuse workers; the site works without one.
      console.warn('No service worker here:', error)
    })
  })
}

/**
 * The script at /sdk.js: `juluo.createTracker(…)`, and for a page that only embeds it,
 * `<script src="…/sdk.js" data-key="wk_…" data-consent="granted" defer></script>`.
 */
import { createTracker, type Tracker } from './tracker.ts'

declare global {
  interface Window {
    juluo: { createTracker: typeof createTracker; tracker?: Tracker }
  }
}

window.juluo = { createTracker }
const script = document.currentScript as HTMLScriptElement | null
if (script?.dataset.auto !== undefined || script?.dataset.key) {
  window.juluo.tracker = createTracker({
    endpoint: new URL(script.src).origin,
    ...(script.dataset.key ? { key: script.dataset.key } : {}),
    ...(script.dataset.consent === 'granted' ? { consent: 'granted' } : {}),
  })
}

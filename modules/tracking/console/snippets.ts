/** What people paste to send events. `origin` is the public address of the community. Short lines: they are read on phones too. */

/** Loads the SDK; with a key it starts by itself. */
export const scriptTag = (origin: string, key: string) =>
  `<script src="${origin}/sdk.js"
  data-key="${key}" defer></script>`

export const consentCall = `juluo.tracker.setConsent('granted')`

export const eventCall = `juluo.tracker.track('beans_tasted', {
  props: { beans: 'yirgacheffe' },
})`

/** One event by hand. `id` is a new UUID: sent again, the event counts once. */
export const curlCommand = (origin: string, key: string, id: string) =>
  `curl ${origin}/v1/track \\
  -H 'Content-Type: application/json' \\
  -H 'X-Track-Key: ${key}' \\
  -d '{"events": [{
    "id": "${id}",
    "name": "beans_tasted"
  }]}'`

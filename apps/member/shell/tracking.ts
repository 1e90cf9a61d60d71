/**
 * The site's own page views and online time, through the same SDK that we give to others. Loaded when
 * the page has been drawn. What may be remembered of a person follows the consent they gave: without
 * one, only that some page was seen.
 */
import type { QueryClient } from '@tanstack/react-query'
import { consentsQuery } from '#modules/identity/member/privacy.queries.ts'
import { createTracker } from '#modules/tracking/sdk/tracker.ts'
import { type Session, sessionQuery } from '#ui/member/session.ts'

/** `onPage` calls back after each navigation, when the new page has its title. */
export function startTracking(client: QueryClient, onPage: (seen: () => void) => void): void {
  const tracker = createTracker({ endpoint: location.origin, pages: false })
  let known: string | undefined

  /** Follows who is here and what they agreed to. */
  async function follow() {
    const account = client.getQueryData<Session>(sessionQuery.queryKey)?.account ?? undefined
    if (!account) {
      if (known) tracker.reset()
      known = undefined
      tracker.setConsent('denied')
      return
    }
    const { items } = await client.fetchQuery({ ...consentsQuery, staleTime: 60_000 })
    const agrees = items.some(({ purpose, granted }) => purpose === 'analytics' && granted)
    tracker.setConsent(agrees ? 'granted' : 'denied')
    if (agrees && known !== account.id) await tracker.identify()
    known = account.id
  }

  const watched = new Set([sessionQuery.queryKey, consentsQuery.queryKey].map((key) => JSON.stringify(key)))
  client.getQueryCache().subscribe(({ type, query }) => {
    if (type === 'updated' && query.state.status === 'success' && watched.has(query.queryHash))
      void followQuietly()
  })
  let following: Promise<void> | undefined
  /** One at a time: reading the consents is itself an update that is watched. */
  function followQuietly() {
    following ??= follow()
      .catch(() => undefined) // Asked again with the next change; counting must never disturb.
      .finally(() => {
        following = undefined
      })
    return following
  }

  void followQuietly().then(() => tracker.page())
  onPage(() => tracker.page())
}

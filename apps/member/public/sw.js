// Keeps what never changes (files named by their content) and one page for when there is no connection.
// HTML and API answers are never kept: a stale page would ask for files that are gone.
const kept = 'juluo-files-1'
const offlinePage = '/offline.html'
const ours = [offlinePage, '/offline.css', '/favicon.svg']

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(kept).then((cache) => cache.addAll(ours)))
  self.skipWaiting()
})

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) =>
        Promise.all(
          names
            .filter((name) => name.startsWith('juluo-files') && name !== kept)
            .map((name) => caches.delete(name)),
        ),
      )
      .then(() => self.clients.claim()),
  )
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== location.origin || url.pathname.startsWith('/console'))
    return
  if (request.mode === 'navigate') event.respondWith(fetch(request).catch(() => caches.match(offlinePage)))
  else if (url.pathname.startsWith('/assets/')) event.respondWith(fromCacheFirst(request))
  else if (ours.includes(url.pathname))
    event.respondWith(fetch(request).catch(() => caches.match(url.pathname)))
})

// What the server pushes is a notice: it is shown as it came, and opened where it leads.
self.addEventListener('push', (event) => {
  const told = event.data?.json()
  if (!told) return
  event.waitUntil(
    Promise.all([
      self.registration.showNotification(told.title, {
        body: told.body,
        // The same again takes the place of the first.
        tag: told.tag,
        icon: '/icon-192.png',
        badge: '/icon-192.png',
        silent: told.silent,
        data: { path: told.path, id: told.id },
      }),
      navigator.setAppBadge?.(told.unread),
    ]),
  )
})

self.addEventListener('notificationclick', (event) => {
  event.notification.close()
  const { path = '/inbox', id } = event.notification.data ?? {}
  // Only places of this site, whatever was pushed.
  const url = new URL(path, location.origin)
  event.waitUntil(
    Promise.all([markRead(id), open(url.origin === location.origin ? url.href : location.origin)]),
  )
})

function markRead(id) {
  if (!id) return
  return fetch(`/api/member/inbox/${encodeURIComponent(id)}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: '{"read":true}',
  }).catch(() => undefined)
}

async function open(href) {
  const windows = await self.clients.matchAll({ type: 'window', includeUncontrolled: true })
  const ours = windows.find(({ url }) => !new URL(url).pathname.startsWith('/console'))
  if (!ours) return self.clients.openWindow(href)
  await ours.focus()
  return ours.navigate(href)
}

async function fromCacheFirst(request) {
  const cache = await caches.open(kept)
  const held = await cache.match(request)
  if (held) return held
  const answer = await fetch(request)
  if (answer.ok) {
    await cache.put(request, answer.clone())
    await forgetOldest(cache)
  }
  return answer
}

// Builds come and go; the newest files are the ones in use.
async function forgetOldest(cache) {
  const files = (await cache.keys()).filter(({ url }) => new URL(url).pathname.startsWith('/assets/'))
  for (const old of files.slice(0, Math.max(0, files.length - 80))) await cache.delete(old)
}

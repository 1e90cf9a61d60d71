/**
 * This browser as one that may be woken. The browser is asked for permission only when somebody presses the
 * button for it; a visit renews what was given, because it ends with the session.
 */
import { api } from '#ui/api.ts'
import { ask } from '#ui/member/ask.ts'

export type PushState = 'unsupported' | 'denied' | 'off' | 'on'

const supported = (): boolean =>
  'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window

const held = async (): Promise<PushSubscription | null> => {
  const worker = await navigator.serviceWorker.getRegistration()
  return (await worker?.pushManager.getSubscription()) ?? null
}

export async function readPushState(): Promise<PushState> {
  if (!supported()) return 'unsupported'
  if (Notification.permission === 'denied') return 'denied'
  return Notification.permission === 'granted' && (await held()) ? 'on' : 'off'
}

/** Asks the browser, and tells the server. Call only from a press of a button. */
export async function turnPushOn(): Promise<PushState> {
  if (!supported()) return 'unsupported'
  if ((await Notification.requestPermission()) !== 'granted') return await readPushState()
  const { key } = await ask(api.GET('/api/member/push-subscriptions', {}))
  const worker = await navigator.serviceWorker.ready
  const applicationServerKey = bytesOf(key)
  const before = await worker.pushManager.getSubscription()
  // A browser keeps the key it subscribed with; another installation behind this address has another.
  if (before && !sameKey(before.options.applicationServerKey, applicationServerKey))
    await before.unsubscribe()
  await tell(await worker.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey }))
  return 'on'
}

/** Takes the permission back, here and on the server. */
export async function turnPushOff(): Promise<PushState> {
  const { items } = await ask(api.GET('/api/member/push-subscriptions', {}))
  await (await held())?.unsubscribe()
  for (const { id, here } of items)
    if (here) await ask(api.DELETE('/api/member/push-subscriptions/{id}', { params: { path: { id } } }))
  return await readPushState()
}

const renewed = 'juluo.push-renewed'

/** Once in a session of the browser: what was given in an older session is given in this one. */
export async function renewPush(): Promise<void> {
  if (sessionStorage.getItem(renewed) || (await readPushState()) !== 'on') return
  const subscription = await held()
  if (subscription) await tell(subscription)
  sessionStorage.setItem(renewed, '1')
}

async function tell(subscription: PushSubscription): Promise<void> {
  const { endpoint, keys } = subscription.toJSON()
  await ask(
    api.POST('/api/member/push-subscriptions', {
      body: {
        endpoint: endpoint ?? '',
        keys: { p256dh: keys?.p256dh ?? '', auth: keys?.auth ?? '' },
        device: describe(navigator.userAgent),
      },
    }),
  )
}

const browsers = [
  [/MicroMessenger/, '微信'],
  [/Edg\//, 'Edge'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/HuaweiBrowser/, 'Huawei Browser'],
  [/Chrome\/|CriOS\//, 'Chrome'],
  [/Safari\//, 'Safari'],
] as const
const systems = [
  [/HarmonyOS/, 'HarmonyOS'],
  [/iPhone|iPad/, 'iOS'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
] as const

/** `Chrome · Android`, for the list of devices. */
export function describe(userAgent: string): string {
  const named = (list: readonly (readonly [RegExp, string])[]) => list.find(([is]) => is.test(userAgent))?.[1]
  return [named(browsers), named(systems)].filter(Boolean).join(' · ')
}

function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0))
}

function sameKey(a: ArrayBuffer | null, b: Uint8Array): boolean {
  const left = new Uint8Array(a ?? new ArrayBuffer(0))
  return left.length === b.length && left.every((byte, at) => byte === b[at])
}

/** What a User-Agent tells: a robot or not, and the kind of device. Remembered, because few of them recur endlessly. */
import { isbot } from 'isbot'

export interface Device {
  readonly bot: boolean
  readonly kind: 'mobile' | 'tablet' | 'desktop' | 'server'
}

const known = new Map<string, Device>()

export function deviceOf(userAgent: string): Device {
  const held = known.get(userAgent)
  if (held) return held
  const device: Device = { bot: isbot(userAgent), kind: kindOf(userAgent) }
  if (known.size >= 2_000) known.clear()
  known.set(userAgent, device)
  return device
}

function kindOf(userAgent: string): Device['kind'] {
  if (/iPad|Tablet|Android(?!.*Mobile)/i.test(userAgent)) return 'tablet'
  if (/Mobi|iPhone|Android|MicroMessenger/i.test(userAgent)) return 'mobile'
  return userAgent.startsWith('Mozilla/') ? 'desktop' : 'server'
}

/**
 * Properties of an event: flat, small, and no private data. Hand-written because it runs for every
 * event; `docs/decisions` tells what it costs otherwise.
 */
import type { faults } from '../tracking.messages.ts'

export type FaultKey = keyof typeof faults
export interface Fault {
  readonly fault: FaultKey
  readonly name?: string
}

export const maxProps = 64
export const maxText = 1024
/** PostgreSQL writes a number in all its digits, and beyond 64 bits ClickHouse reads no JSON that has one. */
const mostNumber = 2 ** 63

const propName = /^[A-Za-z][A-Za-z0-9_]{0,63}$/

/** Names that say "this is somebody's secret or identity": refused, so that nobody collects them by accident. */
const privateNames = new Set(
  ['password', 'passwd', 'pwd', 'token', 'secret', 'authorization', 'cookie', 'email', 'mail', 'phone', 'mobile',
    'telephone', 'idcard', 'identitycard', 'idnumber', 'passport', 'bankcard', 'cardnumber', 'cvv', 'realname',
    'address', 'openid', 'unionid'], // biome-ignore format: one list
)
const isPrivate = (name: string) => privateNames.has(name.replaceAll('_', '').toLowerCase())

/** Text that PostgreSQL can keep: no NUL, no half of a surrogate pair. */
export const storable = (text: string) => text.isWellFormed() && !text.includes('\0')

function scalarFault(name: string, value: unknown): Fault | undefined {
  switch (typeof value) {
    case 'string':
      if (value.length > maxText) return { fault: 'longPropValue', name }
      return storable(value) ? undefined : { fault: 'badText', name }
    case 'number':
      if (!Number.isFinite(value)) return { fault: 'badPropValue', name }
      return Math.abs(value) <= mostNumber ? undefined : { fault: 'hugeNumber', name }
    case 'boolean':
      return undefined
    default:
      return value === null ? undefined : { fault: 'badPropValue', name }
  }
}

function nestedFault(name: string, value: object): Fault | undefined {
  if (Array.isArray(value)) {
    if (value.length > maxProps) return { fault: 'longPropValue', name }
    for (const item of value) {
      const fault = scalarFault(name, item)
      if (fault) return fault
    }
    return undefined
  }
  const entries = Object.entries(value)
  if (entries.length > maxProps) return { fault: 'longPropValue', name }
  for (const [key, item] of entries) {
    const fault = nameFault(key) ?? scalarFault(name, item)
    if (fault) return fault
  }
  return undefined
}

function nameFault(name: string): Fault | undefined {
  if (!propName.test(name)) return { fault: 'badPropName', name: name.slice(0, 64) }
  return isPrivate(name) ? { fault: 'privateProp', name } : undefined
}

/** What is wrong with the properties, or undefined. */
export function propsFault(props: unknown): Fault | undefined {
  if (typeof props !== 'object' || props === null || Array.isArray(props)) return { fault: 'badProps' }
  let count = 0
  for (const name in props) {
    if (++count > maxProps) return { fault: 'tooManyProps' }
    const value = (props as Record<string, unknown>)[name]
    const fault =
      nameFault(name) ??
      (typeof value === 'object' && value !== null ? nestedFault(name, value) : scalarFault(name, value))
    if (fault) return fault
  }
  return undefined
}

const random = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes))
const hex = (bytes: Uint8Array) => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')

/** A UUIDv7: the time leads, so that ids of one time lie together in the server's index. */
export function uuidV7(now = Date.now()): string {
  const time = now.toString(16).padStart(12, '0')
  const tail = random(10)
  tail[0] = (tail[0]! & 0x0f) | 0x70
  tail[2] = (tail[2]! & 0x3f) | 0x80
  const rest = hex(tail)
  return `${time.slice(0, 8)}-${time.slice(8)}-${rest.slice(0, 4)}-${rest.slice(4, 8)}-${rest.slice(8)}`
}

/** 128 random bits that name a browser or a session. */
export const newId = () => hex(random(16))

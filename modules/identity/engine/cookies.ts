/** Names and attributes of the cookies of this module. Over https they carry `__Host-`: this host, this path, never plain. */
export interface CookieNames {
  readonly secure: boolean
  readonly prefix: string
  readonly session: string
  /** Proves that this device signed in before; see `sign-in/devices.ts`. */
  readonly device: string
  /** Proves that this browser asked for the account that a mail confirms. */
  readonly signUp: string
}

export function cookieNames(baseUrl: string): CookieNames {
  const secure = baseUrl.startsWith('https://')
  const prefix = secure ? '__Host-juluo' : 'juluo'
  return {
    secure,
    prefix,
    session: `${prefix}.session_token`,
    device: `${prefix}.device`,
    signUp: `${prefix}.sign_up`,
  }
}

/** The value of a cookie in a `Cookie` header, decoded; undefined when it is not there. */
export function readCookie(header: string | null, name: string): string | undefined {
  for (const part of header?.split(';') ?? []) {
    const equals = part.indexOf('=')
    if (equals < 0 || part.slice(0, equals).trim() !== name) continue
    try {
      return decodeURIComponent(part.slice(equals + 1).trim())
    } catch {
      return undefined
    }
  }
  return undefined
}

/** A `Set-Cookie` line. `maxAge` in seconds; 0 takes the cookie away. */
export function setCookie(names: CookieNames, name: string, value: string, maxAge: number): string {
  return `${name}=${encodeURIComponent(value)}; Path=/; Max-Age=${maxAge}; HttpOnly; SameSite=Lax${names.secure ? '; Secure' : ''}`
}

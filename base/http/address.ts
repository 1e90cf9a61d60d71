/**
 * Who is at the other end of the connection. `X-Forwarded-For` is believed only as far as the hops are
 * proxies that the operator named in TRUSTED_PROXIES; everything else in it is just text.
 */
import ipaddr from 'ipaddr.js'

export interface Addresses {
  /** Address of the caller, from the socket's peer and the forwarding header. */
  callerOf(peer: string | undefined, forwardedFor: string | undefined): string
  isTrusted(address: string): boolean
}

/** Reads TRUSTED_PROXIES (addresses or CIDR ranges). Throws on an entry that is neither. */
export function trustProxies(entries: readonly string[]): Addresses {
  const ranges = entries.map((entry) => {
    if (ipaddr.isValidCIDR(entry)) return ipaddr.parseCIDR(entry)
    if (!ipaddr.isValid(entry))
      throw new Error(`TRUSTED_PROXIES holds "${entry}", which is neither an address nor a CIDR range`)
    const address = ipaddr.process(entry)
    return [address, address.kind() === 'ipv4' ? 32 : 128] as const
  })
  const matches = (text: string) => {
    if (!ipaddr.isValid(text)) return false
    const address = ipaddr.process(text)
    return ranges.some(([range, bits]) => range.kind() === address.kind() && address.match([range, bits]))
  }
  const known = new Map<string, boolean>()
  const isTrusted = (address: string) => {
    if (ranges.length === 0) return false
    let verdict = known.get(address)
    if (verdict === undefined) {
      if (known.size > 10_000) known.clear()
      verdict = matches(address)
      known.set(address, verdict)
    }
    return verdict
  }
  return {
    isTrusted,
    callerOf(peer = '0.0.0.0', forwardedFor) {
      if (!forwardedFor || !isTrusted(peer)) return peer
      const hops = forwardedFor.split(',').map((hop) => hop.trim())
      // From the nearest hop outwards: the first that is not ours is the caller.
      let caller = peer
      for (const hop of hops.reverse()) {
        if (!ipaddr.isValid(hop)) break
        caller = hop
        if (!isTrusted(hop)) break
      }
      return caller
    },
  }
}

/**
 * The part of an address that one subscriber holds: an IPv4 address, or the /64 of an IPv6 address
 * (the /48 of 6to4, which is one IPv4 address in disguise).
 */
export function subscriber(address: string): string {
  if (!address.includes(':')) return address
  if (!ipaddr.isValid(address)) return address
  const parsed = ipaddr.process(address)
  if (parsed.kind() === 'ipv4') return parsed.toString()
  const parts = (parsed as ipaddr.IPv6).parts
  const kept = parts[0] === 0x2002 ? 3 : 4
  return `${parts
    .slice(0, kept)
    .map((part) => part.toString(16))
    .join(':')}::/${kept * 16}`
}

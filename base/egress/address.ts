/** Which addresses the product may connect to when somebody else chose the name. */
import { networkInterfaces } from 'node:os'
import ipaddr from 'ipaddr.js'

/**
 * True for ordinary addresses of the public internet. Everything with a special meaning is refused:
 * loopback, private, link-local (cloud metadata), carrier NAT, unique local, multicast, broadcast,
 * documentation, and all forms that carry another address inside (IPv4-mapped and -compatible, NAT64,
 * 6to4, Teredo, ISATAP), because what they reach depends on the machine. The addresses of this machine
 * itself are refused too: what listens on them may trust its neighbours.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false
  const parsed = ipaddr.parse(address)
  if (parsed.range() !== 'unicast') return false
  if (parsed.kind() === 'ipv6') {
    const groups = (parsed as ipaddr.IPv6).parts
    // Only 2000::/3 is handed out to anybody (RFC 4291); the rest is reserved whatever a table says.
    if (((groups[0] ?? 0) & 0xe000) !== 0x2000) return false
    // ISATAP (RFC 5214): an IPv4 address behind 0000:5efe or 0200:5efe.
    if (groups[5] === 0x5efe && ((groups[4] ?? 0) & 0xfdff) === 0) return false
  }
  return !isOwnAddress(parsed)
}

function isOwnAddress(parsed: ipaddr.IPv4 | ipaddr.IPv6): boolean {
  const text = parsed.toNormalizedString()
  return Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .some(({ address }) => ipaddr.parse(address.split('%')[0] ?? address).toNormalizedString() === text)
}

/** A name server on loopback whose answers a test decides, for what a hostile one might say. */
import { createSocket } from 'node:dgram'
import { promises as dns, type LookupAddress } from 'node:dns'
import ipaddr from 'ipaddr.js'

export interface NameServer {
  /** Asks this server for both kinds of address. */
  readonly resolve: (hostname: string) => Promise<LookupAddress[]>
  /** How often a name was asked for (each kind counts). */
  readonly asked: (hostname: string) => number
  close(): void
}

/**
 * `answers(name, turn)` gives the addresses for the n-th time a name is looked up, from 0; time to live
 * is zero, so that every look-up asks again.
 */
export async function startNameServer(
  answers: (name: string, turn: number) => readonly string[],
): Promise<NameServer> {
  const turns = new Map<string, number>()
  const socket = createSocket('udp4')
  socket.on('message', (query, from) => {
    const { name, type, end } = readQuestion(query)
    const key = `${name}/${type}`
    const turn = turns.get(key) ?? 0
    turns.set(key, turn + 1)
    const kind = type === 1 ? 'ipv4' : type === 28 ? 'ipv6' : undefined
    const found = answers(name, turn)
      .map((address) => ipaddr.parse(address))
      .filter((address) => address.kind() === kind)
    const header = Buffer.alloc(12)
    query.copy(header, 0, 0, 2)
    header.writeUInt16BE(0x8580, 2)
    header.writeUInt16BE(1, 4)
    header.writeUInt16BE(found.length, 6)
    const records = found.map((address) => {
      const bytes = Buffer.from(address.toByteArray())
      const head = Buffer.alloc(12)
      head.writeUInt16BE(0xc00c, 0)
      head.writeUInt16BE(type, 2)
      head.writeUInt16BE(1, 4)
      head.writeUInt16BE(bytes.length, 10)
      return Buffer.concat([head, bytes])
    })
    socket.send(Buffer.concat([header, query.subarray(12, end), ...records]), from.port, from.address)
  })
  await new Promise<void>((ready) => socket.bind(0, '127.0.0.1', ready))
  const resolver = new dns.Resolver({ timeout: 500, tries: 1 })
  resolver.setServers([`127.0.0.1:${socket.address().port}`])
  return {
    asked: (hostname) => (turns.get(`${hostname}/1`) ?? 0) + (turns.get(`${hostname}/28`) ?? 0),
    async resolve(hostname) {
      const [four, six] = await Promise.all([
        resolver.resolve4(hostname).catch(() => []),
        resolver.resolve6(hostname).catch(() => []),
      ])
      return [
        ...four.map((address) => ({ address, family: 4 })),
        ...six.map((address) => ({ address, family: 6 })),
      ]
    },
    close: () => socket.close(),
  }
}

function readQuestion(query: Buffer): { name: string; type: number; end: number } {
  const labels: string[] = []
  let at = 12
  for (let length = query[at] ?? 0; length > 0; length = query[at] ?? 0) {
    labels.push(query.toString('latin1', at + 1, at + 1 + length))
    at += length + 1
  }
  return { name: labels.join('.').toLowerCase(), type: query.readUInt16BE(at + 1), end: at + 5 }
}

import type { LookupAddress } from 'node:dns'
import { createServer, get, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { networkInterfaces } from 'node:os'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Egress } from '#base/parts.ts'
import { type NameServer, startNameServer } from '#test/name-server.ts'
import { isPublicAddress } from './address.ts'
import { createEgress } from './egress.ts'
import { EgressError } from './egress-error.ts'

let inside: Server
let port: number
let hits: string[] = []
let front: Server
let frontHost: string
let names: NameServer
let egress: Egress

const listen = (server: Server, host: string) =>
  new Promise<number>((ready) => server.listen(0, host, () => ready((server.address() as AddressInfo).port)))

/** What hostile names resolve to. `rebind` shows a public address first and an inside one from then on. */
const zone: Record<string, (turn: number) => string[]> = {
  'loopback.test': () => ['127.0.0.1'],
  'loopback6.test': () => ['::1'],
  'mapped.test': () => ['::ffff:127.0.0.1'],
  'any.test': () => ['0.0.0.0'],
  'any6.test': () => ['::'],
  'metadata.test': () => ['169.254.169.254'],
  'private.test': () => ['10.1.2.3'],
  'nat64.test': () => ['64:ff9b::7f00:1'],
  'sixtofour.test': () => ['2002:7f00:1::'],
  'mixed.test': () => ['93.184.216.34', '127.0.0.1'],
  'mixed6.test': () => ['93.184.216.34', '::1'],
  'rebind.test': (turn) => [turn === 0 ? '93.184.216.34' : '127.0.0.1'],
}

beforeAll(async () => {
  inside = createServer((request, answer) => {
    hits.push(`${request.socket.localAddress} ${request.method} ${request.url}`)
    answer.end('secret')
  })
  // Both families: `::` takes IPv4 too.
  port = await listen(inside, '::')
  front = createServer((request, answer) => {
    const url = new URL(request.url ?? '/', 'http://front')
    const redirect = url.searchParams.get('to')
    if (redirect)
      answer.writeHead(Number(url.searchParams.get('status') ?? 302), { location: redirect }).end()
    else answer.writeHead(200, { 'x-method': request.method ?? '' }).end('hello')
  })
  frontHost = `127.0.0.1:${await listen(front, '127.0.0.1')}`
  names = await startNameServer((name, turn) => zone[name]?.(turn) ?? [])
  egress = createEgress({ ports: [80, 443, port], resolve: names.resolve })
})
afterAll(async () => {
  names?.close()
  for (const server of [inside, front]) await new Promise((done) => server?.close(done))
})
beforeEach(() => {
  hits = []
})

const codeOf = async (url: string, options: Parameters<Egress['request']>[1] = {}): Promise<string> => {
  try {
    const answer = await egress.request(url, { timeoutMs: 1_500, ...options })
    return String(answer.status)
  } catch (error) {
    return error instanceof EgressError ? error.code : `unexpected ${error}`
  }
}

/** Spellings of inside addresses, all aimed at the inside listener. */
function hostileUrls(): string[] {
  const hosts = [
    '127.0.0.1', '127.1', '127.0.1', '127.127.127.127', '127.0.0.1.', '2130706433', '0x7f000001', '0x7f.1',
    '0x7f.0x0.0x0.0x1', '017700000001', '0177.0.0.1', '0177.0.0.0x1', '00000177.1', '0', '0.0.0.0', '0x0', '00',
    'localhost', 'LOCALHOST', 'localhost.', 'foo.localhost', '１２７.０.０.１', '127。0。0。1', '①②⑦.⓪.⓪.①',
    'ⓛⓞⓒⓐⓛⓗⓞⓢⓣ', '%31%32%37.0.0.1', '127.0.0.%31', '10.0.0.1', '10.1', '172.16.0.1', '192.168.0.1', '192.168.257',
    '169.254.169.254', '169.254.43518', '2852039166', '0xa9fea9fe', '100.64.0.1', '100.100.100.200',
    '192.0.0.192', '198.18.0.1', '224.0.0.1', '240.0.0.1', '255.255.255.255', '[::1]', '[0:0:0:0:0:0:0:1]', '[0000::0001]',
    '[::]', '[::ffff:127.0.0.1]', '[::ffff:7f00:1]', '[0:0:0:0:0:ffff:127.0.0.1]', '[::127.0.0.1]', '[::ffff:0:127.0.0.1]',
    '[64:ff9b::127.0.0.1]', '[64:ff9b:1::7f00:1]', '[2002:7f00:1::]', '[2001:0:7f00:1::]', '[fe80::1]', '[fec0::1]', '[fd00:ec2::254]',
    '[fc00::1]', '[ff02::1]', '[2001:db8::1]', '[100::1]', '[4000::1]', '[2606:4700::5efe:7f00:1]', ...Object.keys(zone),
  ] // biome-ignore format: one list
  const own = Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .filter((each) => !each.address.startsWith('fe80'))
    .map((each) => (each.family === 'IPv6' ? `[${each.address}]` : each.address))
  const forms = [
    `http://user:password@127.0.0.1:${port}/`,
    `http://example.com@127.0.0.1:${port}/`,
    `http://127.0.0.1:${port}#@example.com/`,
    `http://example.com:${port}\\@127.0.0.1:${port}/`,
    `http:\\\\127.0.0.1:${port}\\`,
    `http:/127.0.0.1:${port}/`,
    `http:127.0.0.1:${port}/`,
    `hTTp://127.0.0.1:${port}/`,
    `//127.0.0.1:${port}/`,
    `http://\t127.0.0.1:${port}/`,
    `http://127.0.0.1\n:${port}/`,
    ` http://127.0.0.1:${port}/`,
    `http://127.0.0.1:${port}/ HTTP/1.1\r\nX: y`,
    `http://[::1]:${port}/`,
    `http://[::1%25lo]:${port}/`,
    `ftp://127.0.0.1:${port}/`,
    `gopher://127.0.0.1:${port}/_GET%20/`,
    'file:///etc/passwd',
    'data:text/plain,hello',
    'unix:/var/run/docker.sock',
    'javascript:alert(1)',
    `https://127.0.0.1:${port}/`,
  ]
  return [...[...hosts, ...own].map((host) => `http://${host}:${port}/`), ...forms]
}

describe('egress', () => {
  test('G41: hostile spellings of inside addresses reach nothing', async () => {
    const urls = hostileUrls()
    expect(new Set(urls).size).toBeGreaterThanOrEqual(90)
    const outcomes = await Promise.all(
      urls.map(async (url) => [url, await codeOf(url, { timeoutMs: 800 })] as const),
    )
    expect(hits).toEqual([])
    // `rebind.test` shows a public address first: trying that one is right, and it does not answer here.
    const unexpected = outcomes.filter(
      ([url, code]) => !['refused', 'unresolved'].includes(code) && !url.includes('rebind.test'),
    )
    expect(unexpected).toEqual([])
  })

  test('G41 control: plain fetch reaches the inside listener with many of them', async () => {
    await Promise.all(
      hostileUrls().map(async (url) => {
        await fetch(url, { signal: AbortSignal.timeout(800) }).catch(() => {})
      }),
    )
    expect(hits.length).toBeGreaterThan(20)
  })

  test('G41: a name that changes its address between check and connection is asked once', async () => {
    zone['turns.test'] = (turn) => [turn === 0 ? '93.184.216.34' : '127.0.0.1']
    await codeOf(`http://turns.test:${port}/`, { timeoutMs: 400 })
    expect(names.asked('turns.test')).toBe(2)
    expect(hits).toEqual([])
    // The second look-up would have answered with the inside address.
    expect((await names.resolve('turns.test')).map((each) => each.address)).toEqual(['127.0.0.1'])
  })

  test('G41 control: checking the name and then connecting to it is fooled', async () => {
    zone['fooled.test'] = (turn) => [turn === 0 ? '93.184.216.34' : '127.0.0.1']
    const checked = await names.resolve('fooled.test')
    expect(checked.every((each) => isPublicAddress(each.address))).toBe(true)
    await new Promise<void>((done) => {
      get(
        `http://fooled.test:${port}/`,
        {
          agent: false,
          lookup: (host, _options, answer) => {
            names.resolve(host).then((found: LookupAddress[]) => answer(null, found))
          },
        },
        (response) => response.resume().once('end', done),
      )
    })
    expect(hits).toHaveLength(1)
  })

  test('G41: redirects are an answer, not something to follow', async () => {
    for (const status of [301, 302, 303, 307, 308]) {
      const url = `http://${frontHost}/?status=${status}&to=${encodeURIComponent(`http://127.0.0.1:${port}/`)}`
      const answer = await egress.request(url, { allow: [frontHost] })
      expect(answer.status).toBe(status)
      expect(answer.headers.get('location')).toContain(String(port))
    }
    expect(hits).toEqual([])
    // Control: fetch follows.
    await fetch(`http://${frontHost}/?to=${encodeURIComponent(`http://127.0.0.1:${port}/`)}`)
    expect(hits).toHaveLength(1)
  })

  test('G41: other ports are refused even on public addresses', async () => {
    for (const wrong of [21, 22, 25, 3306, 5432, 6379, 8123, 9200, 11211])
      expect(await codeOf(`http://93.184.216.34:${wrong}/`)).toBe('refused')
  })

  test('a host that the configuration declares may be inside, on its port only', async () => {
    const answer = await egress.request(`http://${frontHost}/`, {
      method: 'POST',
      body: 'x',
      allow: [frontHost],
    })
    expect([answer.status, answer.headers.get('x-method'), Buffer.from(answer.body).toString()]).toEqual([
      200,
      'POST',
      'hello',
    ])
    expect(await codeOf(`http://127.0.0.1:${port}/`, { allow: [frontHost] })).toBe('refused')
    expect(await codeOf(`http://127.0.0.2:${frontHost.split(':')[1]}/`, { allow: [frontHost] })).toBe(
      'refused',
    )
  })

  test('header and method injection are refused before anything is sent', async () => {
    const allow = [frontHost]
    const url = `http://${frontHost}/`
    for (const headers of [
      { 'x-a': 'b\r\nX-Evil: 1' },
      { 'x-a\r\nx-evil': '1' },
      { 'x-a': 'b\u0000' },
      { host: 'internal' },
      { 'Transfer-Encoding': 'chunked' },
      { 'content-length': '0' },
      { 'x-a': '汉' },
    ] as Record<string, string>[])
      expect(await codeOf(url, { headers, allow })).toBe('refused')
    for (const method of ['CONNECT', 'TRACE', 'get', 'GET / HTTP/1.1\r\nX: y'])
      expect(await codeOf(url, { method, allow })).toBe('refused')
  })

  test('errors are explained without telling about the inside', () => {
    const error = new EgressError('refused', '10.0.0.1 is not on the public internet')
    expect(error.explain('zh-CN')).not.toContain('10.0.0.1')
    expect(error.explain('en')).toBe(
      'That address cannot be used: only public http and https addresses on their usual ports',
    )
  })
})

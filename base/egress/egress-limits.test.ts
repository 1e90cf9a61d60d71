import { createServer, type Server, type ServerResponse } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { selfSignedCertificate } from '#test/certificate.ts'
import { createEgress } from './egress.ts'
import { EgressError } from './egress-error.ts'

const zeros = (mebibytes: number) => Buffer.alloc(mebibytes * 1024 * 1024)
const packed = { gzip: gzipSync(zeros(64)), br: brotliCompressSync(zeros(64)) }
const answers: Record<string, (answer: ServerResponse) => void> = {
  '/silent': () => {},
  '/headers-only': (answer) => {
    answer.writeHead(200)
    answer.flushHeaders()
  },
  '/drip': (answer) => {
    answer.writeHead(200)
    const timer = setInterval(() => answer.write('.'), 50)
    answer.on('close', () => clearInterval(timer))
  },
  '/endless': (answer) => {
    const more = () => {
      while (!answer.destroyed && answer.write(zeros(1)));
      if (!answer.destroyed) answer.once('drain', more)
    }
    more()
  },
  '/claims-much': (answer) => answer.writeHead(200, { 'content-length': '99999999' }).write('x'),
  '/gzip': (answer) => answer.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('hello')),
  '/br': (answer) => answer.writeHead(200, { 'content-encoding': 'br' }).end(brotliCompressSync('hello')),
  '/deflate': (answer) => answer.writeHead(200, { 'content-encoding': 'deflate' }).end(deflateSync('hello')),
  '/gzip-bomb': (answer) => answer.writeHead(200, { 'content-encoding': 'gzip' }).end(packed.gzip),
  '/br-bomb': (answer) => answer.writeHead(200, { 'content-encoding': 'br' }).end(packed.br),
  '/double': (answer) =>
    answer.writeHead(200, { 'content-encoding': 'gzip, gzip' }).end(gzipSync(gzipSync(zeros(8)))),
  '/broken': (answer) => answer.writeHead(200, { 'content-encoding': 'gzip' }).end('not gzip'),
  '/cut': (answer) => {
    answer.writeHead(200, { 'content-length': '100' })
    answer.write('x')
    setTimeout(() => answer.destroy(), 20)
  },
  '/many-headers': (answer) => {
    for (let index = 0; index < 200; index++) answer.setHeader(`x-${index}`, 'y'.repeat(200))
    answer.end()
  },
  '/head': (answer) =>
    answer.writeHead(200, { 'content-length': '99999999', 'content-encoding': 'gzip' }).end(),
  '/empty': (answer) => answer.writeHead(204).end(),
}

describe('egress limits', () => {
  let server: Server
  let host: string
  const egress = createEgress()

  beforeAll(async () => {
    server = createServer((request, answer) => answers[request.url ?? '']?.(answer))
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
    host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  afterAll(async () => {
    server.closeAllConnections()
    await new Promise((done) => server.close(done))
  })

  const outcome = async (path: string, method = 'GET'): Promise<string> => {
    try {
      const answer = await egress.request(`http://${host}${path}`, { method, timeoutMs: 400, allow: [host] })
      return `${answer.status} ${Buffer.from(answer.body).toString()}`
    } catch (error) {
      return error instanceof EgressError ? error.code : `unexpected ${error}`
    }
  }

  test('G41: the whole exchange ends in time, however the other side dawdles', async () => {
    const began = performance.now()
    expect(await Promise.all(['/silent', '/headers-only', '/drip'].map((path) => outcome(path)))).toEqual([
      'timeout',
      'timeout',
      'timeout',
    ])
    expect(performance.now() - began).toBeLessThan(1_500)
  })

  test('G41: an answer beyond the limit is dropped, packed or not', async () => {
    for (const path of ['/endless', '/claims-much', '/gzip-bomb', '/br-bomb'])
      expect([path, await outcome(path)]).toEqual([path, 'tooLarge'])
    const before = process.memoryUsage().rss
    await Promise.all(Array.from({ length: 20 }, () => outcome('/gzip-bomb')))
    expect(process.memoryUsage().rss - before).toBeLessThan(150 * 1024 * 1024)
  })

  test('usual encodings are unpacked, others and broken answers fail', async () => {
    for (const path of ['/gzip', '/br', '/deflate']) expect(await outcome(path)).toBe('200 hello')
    for (const path of ['/double', '/broken', '/cut', '/many-headers'])
      expect([path, await outcome(path)]).toEqual([path, 'failed'])
  })

  test('answers without a body are answers', async () => {
    expect(await outcome('/head', 'HEAD')).toBe('200 ')
    expect(await outcome('/empty')).toBe('204 ')
  })

  test('certificates are verified', async () => {
    const certificate = selfSignedCertificate()
    const secure = createTlsServer(certificate, (_request, answer) => answer.end('hello'))
    await new Promise<void>((ready) => secure.listen(0, '127.0.0.1', ready))
    const secureHost = `localhost:${(secure.address() as AddressInfo).port}`
    const ask = () => egress.request(`https://${secureHost}/`, { allow: [secureHost] })
    const known = getCACertificates()
    try {
      await expect(ask()).rejects.toMatchObject({ code: 'failed' })
      // Control: the same server passes once its certificate is trusted, so trust was what was missing.
      setDefaultCACertificates([...known, certificate.cert])
      expect((await ask()).status).toBe(200)
    } finally {
      setDefaultCACertificates(known)
      await new Promise((done) => secure.close(done))
    }
  })
})

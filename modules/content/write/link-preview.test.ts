import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Ctx } from '#base/context.ts'
import { createEgress } from '#base/egress/egress.ts'
import { openDiskStore } from '#base/files/disk-store.ts'
import { createFiles } from '#base/files/files.ts'
import { openLog } from '#base/log/log.ts'
import type { Egress } from '#base/parts.ts'
import { testCtx, useDatabase } from '#test/database.ts'
import { findLinkPreview } from './link.ts'
import { readPage } from './page-words.ts'

const home = mkdtempSync(join(tmpdir(), 'juluo-previews-'))
const log = openLog({ level: 'silent' })
let site: Server
let inside: Server
let origin: string
let insideHits: string[]
let hits: string[]
let ways: Parameters<typeof findLinkPreview>[1]
const database = useDatabase()
const at = (minutes = 0): Ctx => ({
  ...testCtx(database()),
  now: new Date(Date.parse('2026-11-22T11:30:00Z') + minutes * 60_000),
})
const preview = (path: string, minutes = 0) =>
  findLinkPreview(at(minutes), ways, path.startsWith('http') ? path : origin + path)

const listen = (server: Server) =>
  new Promise<string>((ready) =>
    server.listen(0, '127.0.0.1', () => ready(`127.0.0.1:${(server.address() as AddressInfo).port}`)),
  )

beforeAll(async () => {
  const picture = await sharp({ create: { width: 800, height: 420, channels: 3, background: '#1f6b4f' } })
    .png()
    .toBuffer()
  inside = createServer((request, answer) => {
    insideHits.push(request.url ?? '')
    answer.writeHead(200, { 'content-type': 'text/html' }).end('<title>secret</title>')
  })
  const insideHost = await listen(inside)
  site = createServer((request, answer) => {
    const { pathname } = new URL(request.url ?? '/', 'http://site')
    hits.push(pathname)
    const html = (body: string | Buffer, type = 'text/html; charset=utf-8') =>
      answer.writeHead(200, { 'content-type': type }).end(body)
    switch (pathname) {
      case '/page':
        return html(
          `<head><title>别的</title><meta property="og:title" content="手冲 &amp; 水质 &lt;script&gt;"><meta content='三种水，三种&#37240;' name=description><meta property="og:image" content="/picture.png">`,
        )
      case '/picture.png':
        return answer.writeHead(200, { 'content-type': 'image/png' }).end(picture)
      case '/svg':
        return html('<title>画</title><meta property="og:image" content="/evil.svg">')
      case '/evil.svg':
        return answer.writeHead(200, { 'content-type': 'image/svg+xml' }).end('<svg onload="alert(1)"/>')
      case '/inside-picture':
        return html(
          `<title>图在里面</title><meta property="og:image" content="http://${insideHost}/private.png">`,
        )
      case '/gbk':
        return html(
          Buffer.concat([
            Buffer.from('<meta charset=gb2312><title>'),
            Buffer.from('bfa7b7c8', 'hex'),
            Buffer.from('</title>'),
          ]),
          'text/html',
        )
      case '/hop':
        return answer.writeHead(302, { location: '/page' }).end()
      case '/hop-inside':
        return answer.writeHead(302, { location: `http://${insideHost}/admin` }).end()
      case '/hop-file':
        return answer.writeHead(302, { location: 'file:///etc/passwd' }).end()
      case '/hop-round':
        return answer.writeHead(302, { location: '/hop-round' }).end()
      case '/download':
        return answer.writeHead(200, { 'content-type': 'application/octet-stream' }).end('<title>x</title>')
      case '/endless':
        return html(`<title>长</title>${'x'.repeat(3 * 1024 * 1024)}`)
      default:
        return answer.writeHead(404, { 'content-type': 'text/html' }).end('<title>404</title>')
    }
  })
  const host = await listen(site)
  origin = `http://${host}`
  const out = createEgress({ ports: [80, 443, Number(host.split(':')[1]), Number(insideHost.split(':')[1])] })
  // Loopback stands for the internet at one port only; whatever else is inside stays refused.
  const egress: Egress = { request: (url, options) => out.request(url, { ...options, allow: [host] }) }
  ways = {
    egress,
    log,
    files: createFiles({ store: openDiskStore(join(home, 'files')), spoolDir: join(home, 'arriving') }),
  }
})
afterAll(async () => {
  for (const server of [site, inside]) await new Promise((done) => server?.close(done))
  rmSync(home, { recursive: true, force: true })
})
beforeEach(() => {
  hits = []
  insideHits = []
})

describe('T5 previews of links', () => {
  test('a page tells its title, summary and picture; the picture is a file of ours', async () => {
    const found = await preview('/page')
    expect(found).toMatchObject({
      href: `${origin}/page`,
      title: '手冲 & 水质 <script>',
      summary: '三种水，三种酸',
    })
    expect(found?.picture).toMatch(/^[\w-]{22}$/)
    const { rows } = await database().pool.query(
      'select type, purpose, owner_id from file where token = $1',
      [found?.picture],
    )
    expect(rows).toEqual([{ type: 'image/webp', purpose: 'content.picture', owner_id: null }])
  })

  test('a page is asked once for everybody, again after a week, and keeps what it said when it falls silent', async () => {
    const first = await preview('/hop', 0)
    expect(hits).toEqual(['/hop', '/page', '/picture.png'])
    hits = []
    expect(await preview('/hop', 60)).toEqual(first)
    expect(hits).toEqual([])
    await preview('/hop', 8 * 1_440)
    expect(hits).toContain('/hop')
    hits = []
    expect((await preview('/missing', 0))?.title).toBe('')
    await preview('/missing', 5)
    expect(hits).toEqual(['/missing'])
    await preview('/missing', 11)
    expect(hits).toEqual(['/missing', '/missing'])
  })

  test('G42: nothing inside is asked, whether by address, by redirect or for a picture', async () => {
    const insideHost = `127.0.0.1:${(inside.address() as AddressInfo).port}`
    for (const address of [
      `http://${insideHost}/`,
      'http://localhost/',
      'http://[::1]/',
      'http://169.254.169.254/latest',
      'http://2130706433/',
      'http://0x7f.1/',
    ])
      expect([address, (await preview(address))?.title ?? '']).toEqual([address, ''])
    expect((await preview('/hop-inside'))?.title).toBe('')
    expect((await preview('/hop-file'))?.title).toBe('')
    const found = await preview('/inside-picture')
    expect([found?.title, found?.picture]).toEqual(['图在里面', null])
    expect(insideHits).toEqual([])
    // The control: the same server answers whoever is allowed to ask.
    await fetch(`http://${insideHost}/control`)
    expect(insideHits).toEqual(['/control'])
  })

  test('what may not be linked has no preview; pages that are none, too large or go round in circles say nothing', async () => {
    for (const address of [
      'javascript:alert(1)',
      'mailto:a@b.example',
      '//x.example',
      'http://a:b@x.example',
      'ftp://x.example',
    ])
      expect([address, await findLinkPreview(at(), ways, address)]).toEqual([address, undefined])
    for (const path of ['/download', '/endless', '/hop-round'])
      expect([path, (await preview(path))?.title]).toEqual([path, ''])
    expect(hits.filter((path) => path === '/hop-round').length).toBe(4)
    const drawn = await preview('/svg')
    expect([drawn?.title, drawn?.picture]).toEqual(['画', null])
    expect((await preview('/gbk'))?.title).toBe('咖啡')
  })

  test('whatever a page says becomes plain words in bounded time', () => {
    const read = (html: string) => readPage(Buffer.from(html), 'text/html', 'https://a.example/x')
    expect(read(`<title>${'咖'.repeat(500)}</title>`).title).toHaveLength(200)
    expect(read('<title>a\u202Eb\u0000c&#0;&#x1F600;&#xD800;&unknown;</title>').title).toBe(
      'a b c😀&unknown;',
    )
    expect(read('<!-- <title>no</title> --><title>yes</title>').title).toBe('yes')
    expect(read('<meta property="og:image" content="javascript:alert(1)">').picture).toBe(
      'javascript:alert(1)',
    )
    const began = performance.now()
    read(
      `${'<meta '.repeat(60_000)}${'<meta a="'.repeat(20_000)}${'<!--'.repeat(20_000)}${'<title '.repeat(20_000)}`,
    )
    expect(performance.now() - began).toBeLessThan(2_000)
  })
})

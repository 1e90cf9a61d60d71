import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { packFolder } from '#base/http/folder.ts'
import { defineModule } from '#base/module.ts'
import { clientOf, expectProblem } from '#test/client.ts'
import { startTestServer, type TestServer } from '#test/server.ts'

/** Builds as the bundler leaves them. */
const dist = mkdtempSync(join(tmpdir(), 'juluo-dist-'))
const page = (face: string) => `<!doctype html>
<html lang="zh-CN">
  <head>
    <meta property="csp-nonce" nonce="__NONCE__" />
    <title>__TITLE__</title>
    <meta name="description" content="__DESCRIPTION__" />
    <script type="module" nonce="__NONCE__" src="/assets/main-4fJk29aB.js"></script>
  </head>
  <body><div id="root"><!--first--><h1>${face}</h1><!--/first--></div></body>
</html>
`
const script = `console.log(${JSON.stringify('x'.repeat(5_000))})`

const groups = defineModule({
  name: 'groups',
  pages: [
    {
      path: '/groups/{id}',
      meta: async (_ctx, { id }) =>
        id === '7'
          ? {
              title: '手冲 <b>研究</b>',
              description: '每周一次 "$&" 手冲',
              content: '<h1>手冲研究</h1>',
              listed: true,
            }
          : undefined,
    },
  ],
})

let server: TestServer
let secure: TestServer
beforeAll(async () => {
  for (const face of ['console', 'member']) {
    mkdirSync(join(dist, face, 'assets'), { recursive: true })
    writeFileSync(join(dist, face, 'index.html'), page(face))
    writeFileSync(join(dist, face, '.built'), 'stamp')
    writeFileSync(join(dist, face, 'offline.html'), '<!doctype html><title>离线</title>')
    writeFileSync(join(dist, face, 'favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>')
    writeFileSync(join(dist, face, 'assets', 'main-4fJk29aB.js'), script)
    packFolder(join(dist, face))
  }
  server = await startTestServer({ modules: () => [groups], dist })
  secure = await startTestServer({ modules: () => [], dist, env: { BASE_URL: 'https://club.example.com' } })
  await server.database.db
    .insertInto('community')
    .values({ name: '山丘咖啡 & 朋友', slogan: '一起喝杯好咖啡', founded_at: new Date() })
    .execute()
})
afterAll(async () => {
  await server.close()
  await secure.close()
  rmSync(dist, { recursive: true })
})

const html = (path: string, headers: Record<string, string> = {}, of = server) =>
  of.as().get(path, { headers: { accept: 'text/html', ...headers } })

describe('pages', () => {
  test('carry the language, the words of the community, and an address to share', async () => {
    const zh = await html('/')
    expect(zh.text).toContain('<title>山丘咖啡 &amp; 朋友</title>')
    expect(zh.text).toContain('<meta name="description" content="一起喝杯好咖啡" />')
    expect(zh.text).toContain(`<link rel="canonical" href="${server.url}/" />`)
    expect(zh.text).toMatch(/<html lang="zh-CN"/)
    const en = await html('/members/anything', { 'accept-language': 'en' })
    expect(en.text).toMatch(/<html lang="en"/)
    expect(en.text).toContain('name="robots" content="noindex"')
    expect((await html('/console/')).text).toContain('<title>山丘咖啡 &amp; 朋友 运营后台</title>')
  })

  test('of a module carry its words, escaped, and its content before any script runs', async () => {
    const reply = await html('/groups/7')
    expect(reply.text).toContain('<title>手冲 &lt;b&gt;研究&lt;/b&gt; · 山丘咖啡 &amp; 朋友</title>')
    expect(reply.text).toContain('content="每周一次 &quot;$&amp;&quot; 手冲"')
    expect(reply.text).toContain('<div id="root"><h1>手冲研究</h1></div>')
    expect(reply.text).not.toContain('noindex')
    expect((await html('/groups/8')).status).toBe(404)
  })

  test('are not given for files, APIs and odd spellings that do not exist', async () => {
    for (const path of [
      '/assets/gone-00000000.js',
      '/api/nothing',
      '/v1/nothing',
      '/files/x',
      '/.env',
      '/.built',
      '/console/.built',
      '/index.php',
      '/a%2f..%2fb',
      '/a;b',
    ])
      expectProblem(await html(path), 404, 'not_found')
    expectProblem(await server.as().post('/groups/7', {}), 404, 'not_found')
  })
})

describe('G40: every HTML answer', () => {
  const addresses = [
    '/',
    '/console/',
    '/console/members',
    '/groups/7',
    '/groups/8',
    '/anything',
    '/docs',
    '/offline.html',
  ]

  test('runs only what carries its nonce, embeds nowhere, and has no inline script', async () => {
    for (const address of addresses) {
      const reply = await html(address)
      expect(reply.headers.get('content-type'), address).toContain('text/html')
      const policy = reply.headers.get('content-security-policy')!
      const nonce = /script-src 'nonce-([\w+/=]{20,})'/.exec(policy)?.[1]
      expect(nonce, address).toBeTruthy()
      for (const rule of [
        "object-src 'none'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "connect-src 'self'",
        "font-src 'self'",
      ])
        expect(policy, address).toContain(rule)
      expect(policy).not.toMatch(/script-src[^;]*unsafe/)
      for (const [tag] of reply.text.matchAll(/<script[^>]*>/g)) {
        // Data, which no browser runs.
        if (/^<script type="application\/(ld\+)?json"( id="first")?>$/.test(tag)) continue
        expect(tag, address).toContain('src=')
        expect(tag, address).toContain(`nonce="${nonce}"`)
      }
      expect(reply.text).not.toMatch(/__[A-Z]+__|\son\w+="|javascript:/)
      if (address !== '/offline.html') expect(reply.headers.get('cache-control')).toBe('no-store')
      expect(Object.fromEntries(reply.headers), address).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'strict-origin-when-cross-origin',
        'cross-origin-opener-policy': 'same-origin',
        'permissions-policy': expect.stringContaining('camera=()'),
      })
    }
  })

  test('has a nonce of its own', async () => {
    const seen = await Promise.all(Array.from({ length: 20 }, () => html('/')))
    expect(new Set(seen.map((reply) => reply.headers.get('content-security-policy'))).size).toBe(20)
  })

  test('asks for https for two years when that is the public address', async () => {
    expect((await html('/', {}, secure)).headers.get('strict-transport-security')).toMatch(/max-age=63072000/)
    expect((await html('/')).headers.get('strict-transport-security')).toBeNull()
    expect((await secure.as().get('/healthz')).headers.get('strict-transport-security')).toMatch(/max-age/)
  })

  test('is sent once: the same page again is 304 only with the same nonce, so never', async () => {
    const first = await html('/')
    const again = await html('/', { 'if-none-match': first.headers.get('etag') ?? '"x"' })
    expect(again.status).toBe(200)
  })
})

describe('files', () => {
  test('named by their content are kept for ever, and come packed', async () => {
    const path = '/assets/main-4fJk29aB.js'
    const plain = await server.as().get(path, { headers: { 'accept-encoding': 'identity' } })
    expect(plain.text).toBe(script)
    expect(plain.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    for (const encoding of ['br', 'gzip']) {
      const packed = await server.as().get(`/console${path}`, { headers: { 'accept-encoding': encoding } })
      expect([packed.headers.get('content-encoding'), packed.text]).toEqual([encoding, script])
    }
    expectProblem(await server.as().get(`${path}.br`), 404, 'not_found')
  })
  test('with plain names are asked for again, and not sent again', async () => {
    const first = await server.as().get('/favicon.svg')
    expect(first.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate')
    const again = await server
      .as()
      .get('/favicon.svg', { headers: { 'if-none-match': first.headers.get('etag')! } })
    expect([again.status, again.text]).toEqual([304, ''])
  })
  test('manifest and robots speak for the community', async () => {
    expect((await server.as().get('/manifest.webmanifest')).body).toMatchObject({
      name: '山丘咖啡 & 朋友',
      lang: 'zh-CN',
    })
    expect((await server.as().get('/robots.txt')).text).toContain('Disallow: /console/')
  })
})

test('a server without built web apps says what to do', async () => {
  const bare = await startTestServer({ modules: () => [], dist: join(dist, 'nowhere') })
  const reply = await html('/', {}, bare)
  expect(reply.status).toBe(503)
  expect(reply.text).toContain('npm start')
  await bare.close()
})

test('reports of blocked content are counted and never trusted', async () => {
  const send = (type: string, raw: string) =>
    server.as().call('POST', '/csp-report', undefined, { raw, headers: { 'content-type': type } })
  expect(
    (
      await send(
        'application/csp-report',
        '{"csp-report":{"effective-directive":"script-src","blocked-uri":"https://evil.example/?token=1"}}',
      )
    ).status,
  ).toBe(204)
  expectProblem(await send('text/html', 'x'), 415, 'unsupported_type')
  const metrics = await clientOf(server.url).get('/metrics')
  expect(metrics.text).toMatch(/juluo_csp_reports_total 1/)
})

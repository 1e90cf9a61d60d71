import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#base/access/actor.ts'
import { createFiles, fileSettings } from '#base/files/files.ts'
import { makeTestFilm } from '#test/films.ts'
import { hostileFiles } from '#test/hostile-files.ts'
import { startTestServer, type TestServer } from '#test/server.ts'
import { filesModule } from './module.ts'

const home = mkdtempSync(join(tmpdir(), 'juluo-upload-'))
let server: TestServer
let minutes = 0
const actors = new Map<string, Actor>()
let member: Actor
let stranger: Actor
let moderator: Actor

beforeAll(async () => {
  const settings = fileSettings({ config: { dataDir: home } as never, egress: undefined as never })
  server = await startTestServer({
    env: { JULUO_DATA: home },
    // Each test calls as often as it likes.
    limitClock: () => {
      minutes++
      return minutes * 60_000
    },
    authorise: async (request) => ({
      actor: actors.get(request.headers.get('x-test-name') ?? '') ?? { kind: 'anonymous' },
      byCookie: false,
    }),
    modules: (parts) => [filesModule(parts)],
    parts: { files: createFiles(settings) },
  })
  const account = async (name: string, permissions?: string[]): Promise<Actor> => {
    const { id } = await server.database.db
      .insertInto('account')
      .values({ name, email: `${name}@example.com` })
      .returning('id')
      .executeTakeFirstOrThrow()
    const actor: Actor = {
      kind: 'account',
      accountId: id,
      sessionId: '1',
      name,
      suspended: false,
      operator: permissions && { role: 'moderator', permissions: new Set(permissions) },
    }
    actors.set(name, actor)
    return actor
  }
  member = await account('member')
  stranger = await account('stranger')
  moderator = await account('moderator', ['files.read_private'])
})
afterAll(async () => {
  await server?.close()
  rmSync(home, { recursive: true, force: true })
})

/** Plain HTTP as a browser speaks it. */
const send = (actor: Actor | undefined, path: string, init: RequestInit = {}) =>
  fetch(new URL(path, server.url), {
    redirect: 'manual',
    ...init,
    headers: { ...init.headers, 'x-test-name': actor?.kind === 'account' ? actor.name : '' },
  })
const upload = (
  actor: Actor | undefined,
  bytes: Uint8Array,
  query: string,
  type = 'application/octet-stream',
) =>
  send(actor, `/api/files?${query}`, {
    method: 'POST',
    body: Buffer.from(bytes),
    headers: { 'content-type': type },
  })
const picture = () =>
  sharp({ create: { width: 500, height: 400, channels: 3, background: '#8a5a2b' } })
    .jpeg()
    .toBuffer()

describe('uploading', () => {
  test('a picture is answered with its address, sent as the body or as form data', async () => {
    const plain = await upload(member, await picture(), 'purpose=avatar')
    expect(plain.status).toBe(201)
    expect(await plain.json()).toMatchObject({ type: 'image/webp', width: 500, height: 400 })
    const form = new FormData()
    form.set('file', new File([new Uint8Array(await picture())], 'me.jpg', { type: 'image/jpeg' }))
    const posted = await send(member, '/api/files?purpose=picture', { method: 'POST', body: form })
    expect(posted.status).toBe(201)
  })

  test('a suspended person uploads nothing', async () => {
    const name = 'member'
    actors.set(name, { ...(member as Extract<Actor, { kind: 'account' }>), suspended: true })
    expect((await upload(member, await picture(), 'purpose=picture')).status).toBe(403)
    actors.set(name, member)
    expect((await upload(member, await picture(), 'purpose=picture')).status).toBe(201)
  })

  test('nobody unknown uploads, and nothing of unknown purpose or too large is taken', async () => {
    expect((await upload(undefined, await picture(), 'purpose=avatar')).status).toBe(401)
    expect((await upload(member, await picture(), 'purpose=export')).status).toBe(422)
    expect((await upload(member, await picture(), 'purpose=constructor')).status).toBe(422)
    const large = await upload(
      member,
      Buffer.concat([await picture(), Buffer.alloc(16 * 1024 * 1024)]),
      'purpose=avatar',
    )
    expect([large.status, (await large.json()).code]).toEqual([413, 'file_too_large'])
    const svg = await upload(
      member,
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      'purpose=avatar',
    )
    expect([svg.status, (await svg.json()).code]).toEqual([415, 'file_type_refused'])
    const empty = await send(member, '/api/files?purpose=avatar', { method: 'POST', body: new FormData() })
    expect([empty.status, (await empty.json()).code]).toEqual([422, 'upload_without_file'])
  })
})

describe('downloading', () => {
  test('a public picture is shown to anyone and may be kept for ever; AVIF to those who take it', async () => {
    const { url } = await (await upload(member, await picture(), 'purpose=picture')).json()
    const webp = await send(undefined, `${url}/small`, { headers: { accept: 'image/webp,*/*' } })
    const avif = await send(undefined, `${url}/small`, { headers: { accept: 'image/avif,image/webp,*/*' } })
    expect([webp.headers.get('content-type'), avif.headers.get('content-type')]).toEqual([
      'image/webp',
      'image/avif',
    ])
    expect(webp.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(webp.headers.get('vary')).toContain('accept')
    expect((await sharp(Buffer.from(await webp.arrayBuffer())).metadata()).width).toBe(320)
    const head = await send(undefined, url, { method: 'HEAD' })
    expect([head.status, Number(head.headers.get('content-length')) > 0]).toEqual([200, true])
    for (const wrong of [`${url}/body`, `${url}x`, `${url}/../${url}`, '/files/..%2f..%2fsecrets.json'])
      expect((await send(undefined, wrong)).status).toBeGreaterThanOrEqual(400)
  })

  test('G33: a private file is not found by anyone but its owner and those who may look', async () => {
    const { url } = await (
      await upload(member, Buffer.from('%PDF-1.7\n'), 'purpose=attachment&name=合同.pdf')
    ).json()
    expect((await send(undefined, url)).status).toBe(404)
    expect((await send(stranger, url)).status).toBe(404)
    expect((await send(moderator, url)).status).toBe(200)
    const own = await send(member, url)
    expect([own.status, own.headers.get('cache-control')]).toEqual([200, 'private, no-store'])
    expect(own.headers.get('content-disposition')).toBe(
      `attachment; filename="file"; filename*=UTF-8''${encodeURIComponent('合同')}.pdf`,
    )
  })

  test('an export is for the account that asked for it, whatever others may look at', async () => {
    const owner = member.kind === 'account' ? member.accountId : ''
    const ctx = {
      actor: { kind: 'system', name: 'members.export' },
      db: server.database.db,
      now: new Date(),
      locale: 'zh-CN',
      requestId: 'x',
    } as const
    const { url } = await server.parts.files.put(ctx, {
      bytes: Buffer.from('a,b\n'),
      purpose: 'members.export',
      name: 'm.csv',
      owner,
    })
    expect((await send(moderator, url)).status).toBe(404)
    expect((await send(member, url)).status).toBe(200)
  })

  test('G42: whatever was taken comes back as something that no browser runs', async () => {
    const inert = [
      'image/webp',
      'application/pdf',
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'text/csv',
      'text/plain',
    ]
    let downloads = 0
    for (const file of await hostileFiles()) {
      const name = encodeURIComponent(file.name.slice(0, 250).toWellFormed())
      const answer = await upload(member, file.bytes, `purpose=attachment&name=${name}`)
      if (answer.status !== 201) {
        expect([file.what, answer.status < 500]).toEqual([file.what, true])
        await answer.body?.cancel()
        continue
      }
      const download = await send(member, (await answer.json()).url)
      downloads++
      const isImage = download.headers.get('content-type') === 'image/webp'
      expect([file.what, download.headers.get('x-content-type-options')]).toEqual([file.what, 'nosniff'])
      expect(download.headers.get('content-security-policy')).toContain('sandbox')
      expect(inert).toContain(download.headers.get('content-type'))
      expect(download.headers.get('content-disposition')?.startsWith(isImage ? 'inline' : 'attachment')).toBe(
        true,
      )
      expect(download.headers.get('set-cookie')).toBeNull()
      if (isImage) expect(Buffer.from(await download.arrayBuffer()).equals(file.bytes)).toBe(false)
      else await download.body?.cancel()
    }
    expect(downloads).toBeGreaterThan(15)
  }, 60_000)

  test('T5 a film is sent, given its frame, and played in pieces', async () => {
    const film = await makeTestFilm('mp4')
    const sent = await upload(member, film, 'purpose=film', 'video/mp4')
    expect(sent.status).toBe(201)
    const { url, type, seconds } = (await sent.json()) as { url: string; type: string; seconds: number }
    expect([type, Math.round(seconds * 10)]).toEqual(['video/mp4', 12])
    const get = (path: string, range?: string) => send(undefined, path, { headers: range ? { range } : {} })
    const whole = await get(url)
    const bytes = Buffer.from(await whole.arrayBuffer())
    expect(whole.headers.get('accept-ranges')).toBe('bytes')
    expect(whole.headers.get('content-disposition')).toBe('inline')
    for (const [range, from, to] of [
      ['bytes=0-99', 0, 99],
      [`bytes=100-`, 100, bytes.length - 1],
      ['bytes=-50', bytes.length - 50, bytes.length - 1],
      [`bytes=10-${bytes.length * 2}`, 10, bytes.length - 1],
    ] as const) {
      const part = await get(url, range)
      expect([range, part.status, part.headers.get('content-range')]).toEqual([
        range,
        206,
        `bytes ${from}-${to}/${bytes.length}`,
      ])
      expect(Buffer.from(await part.arrayBuffer()).equals(bytes.subarray(from, to + 1))).toBe(true)
    }
    for (const range of [`bytes=${bytes.length}-`, 'bytes=-0'])
      expect([range, (await get(url, range)).status]).toEqual([range, 416])
    for (const range of ['bytes=0-1,5-9', 'lines=1-2', 'bytes=9-3', 'bytes=-'])
      expect([range, (await get(url, range)).status]).toEqual([range, 200])

    expect((await get(`${url}/medium`)).status).toBe(404)
    const frame = await sharp({ create: { width: 64, height: 36, channels: 3, background: '#1f6b4f' } })
      .png()
      .toBuffer()
    const give = (actor: Actor) =>
      send(actor, `/api${url}/frame`, {
        method: 'PUT',
        headers: { 'content-type': 'image/png' },
        body: Buffer.from(frame),
      })
    expect((await give(stranger)).status).toBe(404)
    expect((await give(member)).status).toBe(204)
    const shown = await get(`${url}/medium`)
    expect([shown.status, shown.headers.get('cache-control')]).toEqual([200, 'public, max-age=3600'])
  })
})

import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Ctx } from '#base/context.ts'
import { createEgress } from '#base/egress/egress.ts'
import { testCtx, useDatabase } from '#test/database.ts'
import { openDiskStore } from './disk-store.ts'
import { createFiles } from './files.ts'
import { openS3Store } from './s3-store.ts'
import { type FileStore, newStorageKey } from './store.ts'
import { fileSweepJob } from './sweep.ts'

const home = mkdtempSync(join(tmpdir(), 'juluo-store-'))
afterAll(() => rmSync(home, { recursive: true, force: true }))

/** As much of S3 as the store uses: objects, ranges, uploads in parts. Signatures are not checked. */
function startS3(): Server & { objects: Map<string, Buffer> } {
  const objects = new Map<string, Buffer>()
  const parts = new Map<string, Buffer[]>()
  const server = createServer(async (request, answer) => {
    const url = new URL(request.url ?? '/', 'http://s3')
    const body = await buffer(request)
    const upload = url.searchParams.get('uploadId')
    const object = objects.get(url.pathname)
    const etag = (bytes: Buffer) => `"${createHash('md5').update(bytes).digest('hex')}"`
    if (!request.headers.authorization?.startsWith('AWS4-HMAC-SHA256')) answer.writeHead(403).end()
    else if (request.method === 'PUT' && upload) {
      const list = parts.get(upload) ?? []
      list[Number(url.searchParams.get('partNumber')) - 1] = body
      parts.set(upload, list)
      answer.writeHead(200, { etag: etag(body) }).end()
    } else if (request.method === 'POST' && url.searchParams.has('uploads')) {
      answer
        .writeHead(200, { 'content-type': 'application/xml' })
        .end('<InitiateMultipartUploadResult><UploadId>u1</UploadId></InitiateMultipartUploadResult>')
    } else if (request.method === 'POST' && upload) {
      objects.set(url.pathname, Buffer.concat(parts.get(upload) ?? []))
      answer
        .writeHead(200, { 'content-type': 'application/xml' })
        .end('<CompleteMultipartUploadResult><ETag>"x"</ETag></CompleteMultipartUploadResult>')
    } else if (request.method === 'PUT') {
      objects.set(url.pathname, body)
      answer.writeHead(200, { etag: etag(body) }).end()
    } else if (!object) answer.writeHead(request.method === 'DELETE' ? 204 : 404).end()
    else if (request.method === 'DELETE') {
      objects.delete(url.pathname)
      answer.writeHead(204).end()
    } else if (request.method === 'HEAD') answer.writeHead(200, { 'content-length': object.length }).end()
    else {
      const [from, to] = /bytes=(\d+)-(\d+)/
        .exec(request.headers.range ?? '')
        ?.slice(1)
        .map(Number) ?? [0, object.length]
      answer.writeHead(206).end(object.subarray(from, (to ?? 0) + 1))
    }
  })
  return Object.assign(server, { objects })
}

describe.each(['disk', 'S3'] as const)('files on %s', (kind) => {
  const database = useDatabase()
  let server: ReturnType<typeof startS3> | undefined
  let store: FileStore

  beforeAll(async () => {
    if (kind === 'disk') {
      store = openDiskStore(join(home, 'files'))
      return
    }
    server = startS3()
    await new Promise<void>((ready) => server?.listen(0, '127.0.0.1', ready))
    const { port } = server.address() as AddressInfo
    store = openS3Store(`http://key:se%2Fcret@127.0.0.1:${port}/bucket?region=cn-east-1`, createEgress())
  })
  afterAll(async () => {
    if (server) await new Promise((done) => server?.close(done))
  })

  const files = () => createFiles({ store, spoolDir: join(home, 'arriving') })
  const keysOf = async (id: string) =>
    (
      await database().db.selectFrom('file_variant').where('file_id', '=', id).select('storage_key').execute()
    ).map((row) => row.storage_key)
  const picture = () =>
    sharp({ create: { width: 2_400, height: 1_200, channels: 3, background: '#8a5a2b' } })
      .png()
      .toBuffer()

  test('bytes are there after a put, whole, and gone after a removal', async () => {
    const key = newStorageKey('bin')
    const large = Buffer.alloc(20 * 1024 * 1024 + 7, 'juluo')
    const path = join(home, `large-${kind}`)
    writeFileSync(path, large)
    expect(await store.read(key)).toBeUndefined()
    await store.put(key, { path })
    expect((await buffer((await store.read(key))!)).equals(large)).toBe(true)
    await store.remove(key)
    await store.remove(key)
    expect(await store.read(key)).toBeUndefined()
  })

  test('a key that is not ours is refused', async () => {
    for (const key of [
      '../../etc/passwd',
      'ab/cd/x.webp',
      '/etc/passwd',
      `ab/cd/${'a'.repeat(32)}.webp/../x`,
    ])
      await expect((async () => store.read(key))()).rejects.toThrow('Not a storage key')
  })

  test('an image has three sizes, two of them also as AVIF', async () => {
    const ctx = testCtx(database())
    const file = await files().put(ctx, { bytes: await picture(), purpose: 'picture', name: 'a.png' })
    expect(file).toMatchObject({ type: 'image/webp', width: 1_920, height: 960 })
    expect(file.url).toMatch(/^\/files\/[A-Za-z0-9_-]{22}$/)
    const small = await files().get(ctx, file.id, 'small')
    expect(await sharp(await buffer(small!.stream)).metadata()).toMatchObject({
      format: 'webp',
      width: 320,
      height: 160,
    })
    expect(await keysOf(file.id)).toHaveLength(5)
    expect(await files().url(ctx, file.id, 'small')).toBe(`${file.url}/small`)
    expect(await files().url(ctx, '999999')).toBeUndefined()
  })

  test('a stream is stored as it comes, for exports', async () => {
    const ctx = testCtx(database())
    const bytes = Readable.from(['姓名,积分\r\n', '阿澈,12\r\n'])
    const file = await files().put(ctx, { bytes, purpose: 'members.export', name: 'members.csv' })
    expect(file).toMatchObject({ type: 'text/csv' })
    const opened = await files().get(ctx, file.id)
    expect((await buffer(opened!.stream)).toString()).toBe('姓名,积分\r\n阿澈,12\r\n')
  })

  test('what nothing refers to is removed after a day, what a row refers to stays', async () => {
    const ctx = testCtx(database())
    const put = async () => (await files().put(ctx, { bytes: await picture(), purpose: 'avatar' })).id
    const [unused, used, removed] = [await put(), await put(), await put()]
    const account = await database()
      .db.insertInto('account')
      .values({ name: '小满', email: `${kind}@example.com`.toLowerCase(), avatar_file_id: used })
      .returning('id')
      .executeTakeFirstOrThrow()
    await files().remove(ctx, removed)
    expect(await files().url(ctx, removed)).toBeUndefined()
    const keys = { unused: await keysOf(unused), used: await keysOf(used), removed: await keysOf(removed) }
    const sweep = (hours: number) =>
      fileSweepJob(() => store).run(later(ctx, hours), {}, {
        signal: new AbortController().signal,
        progress: async () => {},
      } as never)
    await sweep(23)
    expect(await exists(keys.unused)).toBe(true)
    expect(await exists(keys.removed)).toBe(false)
    await sweep(25)
    expect(await exists(keys.unused)).toBe(false)
    expect(await exists(keys.used)).toBe(true)
    // Control: once nothing refers to it, it goes too.
    await database()
      .db.updateTable('account')
      .set({ avatar_file_id: null })
      .where('id', '=', account.id)
      .execute()
    await sweep(25)
    expect(await exists(keys.used)).toBe(false)
  })

  const later = (ctx: Ctx, hours: number): Ctx => ({
    ...ctx,
    now: new Date(ctx.now.getTime() + hours * 3_600_000),
  })
  const exists = async (keys: readonly string[]) => {
    expect(keys).toHaveLength(5)
    const found = await Promise.all(keys.map(async (key) => (await store.read(key))?.destroy() !== undefined))
    return found.every(Boolean)
  }
})

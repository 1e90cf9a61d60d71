import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { ALL_FORMATS, BufferSource, Input } from 'mediabunny'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { Problem } from '#base/http/problem.ts'
import type { Files } from '#base/parts.ts'
import { testCtx, useDatabase } from '#test/database.ts'
import { makeTestFilm } from '#test/films.ts'
import { canary } from '#test/hostile-files.ts'
import { openDiskStore } from './disk-store.ts'
import { createFiles } from './files.ts'
import { filmLimits, makeFilm } from './film.ts'
import { setFilmFrame } from './frame.ts'
import { findVariantToSend } from './open.ts'
import { sniff } from './sniff.ts'

describe('T5 films', () => {
  const database = useDatabase()
  const home = mkdtempSync(join(tmpdir(), 'juluo-films-'))
  const store = openDiskStore(join(home, 'files'))
  let files: Files
  let someone: Actor
  let other: Actor
  beforeAll(async () => {
    files = createFiles({ store, spoolDir: join(home, 'arriving') })
    const account = async (name: string): Promise<Actor> => {
      const { id } = await database()
        .db.insertInto('account')
        .values({ name, email: `${name}@film.example` })
        .returning('id')
        .executeTakeFirstOrThrow()
      return { kind: 'account', accountId: id, sessionId: '1', name, suspended: false }
    }
    someone = await account('someone')
    other = await account('other')
  })
  afterAll(() => rmSync(home, { recursive: true, force: true }))
  const ctx = (actor: Actor = someone): Ctx => ({ ...testCtx(database()), actor })
  const put = (bytes: Uint8Array) => files.put(ctx(), { bytes, purpose: 'film', name: '拉花.mp4' })
  const stored = async (id: string) => await buffer((await files.get(ctx(), id))!.stream)
  const codeOf = (outcome: Promise<unknown>) =>
    outcome.then(
      () => 'taken',
      (error) => (error instanceof Problem ? error.code : String(error)),
    )

  test.each([
    ['mp4', 'video/mp4'],
    ['mov', 'video/mp4'],
    ['webm', 'video/webm'],
  ] as const)('a film of %s keeps picture and sound, and nothing that names anybody', async (kind, type) => {
    const sent = await makeTestFilm(kind)
    // The control: what was sent holds what must not come out.
    expect(sent.includes(canary)).toBe(true)
    const file = await put(Buffer.concat([sent, Buffer.from(`<script>${canary}</script>`)]))
    expect(file).toMatchObject({ type, width: 64, height: 36 })
    // WebM tells when the last frame begins, not when it ends.
    expect(file.seconds).toBeGreaterThan(1)
    expect(file.seconds).toBeLessThan(1.3)
    const bytes = await stored(file.id)
    expect(bytes.includes(canary)).toBe(false)
    expect(file.size).toBe(bytes.length)
    const made = new Input({ source: new BufferSource(bytes), formats: ALL_FORMATS })
    const video = await made.getPrimaryVideoTrack()
    expect((await video!.computePacketStats()).packetCount).toBe(12)
    expect((await (await made.getPrimaryAudioTrack())!.computePacketStats()).packetCount).toBe(12)
    expect(Object.keys(await made.getMetadataTags()).filter((key) => key !== 'raw')).toEqual([])
    // Words first, so that a player begins before all of it is there.
    if (type === 'video/mp4') expect(bytes.indexOf('moov')).toBeLessThan(bytes.indexOf('mdat'))
    expect(readdirSync(join(home, 'arriving'))).toEqual([])
  })

  test('a film that was turned stays turned', async () => {
    const file = await put(await makeTestFilm('mov', { rotation: 90 }))
    expect(file).toMatchObject({ width: 36, height: 64 })
  })

  test('G42: what is no film, or is one and something else besides, is refused or made anew', async () => {
    const film = await makeTestFilm('mp4')
    const page = Buffer.from('<!doctype html><script>alert(1)</script>')
    const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic'), Buffer.alloc(64)])
    for (const [what, bytes] of [
      ['a page in front of a film', Buffer.concat([page, film])],
      ['a picture of another kind in the same container', heic],
      ['a GIF', Buffer.from('GIF89a')],
      [
        'a Matroska film that is no WebM',
        Buffer.concat([Buffer.from('1A45DFA3', 'hex'), Buffer.from('matroska'), film]),
      ],
      ['a program', Buffer.from('MZ\x90\x00')],
    ] as const)
      expect([what, await codeOf(put(bytes))]).toEqual([what, 'file_type_refused'])
    for (const [what, bytes] of [
      ['only the beginning', film.subarray(0, 60)],
      ['lengths that lie', Buffer.concat([film.subarray(0, 24), Buffer.alloc(film.length, 0xff)])],
      [
        'no picture',
        Buffer.concat([Buffer.from([0, 0, 0, 16]), Buffer.from('ftypisom\0\0\0\0'), Buffer.alloc(500)]),
      ],
    ] as const)
      expect([what, await codeOf(put(bytes))]).toEqual([what, 'film_damaged'])
    expect(await codeOf(files.put(ctx(), { bytes: film, purpose: 'picture' }))).toBe('file_type_refused')
    expect(sniff(page, page, 'film.mp4')).toBeUndefined()
  })

  test('a film is bounded: how long it plays, how large its picture is, how long work on it may take', async () => {
    expect(await codeOf(put(await makeTestFilm('mp4', { frames: 3, step: 400 })))).toBe('film_too_long')
    expect(await codeOf(put(await makeTestFilm('mp4', { width: 7_680, height: 4_320 })))).toBe(
      'film_too_large',
    )
    const dir = mkdtempSync(join(home, 'slow-'))
    const path = join(dir, 'film')
    writeFileSync(path, await makeTestFilm('mp4'))
    const hasty = await makeFilm(path, 'video/mp4', { ...filmLimits, milliseconds: 1 })
    expect(hasty).toEqual({ ok: false, reason: 'tooSlow' })
    expect(readdirSync(dir)).toEqual(['film'])
  })

  test('the frame by which it is shown is a picture of its sender, made anew, and may be changed', async () => {
    const file = await put(await makeTestFilm('webm'))
    const token = file.url.slice('/files/'.length)
    const open = (variant?: string) => findVariantToSend(ctx(other), token, variant, 'image/webp')
    expect((await open())?.type).toBe('video/webm')
    expect(await open('medium')).toBeUndefined()
    const colour = (background: string) =>
      sharp({ create: { width: 640, height: 360, channels: 3, background } })
        .jpeg()
        .toBuffer()

    await setFilmFrame(ctx(), files, token, await colour('#1f6b4f'))
    const first = await open('medium')
    expect(first).toMatchObject({ type: 'image/webp', fixed: false })
    await setFilmFrame(ctx(), files, token, await colour('#d9a441'))
    const second = await open('medium')
    expect(second?.storageKey).not.toBe(first?.storageKey)
    expect((await open())?.type).toBe('video/webm')
    expect((await open())?.fixed).toBe(true)

    expect(await codeOf(setFilmFrame(ctx(other), files, token, await colour('#000')))).toBe('not_found')
    expect(await codeOf(setFilmFrame(ctx(), files, token, Buffer.from('no picture')))).toBe(
      'file_type_refused',
    )
    const picture = await files.put(ctx(), { bytes: await colour('#fff'), purpose: 'picture' })
    const name = picture.url.slice('/files/'.length)
    expect(await codeOf(setFilmFrame(ctx(), files, name, await colour('#000')))).toBe('not_found')
  })
})

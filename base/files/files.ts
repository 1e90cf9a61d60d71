/**
 * The one upload pipeline. Images and films are made anew in a child process and the original is thrown away;
 * other kinds are stored as they came and only ever leave as downloads. Whoever keeps a file refers to
 * it by a foreign key; what nothing refers to is removed after a while (see sweep.ts).
 */
import { randomBytes } from 'node:crypto'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { Ctx } from '../context.ts'
import { problems } from '../http/problem.ts'
import type { Files, Parts, StoredFile } from '../parts.ts'
import { normaliseLine } from '../text/normalise.ts'
import { truncate } from '../text/truncate.ts'
import { openDiskStore } from './disk-store.ts'
import { type FilmRefusal, filmLimits, makeFilm } from './film.ts'
import { type ImageRefusal, makeImage } from './image.ts'
import { fileProblems } from './problems.ts'
import { type FilePurpose, purposeOf } from './purpose.ts'
import { openS3Store } from './s3-store.ts'
import { type Sniffed, sniff } from './sniff.ts'
import { type Spooled, spool } from './spool.ts'
import { type FileStore, newStorageKey, type StoredBytes } from './store.ts'

export interface FileSettings {
  readonly store: FileStore
  /** A folder for what is arriving. */
  readonly spoolDir: string
}

/** Where files are by the configuration: S3 when it is set, the data folder otherwise. */
export function fileSettings({ config, egress }: Pick<Parts, 'config' | 'egress'>): FileSettings {
  const dir = join(config.dataDir, 'files')
  return {
    store: config.S3_URL ? openS3Store(config.S3_URL, egress) : openDiskStore(dir),
    spoolDir: join(config.dataDir, 'arriving'),
  }
}

/** A variant on its way into the store. */
interface Ready {
  readonly name: 'small' | 'medium' | 'large' | 'body'
  readonly type: string
  readonly extension: string
  readonly size: number
  readonly width?: number
  readonly height?: number
  readonly bytes: StoredBytes
}

export function createFiles({ store, spoolDir }: FileSettings): Files {
  return {
    async put(ctx, file) {
      const purpose = purposeOf(file.purpose)
      const spooled = await spool(spoolDir, file.bytes, purpose.maxBytes)
      try {
        const found = sniff(spooled.head, spooled.tail, file.name)
        if (!found || !purpose.kinds.includes(found.kind)) throw refusedType(purpose)
        if (found.kind === 'film') return await keepFilm(ctx, store, file, purpose, spooled, found)
        const variants = found.kind === 'image' ? await imageVariants(spooled) : [bodyOf(spooled, found)]
        return await keep(ctx, store, file, purpose, spooled, found, variants)
      } finally {
        await spooled.remove()
      }
    },
    async get(ctx, id, variant) {
      const row = await findRow(ctx, id)
      const found = row && (await findVariant(ctx, row.id, variant))
      const stream = found && (await store.read(found.storage_key))
      return row && stream ? { file: present(row), stream } : undefined
    },
    async url(ctx, id, variant) {
      const row = await findRow(ctx, id)
      return row && addressOf(row.token, variant)
    },
    async remove(ctx, id) {
      await ctx.db.updateTable('file').set({ removed_at: ctx.now }).where('id', '=', id).execute()
    },
  }
}

/** `/files/{token}` or `/files/{token}/{variant}`, on our own site. */
export const addressOf = (token: string, variant?: string): string =>
  variant ? `/files/${token}/${variant}` : `/files/${token}`

function refusedType(purpose: FilePurpose) {
  const expected = purpose.kinds
    .map(
      (kind) => ({ image: 'JPEG, PNG, WebP', document: 'PDF, XLSX, CSV, TXT', film: 'MP4, MOV, WebM' })[kind],
    )
    .join(', ')
  return fileProblems.fileTypeRefused({ values: { expected } })
}

async function imageVariants(spooled: Spooled): Promise<Ready[]> {
  const made = await makeImage(await readFile(spooled.path))
  if (!made.ok) throw imageProblem(made.reason)
  return made.variants.map((variant) => ({ ...variant, extension: variant.type.slice('image/'.length) }))
}

function imageProblem(reason: ImageRefusal) {
  switch (reason) {
    case 'animated':
      return fileProblems.imageAnimated()
    case 'pixels':
    case 'tooHungry':
      return fileProblems.imageTooManyPixels()
    case 'damaged':
    case 'tooSlow':
      return fileProblems.imageDamaged()
  }
}

function filmProblem(reason: FilmRefusal) {
  switch (reason) {
    case 'codec':
      return fileProblems.filmCodec()
    case 'long':
      return fileProblems.filmTooLong({ values: { minutes: filmLimits.seconds / 60 } })
    case 'pixels':
      return fileProblems.filmTooLarge()
    case 'damaged':
    case 'tooHungry':
    case 'tooSlow':
      return fileProblems.filmDamaged()
  }
}

/** What was sent is thrown away; its picture and sound, written anew, are what is kept. */
async function keepFilm(
  ctx: Ctx,
  store: FileStore,
  file: Parameters<Files['put']>[1],
  purpose: FilePurpose,
  spooled: Spooled,
  found: Sniffed,
): Promise<StoredFile> {
  const made = await makeFilm(spooled.path, found.type === 'video/webm' ? 'video/webm' : 'video/mp4')
  if (!made.ok) throw filmProblem(made.reason)
  try {
    const { size, width, height, milliseconds, path } = made
    const body = { ...bodyOf(spooled, found), size, width, height, bytes: { path } }
    return await keep(ctx, store, file, purpose, spooled, found, [body], milliseconds)
  } finally {
    await rm(made.path, { force: true })
  }
}

const bodyOf = (spooled: Spooled, found: Sniffed): Ready => ({
  name: 'body',
  type: found.type,
  extension: found.extension,
  size: spooled.size,
  bytes: { path: spooled.path },
})

/**
 * Rows first, bytes second, `ready` last: after a crash in between the sweep finds every object by its
 * row. Inside a transaction that is undone the bytes would stay behind; call it outside one.
 */
async function keep(
  ctx: Ctx,
  store: FileStore,
  file: Parameters<Files['put']>[1],
  purpose: FilePurpose,
  spooled: Spooled,
  found: Sniffed,
  variants: readonly Ready[],
  milliseconds?: number,
): Promise<StoredFile> {
  const whole = variants.find((variant) => variant.name === 'large' || variant.name === 'body')
  if (!whole) throw problems.internal()
  const row = await ctx.db
    .insertInto('file')
    .values({
      token: randomBytes(16).toString('base64url'),
      owner_id: file.owner ?? (ctx.actor.kind === 'account' ? ctx.actor.accountId : null),
      purpose: file.purpose,
      type: found.kind === 'image' ? whole.type : found.type,
      name: displayName(file.name, found),
      size: whole.size,
      width: whole.width ?? null,
      height: whole.height ?? null,
      duration_ms: milliseconds ?? null,
      sha256: spooled.sha256,
      visibility: purpose.visibility,
      keep_until: new Date(ctx.now.getTime() + purpose.keepHours * 3_600_000),
      created_at: ctx.now,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  const keyed = variants.map((variant) => ({ ...variant, key: newStorageKey(variant.extension) }))
  await ctx.db
    .insertInto('file_variant')
    .values(
      keyed.map((variant) => ({
        file_id: row.id,
        name: variant.name,
        type: variant.type,
        storage_key: variant.key,
        size: variant.size,
        width: variant.width ?? null,
        height: variant.height ?? null,
      })),
    )
    .execute()
  for (const variant of keyed) await store.put(variant.key, variant.bytes)
  await ctx.db.updateTable('file').set({ ready: true }).where('id', '=', row.id).execute()
  return present(row)
}

/** For the download dialogue only: one line, no folders, ending in what the bytes are. */
function displayName(name: string | undefined, found: Sniffed): string {
  const last = (name ?? '').split(/[/\\]/).at(-1) ?? ''
  const plain = normaliseLine(last)
    .replace(/[<>:"|?*\p{Cc}]/gu, '')
    .replace(/\.[^.]*$/, '')
    .replace(/^\.+/, '')
  return `${truncate(plain, 100, '') || 'file'}.${found.extension}`
}

interface FileRow {
  readonly id: string
  readonly token: string
  readonly type: string
  readonly size: string
  readonly width: number | null
  readonly height: number | null
  readonly duration_ms: number | null
}

const present = (row: FileRow): StoredFile => ({
  id: row.id,
  url: addressOf(row.token),
  type: row.type,
  size: Number(row.size),
  width: row.width ?? undefined,
  height: row.height ?? undefined,
  seconds: row.duration_ms === null ? undefined : row.duration_ms / 1000,
})

const findRow = (ctx: Ctx, id: string): Promise<FileRow | undefined> =>
  ctx.db
    .selectFrom('file')
    .where('id', '=', id)
    .where('ready', '=', true)
    .where('removed_at', 'is', null)
    .select(['id', 'token', 'type', 'size', 'width', 'height', 'duration_ms'])
    .executeTakeFirst()

/** The variant of a name that everything reads: WebP. Without a name: the body of a film or a document, the largest of an image. */
const findVariant = (ctx: Ctx, fileId: string, name?: string) =>
  ctx.db
    .selectFrom('file_variant')
    .where('file_id', '=', fileId)
    .where((each) => each.or([each('name', '=', name ?? 'large'), each('name', '=', 'body')]))
    .where('type', '<>', 'image/avif')
    .orderBy(sql`name = 'body'`, name ? 'asc' : 'desc')
    .select(['storage_key'])
    .executeTakeFirst()

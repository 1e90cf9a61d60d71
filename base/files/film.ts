/** Making films anew in a child process with limits of time and memory, and hands on two files only. */
import { rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { problems } from '../http/problem.ts'
import { runBounded } from './bounded-child.ts'

export type FilmType = 'video/mp4' | 'video/webm'

export interface FilmLimits {
  /** Of playing. */
  readonly seconds: number
  /** Width times height. */
  readonly pixels: number
  /** Of one track. */
  readonly packets: number
  /** Of working on it. */
  readonly milliseconds: number
  /** Resident memory of the child in MiB. */
  readonly mebibytes: number
}

export const filmLimits: FilmLimits = {
  seconds: 15 * 60,
  pixels: 3840 * 2160,
  packets: 200_000,
  milliseconds: 45_000,
  mebibytes: 420,
}

export type FilmRefusal = 'damaged' | 'codec' | 'long' | 'pixels' | 'tooSlow' | 'tooHungry'

export type FilmHeading =
  | { readonly ok: true; readonly width: number; readonly height: number; readonly milliseconds: number }
  | { readonly ok: false; readonly reason: FilmRefusal }

export type MadeFilm =
  | (Extract<FilmHeading, { ok: true }> & { readonly path: string; readonly size: number })
  | Extract<FilmHeading, { ok: false }>

/** One at a time in a process: a film fills the disk's way for a second or more. */
let busy: Promise<unknown> = Promise.resolve()
let waiting = 0
const longestLine = 8

/**
 * Writes the picture and sound of the film at `from` anew beside it. Never throws for what the film holds; throws
 * `unavailable` when too many wait already. Whoever calls removes the file at `path`.
 */
export async function makeFilm(
  from: string,
  type: FilmType,
  limits: FilmLimits = filmLimits,
): Promise<MadeFilm> {
  if (waiting >= longestLine) throw problems.unavailable({ retryAfter: 20 })
  waiting++
  const turn = busy.then(() => runChild(from, `${from}.made`, type, limits))
  busy = turn.catch(() => undefined)
  try {
    return await turn
  } finally {
    waiting--
  }
}

const script = fileURLToPath(new URL('./film-child.ts', import.meta.url))
const modules = dirname(dirname(dirname(dirname(dirname(fileURLToPath(import.meta.resolve('mediabunny')))))))

async function runChild(from: string, to: string, type: FilmType, limits: FilmLimits): Promise<MadeFilm> {
  const heading = await ask(from, to, type, limits)
  if (!heading.ok) {
    await rm(to, { force: true })
    return heading
  }
  const { size } = await stat(to)
  return { ...heading, path: to, size }
}

async function ask(from: string, to: string, type: FilmType, limits: FilmLimits): Promise<FilmHeading> {
  const end = await runBounded(
    [
      '--max-old-space-size=256',
      '--no-warnings',
      // The operating system's own door is shut too: what takes the reader over finds two files and no network key.
      '--permission',
      `--allow-fs-read=${dirname(script)}`,
      `--allow-fs-read=${join(modules, 'mediabunny')}`,
      `--allow-fs-read=${from}`,
      `--allow-fs-read=${to}`,
      `--allow-fs-write=${to}`,
      script,
      from,
      to,
      type,
      JSON.stringify(limits),
    ],
    { cwd: dirname(script), limits, watchMs: 50 },
  )
  return end.ok ? readHeading(end.said) : end
}

function readHeading(bytes: Buffer): FilmHeading {
  try {
    return JSON.parse(bytes.toString('utf8')) as FilmHeading
  } catch {
    return { ok: false, reason: 'damaged' }
  }
}

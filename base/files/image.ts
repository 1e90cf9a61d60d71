/** Making images anew in a child process with limits of time and memory. */
import { spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { problems } from '../http/problem.ts'
import { isAnimatedPng } from './animated-png.ts'

export interface VariantHeading {
  readonly name: 'small' | 'medium' | 'large'
  readonly type: 'image/webp' | 'image/avif'
  readonly width: number
  readonly height: number
  /** Bytes. */
  readonly size: number
}

export type ImageRefusal = 'animated' | 'pixels' | 'damaged' | 'tooSlow' | 'tooHungry'

export type ImageHeading =
  | {
      readonly ok: true
      readonly width: number
      readonly height: number
      readonly variants: readonly VariantHeading[]
    }
  | { readonly ok: false; readonly reason: string }

export type MadeImage =
  | {
      readonly ok: true
      readonly width: number
      readonly height: number
      readonly variants: readonly (VariantHeading & { readonly bytes: Buffer })[]
    }
  | { readonly ok: false; readonly reason: ImageRefusal }

export interface ImageLimits {
  /** Width times height of what is sent; a phone camera makes 12 to 25 million. */
  readonly pixels: number
  readonly milliseconds: number
  /** Resident memory of the child in MiB; watched on Linux, where /proc tells it. */
  readonly mebibytes: number
}

export const imageLimits: ImageLimits = { pixels: 40_000_000, milliseconds: 6_000, mebibytes: 280 }

/** At most this many children at once in a process; the others wait in a line that has an end. */
const together = 2
const longestLine = 20
let running = 0
const line: (() => void)[] = []

/**
 * Makes an image anew: upright, sRGB, without metadata, in three sizes. Never throws for what the image
 * holds; throws `unavailable` when too many are waiting already.
 */
export async function makeImage(bytes: Uint8Array, limits: ImageLimits = imageLimits): Promise<MadeImage> {
  if (isAnimatedPng(bytes)) return { ok: false, reason: 'animated' }
  if (running < together) running++
  else if (line.length < longestLine) await new Promise<void>((turn) => line.push(turn))
  else throw problems.unavailable({ retryAfter: 5 })
  try {
    return await runChild(bytes, limits)
  } finally {
    // The place goes to whoever waits longest, or becomes free.
    const next = line.shift()
    if (next) next()
    else running--
  }
}

const script = fileURLToPath(new URL('./image-child.ts', import.meta.url))

function runChild(bytes: Uint8Array, limits: ImageLimits): Promise<MadeImage> {
  return new Promise((done) => {
    const child = spawn(
      process.execPath,
      ['--max-old-space-size=96', '--no-warnings', script, String(limits.pixels)],
      {
        // Nothing of ours: a decoder that is taken over finds no key and no address of a database.
        env: { MALLOC_ARENA_MAX: '2', NODE_ENV: 'production' },
        cwd: import.meta.dirname,
        stdio: ['pipe', 'pipe', 'ignore'],
      },
    )
    const chunks: Buffer[] = []
    let reason: ImageRefusal | undefined
    const stop = (why: ImageRefusal) => {
      reason ??= why
      child.kill('SIGKILL')
    }
    const clock = setTimeout(() => stop('tooSlow'), limits.milliseconds)
    const watch = setInterval(async () => {
      if ((await residentMebibytes(child.pid)) > limits.mebibytes) stop('tooHungry')
    }, 25)
    const end = (made: MadeImage) => {
      clearTimeout(clock)
      clearInterval(watch)
      done(made)
    }
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
    // A child that ends early stops reading; that is told by its exit, not by the broken pipe.
    child.stdin.on('error', () => {})
    child.stdin.end(bytes)
    child.on('error', () => end({ ok: false, reason: reason ?? 'damaged' }))
    child.on('close', (code) =>
      end(
        code === 0 && !reason
          ? readAnswer(Buffer.concat(chunks))
          : { ok: false, reason: reason ?? 'damaged' },
      ),
    )
  })
}

function readAnswer(answer: Buffer): MadeImage {
  const length = answer.readUInt32BE(0)
  const heading = JSON.parse(answer.toString('utf8', 4, 4 + length)) as ImageHeading
  if (!heading.ok) {
    const known = heading.reason === 'animated' || heading.reason === 'pixels'
    return { ok: false, reason: known ? (heading.reason as ImageRefusal) : 'damaged' }
  }
  let at = 4 + length
  const variants = heading.variants.map((variant) => {
    const bytes = answer.subarray(at, at + variant.size)
    at += variant.size
    return { ...variant, bytes }
  })
  return { ...heading, variants }
}

async function residentMebibytes(pid: number | undefined): Promise<number> {
  try {
    const pages = (await readFile(`/proc/${pid}/statm`, 'utf8')).split(' ')[1]
    return (Number(pages) * 4_096) / 1024 / 1024
  } catch {
    return 0
  }
}

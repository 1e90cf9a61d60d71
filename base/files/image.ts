/** Making images anew in a child process with limits of time and memory. */
import { fileURLToPath } from 'node:url'
import { problems } from '../http/problem.ts'
import { isAnimatedPng } from './animated-png.ts'
import { runBounded } from './bounded-child.ts'

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

async function runChild(bytes: Uint8Array, limits: ImageLimits): Promise<MadeImage> {
  const end = await runBounded(['--max-old-space-size=96', '--no-warnings', script, String(limits.pixels)], {
    cwd: import.meta.dirname,
    input: bytes,
    limits,
    watchMs: 25,
  })
  return end.ok ? readAnswer(end.said) : end
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

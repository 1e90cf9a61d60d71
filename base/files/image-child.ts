/**
 * Runs alone in a process of its own, without secrets: reads an image from standard input, makes it anew
 * in three sizes and writes them to standard output. Whatever a hostile image does to the decoder ends
 * with this process. Only the decoders on the list exist here; metadata and colour profiles stay behind.
 * Output: 4 bytes length, a JSON heading (ImageHeading), then the bytes of the variants one after another.
 */
import { buffer } from 'node:stream/consumers'
import sharp from 'sharp'
import type { ImageHeading, VariantHeading } from './image.ts'

const sizes = { small: 320, medium: 960, large: 1920 } as const
const maxPixels = Number(process.argv[2])

sharp.cache(false)
sharp.concurrency(2)
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({ operation: ['VipsForeignLoadJpeg', 'VipsForeignLoadPng', 'VipsForeignLoadWebp'] })

async function convert(input: Buffer): Promise<{ heading: ImageHeading; bodies: Buffer[] }> {
  const options = { limitInputPixels: maxPixels, sequentialRead: true, failOn: 'error', pages: 1 } as const
  const about = await sharp(input, options).metadata()
  if (about.format !== 'jpeg' && about.format !== 'png' && about.format !== 'webp') return refuse('type')
  if ((about.pages ?? 1) > 1) return refuse('animated')
  // Decoded once, upright, at the largest size; the smaller ones are made from that.
  const { data, info } = await sharp(input, options)
    .autoOrient()
    .resize({ width: sizes.large, height: sizes.large, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true })
  const raw = { width: info.width, height: info.height, channels: info.channels }
  const bodies: Buffer[] = []
  const variants: VariantHeading[] = []
  const keep = async (name: VariantHeading['name'], type: VariantHeading['type']) => {
    const scaled = sharp(data, { raw }).resize({
      width: sizes[name],
      height: sizes[name],
      fit: 'inside',
      withoutEnlargement: true,
    })
    const encoded =
      type === 'image/avif'
        ? scaled.avif({ quality: 55, effort: 2 })
        : scaled.webp({ quality: 80, effort: 3 })
    const made = await encoded.toBuffer({ resolveWithObject: true })
    bodies.push(made.data)
    variants.push({ name, type, width: made.info.width, height: made.info.height, size: made.data.length })
  }
  await keep('large', 'image/webp')
  await keep('medium', 'image/webp')
  await keep('medium', 'image/avif')
  await keep('small', 'image/webp')
  await keep('small', 'image/avif')
  return { heading: { ok: true, width: info.width, height: info.height, variants }, bodies }
}

const refuse = (reason: string) => ({ heading: { ok: false, reason } as const, bodies: [] })

const { heading, bodies } = await convert(await buffer(process.stdin)).catch((error: Error) =>
  refuse(/pixel limit/i.test(error.message) ? 'pixels' : 'damaged'),
)
const text = Buffer.from(JSON.stringify(heading))
const length = Buffer.alloc(4)
length.writeUInt32BE(text.length)
process.stdout.end(Buffer.concat([length, text, ...bodies]))

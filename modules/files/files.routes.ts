/** Uploading and downloading. */
import { Readable } from 'node:stream'
import { z } from 'zod'
import { anyone, signedIn } from '#base/access/access.ts'
import type { Ctx } from '#base/context.ts'
import { setFilmFrame } from '#base/files/frame.ts'
import { findVariantToSend, type OpenedFile } from '#base/files/open.ts'
import { filePurposes, largestUpload, type PurposeName } from '#base/files/purpose.ts'
import type { ByteRange, FileStore } from '#base/files/store.ts'
import { readBytes } from '#base/http/body.ts'
import { problems as httpProblems } from '#base/http/problem.ts'
import type { RequestInfo } from '#base/http/request.ts'
import { type AnyRoute, route } from '#base/http/route.ts'
import type { Parts } from '#base/parts.ts'
import { problems } from './problems.ts'

const uploaded = Object.entries(filePurposes)
  .filter(([, purpose]) => purpose.uploaded)
  .map(([name]) => name as PurposeName)

const storedFile = z.object({
  id: z.string(),
  url: z.string(),
  type: z.string(),
  size: z.number().int(),
  width: z.number().int().optional(),
  height: z.number().int().optional(),
  seconds: z.number().optional().describe('How long a film plays'),
})

/** Form data adds its own lines around the file. */
const maxBody = largestUpload + 64 * 1024

const token = z.string().regex(/^[A-Za-z0-9_-]{22}$/)

/** `openStore` opens what it needs when first asked: the reference is made without a data folder. */
export const fileRoutes = (parts: Parts, openStore: () => FileStore): readonly AnyRoute[] => {
  const download = async (ctx: Ctx, request: RequestInfo, token: string, variant?: string) => {
    const file = await findVariantToSend(ctx, token, variant, request.headers.get('accept') ?? '')
    if (!file) throw httpProblems.notFound()
    const headers = downloadHeaders(file)
    if (request.method === 'HEAD') return new Response(null, { headers })
    const range = rangeOf(request.headers.get('range'), file.size)
    if (range === 'beyond')
      return new Response(null, { status: 416, headers: { 'content-range': `bytes */${file.size}` } })
    const bytes = await openStore().read(file.storageKey, range)
    if (!bytes) throw httpProblems.notFound()
    if (!range) return new Response(Readable.toWeb(bytes) as ReadableStream, { headers })
    return new Response(Readable.toWeb(bytes) as ReadableStream, {
      status: 206,
      headers: {
        ...headers,
        'content-length': String(range.end - range.start + 1),
        'content-range': `bytes ${range.start}-${range.end}/${file.size}`,
      },
    })
  }
  return [
    route(
      {
        method: 'post',
        path: '/api/files',
        summary: 'Upload a file, as form data (`file`) or as the plain body',
        tag: 'Files',
        access: signedIn,
        limit: { max: 60, perSeconds: 60 },
        idempotency: 'none',
        maxBody,
        types: [
          'multipart/form-data',
          'application/octet-stream',
          'image/jpeg',
          'image/png',
          'image/webp',
          'video/mp4',
          'video/webm',
          'video/quicktime',
          'application/pdf',
          'text/csv',
          'text/plain',
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        ],
        // A film over a phone's connection.
        seconds: 600,
        query: z.object({
          purpose: z.enum(uploaded),
          name: z.string().max(300).optional(),
        }),
        answer: storedFile,
        status: 201,
      },
      async (ctx, { query, request }) => {
        if (ctx.actor.kind === 'account' && ctx.actor.suspended) throw httpProblems.forbidden()
        const { bytes, name } = await readUpload(request)
        return await parts.files.put(ctx, { bytes, purpose: query.purpose, name: query.name ?? name })
      },
    ),
    route(
      {
        method: 'put',
        path: '/api/files/{token}/frame',
        summary: 'Choose the frame by which a film of yours is shown, as a picture',
        tag: 'Files',
        access: signedIn,
        limit: { max: 60, perSeconds: 60 },
        maxBody: filePurposes.picture.maxBytes,
        types: ['image/jpeg', 'image/png', 'image/webp'],
        seconds: 60,
        params: z.object({ token }),
      },
      async (ctx, { params, request }) => {
        const { bytes } = await readUpload(request)
        await setFilmFrame(ctx, parts.files, params.token, bytes)
        return undefined
      },
    ),
    route(
      {
        method: 'get',
        path: '/files/{token}',
        summary: 'Download a file',
        tag: 'Files',
        access: anyone,
        params: z.object({ token }),
      },
      (ctx, { params, request }) => download(ctx, request, params.token),
    ),
    route(
      {
        method: 'get',
        path: '/files/{token}/{variant}',
        summary: 'Download a size of an image, or of the frame of a film',
        tag: 'Files',
        access: anyone,
        params: z.object({ token, variant: z.enum(['small', 'medium', 'large']) }),
      },
      (ctx, { params, request }) => download(ctx, request, params.token, params.variant),
    ),
  ]
}

async function readUpload(request: RequestInfo): Promise<{ bytes: Uint8Array | Readable; name?: string }> {
  const type = request.headers.get('content-type') ?? ''
  if (!type.startsWith('multipart/form-data')) {
    if (!request.raw.body) throw problems.uploadWithoutFile()
    return { bytes: Readable.fromWeb(request.raw.body as import('node:stream/web').ReadableStream) }
  }
  const bytes = await readBytes(request.raw, request.headers.get('content-length') ?? undefined, maxBody)
  const form = await new Response(Buffer.from(bytes), { headers: { 'content-type': type } })
    .formData()
    .catch(() => {
      throw problems.uploadWithoutFile()
    })
  const file = form.get('file')
  if (!(file instanceof File)) throw problems.uploadWithoutFile()
  return {
    bytes: Readable.fromWeb(file.stream() as import('node:stream/web').ReadableStream),
    name: file.name,
  }
}

/**
 * The one range that is asked for; undefined for none and for what we need not understand (several, other units): the
 * answer is the whole then (RFC 9110).
 */
export function rangeOf(header: string | null, size: number): ByteRange | 'beyond' | undefined {
  const found = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? '')
  if (!found) return undefined
  const [, from = '', to = ''] = found
  if (from === '' && to === '') return undefined
  const start = from === '' ? Math.max(0, size - Number(to)) : Number(from)
  const end = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1)
  if (from !== '' && to !== '' && Number(to) < start) return undefined
  return start >= size || (from === '' && Number(to) === 0) ? 'beyond' : { start, end }
}

/**
 * Images and films are shown, everything else is a download. No answer can run anything, whatever its bytes are:
 * the type is ours, the browser may not guess another, and the policy gives it an origin of its own.
 */
export function downloadHeaders(file: OpenedFile): Record<string, string> {
  const isShown = /^(image\/(webp|avif)|video\/(mp4|webm))$/.test(file.type)
  const isPublic = file.visibility === 'public'
  return {
    'content-type': file.type,
    'content-length': String(file.size),
    'content-disposition': isShown
      ? 'inline'
      : `attachment; filename="file"; filename*=UTF-8''${encodeRfc8187(file.name)}`,
    'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
    // Logos and pictures also appear in mail read in a browser.
    'cross-origin-resource-policy': isPublic ? 'cross-origin' : 'same-origin',
    'accept-ranges': 'bytes',
    // An address names bytes that never change, the frame of a film excepted.
    'cache-control': isPublic
      ? file.fixed
        ? 'public, max-age=31536000, immutable'
        : 'public, max-age=3600'
      : 'private, no-store',
    ...(file.negotiated ? { vary: 'accept' } : {}),
  }
}

const encodeRfc8187 = (name: string): string =>
  encodeURIComponent(name).replace(/['()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`)

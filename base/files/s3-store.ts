/** Files in S3 or anything that speaks like it. Requests leave through the one egress client. */
import { open } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { S3mini } from 's3mini'
import type { Egress } from '../parts.ts'
import { checkedKey, type FileStore } from './store.ts'

/** Large objects travel in parts of this size, so that none is ever whole in memory. */
const partSize = 8 * 1024 * 1024

/** `url`: `https://key:secret@host/bucket?region=…`, from the configuration. */
export function openS3Store(url: string, egress: Egress): FileStore {
  const { origin, pathname, searchParams, host, username, password } = new URL(url)
  const s3 = new S3mini({
    accessKeyId: decodeURIComponent(username),
    secretAccessKey: decodeURIComponent(password),
    endpoint: `${origin}${pathname.replace(/\/+$/, '')}`,
    region: searchParams.get('region') ?? 'auto',
    fetch: fetchThrough(egress, host),
  })
  return {
    async put(key, bytes) {
      checkedKey(key)
      if (bytes instanceof Uint8Array) await s3.putObject(key, Buffer.from(bytes), 'application/octet-stream')
      else await putFile(s3, key, bytes.path)
    },
    async read(key, range) {
      if ((await s3.objectExists(checkedKey(key))) !== true) return undefined
      const to = range ? range.end + 1 : await s3.getContentLength(key)
      return Readable.from(readParts(s3, key, range?.start ?? 0, to), { objectMode: false })
    },
    async remove(key) {
      await s3.deleteObject(checkedKey(key))
    },
  }
}

async function putFile(s3: S3mini, key: string, path: string): Promise<void> {
  const file = await open(path, 'r')
  try {
    const { size } = await file.stat()
    const readPart = async (at: number) => {
      const part = Buffer.alloc(Math.min(partSize, size - at))
      await file.read(part, 0, part.length, at)
      return part
    }
    if (size <= partSize) {
      await s3.putObject(key, await readPart(0), 'application/octet-stream')
      return
    }
    const upload = await s3.getMultipartUploadId(key, 'application/octet-stream')
    try {
      const parts = []
      for (let at = 0; at < size; at += partSize)
        parts.push(await s3.uploadPart(key, upload, await readPart(at), parts.length + 1))
      await s3.completeMultipartUpload(key, upload, parts)
    } catch (error) {
      await s3.abortMultipartUpload(key, upload)
      throw error
    }
  } finally {
    await file.close()
  }
}

async function* readParts(s3: S3mini, key: string, from: number, to: number): AsyncGenerator<Uint8Array> {
  for (let at = from; at < to; at += partSize) {
    const answer = await s3.getObjectRaw(key, false, at, Math.min(at + partSize, to))
    yield new Uint8Array(await answer.arrayBuffer())
  }
}

/** The shape of `fetch` that the S3 library wants, over the egress client. */
const fetchThrough =
  (egress: Egress, host: string): typeof fetch =>
  async (input, init = {}) => {
    const headers = Object.fromEntries(new Headers(init.headers))
    // Written by the client itself from the address and the body.
    delete headers.host
    delete headers['content-length']
    const { body } = init
    const answer = await egress.request(String(input), {
      method: init.method,
      headers,
      body:
        typeof body === 'string' || body === undefined || body === null
          ? (body ?? undefined)
          : new Uint8Array(await new Response(body).arrayBuffer()),
      maxBytes: 2 * partSize,
      timeoutMs: 60_000,
      allow: [host],
    })
    const empty = answer.status === 204 || answer.status === 304
    return new Response(empty ? null : Buffer.from(answer.body), {
      status: answer.status,
      headers: answer.headers,
    })
  }

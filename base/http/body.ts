/**
 * Reads and parses what a caller sends, with every bound checked before the work is done: type, size,
 * encoding, depth, keys that reach for prototypes, and characters that PostgreSQL cannot store.
 */
import type { Message } from '../i18n/messages.ts'
import { defineMessages } from '../i18n/messages.ts'
import { Problem, problems } from './problem.ts'

const reasons = defineMessages({
  notJson: { zh: '不是有效的 JSON', en: 'it is not valid JSON' },
  notUtf8: { zh: '不是 UTF-8 编码', en: 'it is not UTF-8' },
  deep: { zh: '嵌套过深，最多 {depth} 层', en: 'it is nested too deeply; at most {depth} levels' },
  length: { zh: 'Content-Length 与内容不符', en: 'Content-Length does not fit the content' },
  key: { zh: '含有不允许的属性名 __proto__', en: 'it has a property named __proto__' },
  character: {
    zh: '含有无法保存的字符（空字符或残缺的 Unicode）',
    en: 'it holds a character that cannot be stored (NUL or broken Unicode)',
  },
  encoding: { zh: '不接受压缩的请求内容', en: 'compressed request bodies are not taken' },
})

const mostDepth = 32
const utf8 = new TextDecoder('utf-8', { fatal: true })

/** A `malformed` problem whose reason is itself in both languages. */
export function malformed(reason: Message): Problem {
  return new Problem('malformed', {
    status: 400,
    message: {
      zh: `请求格式不正确：${reason.zh.replace('{depth}', String(mostDepth))}`,
      en: `The request cannot be read: ${reason.en.replace('{depth}', String(mostDepth))}`,
    },
  })
}

/** Throws 415 unless the content type is one of those, exactly, with at most a UTF-8 charset. */
export function checkType(contentType: string | undefined, types: readonly string[]): void {
  if (contentType !== undefined) {
    const semicolon = contentType.indexOf(';')
    const essence = (semicolon < 0 ? contentType : contentType.slice(0, semicolon)).trim().toLowerCase()
    const charset = semicolon < 0 ? undefined : /charset="?([\w-]+)/i.exec(contentType.slice(semicolon))?.[1]
    if (types.includes(essence) && (charset === undefined || charset.toLowerCase() === 'utf-8')) return
  }
  throw problems.unsupportedType({ values: { expected: types.join(', ') } })
}

const spell = (bytes: number) =>
  bytes >= 1_048_576 ? `${Math.round(bytes / 1_048_576)} MiB` : `${Math.round(bytes / 1024)} KiB`

export const tooLarge = (max: number) => problems.tooLarge({ values: { limit: spell(max) } })

/** Throws 413 when the declared length is over the limit; a body without a length is counted while it is read. */
export function checkLength(contentLength: string | undefined, max: number): void {
  if (contentLength === undefined) return
  if (!/^\d+$/.test(contentLength)) throw malformed(reasons.length)
  if (Number(contentLength) > max) throw tooLarge(max)
}

/** All bytes of a request, at most `max` of them. */
export async function readBytes(
  raw: Request,
  contentLength: string | undefined,
  max: number,
): Promise<Uint8Array> {
  checkLength(contentLength, max)
  // With a length, the HTTP parser has already bounded the body.
  if (contentLength !== undefined) return new Uint8Array(await raw.arrayBuffer())
  if (!raw.body) return new Uint8Array()
  const chunks: Uint8Array[] = []
  let total = 0
  for await (const chunk of raw.body) {
    total += chunk.byteLength
    if (total > max) throw tooLarge(max)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** Parses JSON from outside. Throws `malformed` with the reason. */
export function parseJson(bytes: Uint8Array): unknown {
  let text: string
  try {
    text = utf8.decode(bytes)
  } catch {
    throw malformed(reasons.notUtf8)
  }
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw malformed(reasons.notJson)
  }
  // JSON in UTF-8 can only hold these characters as \u escapes.
  const escapes = text.includes('\\u')
  if (escapes || text.includes('__proto__') || openers(text) > mostDepth) inspect(value, 0, escapes)
  return value
}

/** How many objects and lists the text can open, up to one more than matters. */
function openers(text: string): number {
  let count = 0
  for (let at = 0; at < text.length && count <= mostDepth; at++) {
    const code = text.charCodeAt(at)
    if (code === 0x5b || code === 0x7b) count++
  }
  return count
}

function inspect(value: unknown, depth: number, escapes: boolean): void {
  if (typeof value === 'string') {
    if (escapes && !isStorable(value)) throw malformed(reasons.character)
    return
  }
  if (typeof value !== 'object' || value === null) return
  if (depth >= mostDepth) throw malformed(reasons.deep)
  if (Array.isArray(value)) {
    for (const each of value) inspect(each, depth + 1, escapes)
    return
  }
  for (const key of Object.keys(value)) {
    if (key === '__proto__') throw malformed(reasons.key)
    if (escapes && !isStorable(key)) throw malformed(reasons.character)
    inspect((value as Record<string, unknown>)[key], depth + 1, escapes)
  }
}

/** Whether PostgreSQL can store a text: no NUL, no half of a surrogate pair. */
export const isStorable = (text: string): boolean => !text.includes('\0') && text.isWellFormed()

export const unstorable = () => malformed(reasons.character)

/** Refuses `Content-Encoding` on requests: a small body must not become a large one. */
export function refuseEncoding(contentEncoding: string | undefined): void {
  if (contentEncoding !== undefined && contentEncoding !== 'identity') throw malformed(reasons.encoding)
}

/**
 * Our own form, one JSON object a line (`record.ts`), and the same as tables: users.csv, posts.csv, comments.csv,
 * reactions.csv, bookmarks.csv, whose columns are the fields (topics separated by commas).
 */
import type { Readable } from 'node:stream'
import { readCsv } from '#base/text/csv-read.ts'
import { type Dump, type Read, type RecordType, record, type Stage } from './record.ts'

export interface GenericFile {
  readonly name: string
  open(): Promise<Readable>
}

const wanted: Readonly<Record<Stage, readonly RecordType[]>> = {
  user: ['user'],
  post: ['post'],
  comment: ['comment'],
  reaction: ['reaction', 'bookmark'],
  accept: ['post'],
}
const tables: Readonly<Record<string, RecordType>> = {
  users: 'user',
  posts: 'post',
  comments: 'comment',
  reactions: 'reaction',
  bookmarks: 'bookmark',
}

export const genericDump = (files: readonly GenericFile[]): Dump => ({
  async *read(stage) {
    for (const file of [...files].sort((one, other) => (one.name < other.name ? -1 : 1)))
      for await (const value of valuesOf(file)) {
        const type = typeOf(value)
        if (type === undefined) {
          // What says nothing of its type is told once, in the first step.
          if (stage === 'user') yield { refused: { what: file.name, sourceId: '', reason: 'unreadable' } }
          continue
        }
        if (type === 'site' || type === 'file' || !wanted[stage].includes(type)) continue
        const read = readValue(value, type)
        if (stage !== 'accept') yield read
        else if ('record' in read && read.record.type === 'post' && read.record.acceptedComment) yield read
      }
  },
})

function typeOf(value: unknown): RecordType | 'site' | 'file' | undefined {
  const type = (value as { type?: unknown } | null)?.type
  return ['user', 'post', 'comment', 'reaction', 'bookmark', 'site', 'file'].includes(String(type))
    ? (type as RecordType)
    : undefined
}

function readValue(value: unknown, what: string): Read {
  const parsed = record.safeParse(value)
  if (parsed.success) return { record: parsed.data }
  const id = (value as { id?: unknown }).id
  return { refused: { what, sourceId: String(id ?? '').slice(0, 120), reason: 'unreadable' } }
}

async function* valuesOf(file: GenericFile): AsyncGenerator<unknown> {
  const table = /^(\w+)\.csv$/i.exec(file.name)
  if (table) yield* rowsOf(file, tables[table[1]!.toLowerCase()])
  else
    for await (const line of linesOf(await file.open())) {
      if (line === undefined) yield undefined
      else if (line.trim() !== '') yield parseLine(line)
    }
}

function parseLine(line: string): unknown {
  try {
    return JSON.parse(line.charCodeAt(0) === 0xfeff ? line.slice(1) : line)
  } catch {
    return undefined
  }
}

/** In characters; the largest post in all its forms is far below. */
const longestLine = 8 * 1024 * 1024

/** Lines of a text; undefined for one so long that nobody wrote it, which is read over and never held. */
export async function* linesOf(stream: Readable): AsyncGenerator<string | undefined> {
  stream.setEncoding('utf8')
  let rest = ''
  let over = false
  for await (const piece of stream) {
    const lines = String(piece).split('\n')
    const last = lines.pop()!
    for (const line of lines) {
      yield over ? undefined : rest + line
      rest = ''
      over = false
    }
    if (over) continue
    rest += last
    over = rest.length > longestLine
    if (over) rest = ''
  }
  if (over) yield undefined
  else if (rest !== '') yield rest
}

async function* rowsOf(file: GenericFile, type: RecordType | undefined): AsyncGenerator<unknown> {
  let heading: readonly string[] | undefined
  const stream = await file.open()
  stream.setEncoding('utf8')
  for await (const cells of readCsv(stream)) {
    if (!heading) {
      heading = cells
      continue
    }
    const row: Record<string, unknown> = { type }
    heading.forEach((column, place) => {
      const cell = cells[place]
      if (cell === undefined || cell === '') return
      row[column.trim()] = column.trim() === 'topics' ? cell.split(/[,，]/).map((each) => each.trim()) : cell
    })
    yield row
  }
}

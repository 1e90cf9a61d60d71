/**
 * Reading, writing and finding in a community of 100,000 members, 100,000 posts and a million comments:
 * requests per second through the whole product, against node:http with prepared statements on the same
 * database. Each side has a process of its own; they are called in turn.
 *
 * Loading takes minutes: `BENCH_CONTENT_DIR` names a folder in which the community is kept for the next run,
 * `BENCH_CONTENT_SCALE` makes a smaller one, and `BENCH_CONTENT_LINES` says which lines to run (`feed,search`).
 */
import { type ChildProcess, fork } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import autocannon from 'autocannon'
import { makePrivateDir, startEmbeddedPostgres } from '#base/db/embedded.ts'
import { migrate } from '#base/db/migrate.ts'
import { type Benchmark, compare, type Line, median, print } from './bench.ts'
import { sizes, terms } from './content-data.ts'

interface Side {
  readonly port: number
  readonly cookie: string
  readonly memberId: string
}

type Requests = (side: Side, at: number) => autocannon.Request

const document = (words: string) => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }],
})
const words = '今天换了新的滤纸，流速快了一些，水温降到 91 度之后酸感柔和很多，大家有同样的感觉吗？'
const json = (method: 'POST', path: string, body: unknown): autocannon.Request => ({
  method,
  path,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
})
/** Spread over posts and boards, so that nothing is served from one hot row. */
const boardOf = (at: number) => String(1 + (at % 100))
const postOf = (at: number) => String(1 + (at % 200))
const talkedOf = (at: number) => String(1_000 + (at % (sizes.posts / 2)))

interface Path {
  readonly name: string
  readonly bar: number
  readonly ours: Requests
  readonly bare: Requests
  /** What both sides have to answer alike before anything is timed. */
  readonly same?: (answer: Answer) => unknown
}

interface Answer {
  readonly id?: string
  readonly items?: readonly { readonly id: string; readonly replies?: readonly { readonly id: string }[] }[]
}

/** The ids of a page; of threads also those below. */
const idsOf = ({ id, items = [] }: Answer): readonly string[] =>
  id ? [id] : items.flatMap((item) => [item.id, ...(item.replies ?? []).map((reply) => reply.id)]).sort()

const every: readonly Path[] = [
  {
    name: 'Feed: the latest 20 posts, signed in',
    bar: 0.5,
    ours: () => ({ path: '/api/site/feed?view=latest&limit=20' }),
    bare: () => ({ path: '/feed' }),
    same: idsOf,
  },
  {
    name: 'Post page: the post and its 200 comments, signed in',
    bar: 0.5,
    ours: (_, at) => ({
      path:
        at % 2
          ? `/api/site/posts/${postOf(at >> 1)}`
          : `/api/site/posts/${postOf(at >> 1)}/comments?limit=50`,
    }),
    bare: (_, at) => ({ path: `${at % 2 ? '/post' : '/talk'}?id=${postOf(at >> 1)}` }),
    same: idsOf,
  },
  {
    name: 'Search: 20 hits of one word',
    bar: 0.5,
    ours: (_, at) => ({
      path: `/api/site/search?source=posts&q=${encodeURIComponent(terms[at % terms.length]!)}`,
    }),
    bare: (_, at) => ({ path: `/search?q=${encodeURIComponent(terms[at % terms.length]!)}` }),
    // They rank differently.
    same: ({ items = [] }) => items.length,
  },
  {
    name: 'Publish a post',
    bar: 0.5,
    ours: (_, at) =>
      json('POST', '/api/site/posts', {
        boardId: boardOf(at),
        kind: 'discussion',
        title: `第 ${at} 杯`,
        document: document(words),
      }),
    bare: (_, at) => json('POST', '/publish', { boardId: boardOf(at), title: `第 ${at} 杯`, words }),
  },
  {
    name: 'Comment on a post',
    bar: 0.5,
    ours: (_, at) => json('POST', `/api/site/posts/${talkedOf(at)}/comments`, { document: document(words) }),
    bare: (_, at) => json('POST', `/comment?id=${talkedOf(at)}`, { words }),
  },
]

const asked = process.env.BENCH_CONTENT_LINES?.toLowerCase().split(',')
const paths = every.filter(({ name }) => asked?.some((word) => name.toLowerCase().includes(word)) ?? true)

let at = 0

/** One request by itself first: what is refused says why. */
async function probe(
  side: Side,
  { path, method = 'GET', body, headers }: autocannon.Request,
): Promise<Answer> {
  const answer = await fetch(`http://localhost:${side.port}${path}`, {
    method,
    headers: { ...(headers as Record<string, string>), cookie: side.cookie, origin: originOf(side) },
    body: (body as string | undefined) ?? null,
  })
  const text = await answer.text()
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`)
  return JSON.parse(text) as Answer
}

/** Throws unless both sides answer the same to some requests. */
async function compareAnswers(path: Path, ours: Side, bare: Side): Promise<void> {
  if (!path.same) return
  for (let some = 0; some < 10; some++) {
    const [one, other] = [await probe(ours, path.ours(ours, some)), await probe(bare, path.bare(bare, some))]
    const [said, limit] = [path.same(one), path.same(other)].map((each) => JSON.stringify(each))
    if (said !== limit) throw new Error(`${path.name}: ours ${said}, the limit ${limit}`)
  }
}

const originOf = (side: Side) => `http://localhost:${side.port}`

/** Requests per second, without a single refused one, and the 99th percentile in ms. */
async function rate(side: Side, requests: Requests): Promise<{ perSecond: number; p99: number }> {
  await probe(side, requests(side, at++))
  const result = await autocannon({
    url: originOf(side),
    connections: 16,
    duration: 4,
    headers: { cookie: side.cookie, origin: originOf(side) },
    requests: Array.from({ length: 400 }, () => requests(side, at++)),
  })
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(
      `${result.non2xx} answers were not 2xx (${JSON.stringify(result.statusCodeStats)}), ${result.errors} failed`,
    )
  return { perSecond: result.requests.average, p99: result.latency.p99 }
}

async function start(file: string, env: Record<string, string>) {
  const child = fork(fileURLToPath(file), {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const said = await new Promise<Partial<Side> & { port: number }>((ready, failed) => {
    child.once('message', (message) => ready(message as { port: number }))
    child.once('exit', (code) => failed(new Error(`${file} ended with ${code}`)))
  })
  return { child, side: { cookie: 'none=1', memberId: '', ...said } }
}

export const content: Benchmark = {
  name: 'content',
  async run() {
    const kept = process.env.BENCH_CONTENT_DIR
    const home = kept ?? mkdtempSync(join(tmpdir(), 'juluo-bench-content-'))
    makePrivateDir(home)
    const postgres = await startEmbeddedPostgres({
      dir: join(home, 'postgres'),
      logFile: join(home, 'log'),
      password: 'bench',
    })
    const children: ChildProcess[] = []
    try {
      await migrate(postgres.url, 'migrations/postgres')
      const env = { DATABASE_URL: postgres.url, JULUO_DATA: home }
      const ours = await start(import.meta.resolve('./content-ours.ts'), env)
      children.push(ours.child)
      const bare = await start(import.meta.resolve('./content-bare.ts'), {
        ...env,
        BENCH_MEMBER: ours.side.memberId,
      })
      children.push(bare.child)
      const lines: Line[] = []
      for (const path of paths) {
        await compareAnswers(path, ours.side, bare.side)
        const late: { ours: number[]; bare: number[] } = { ours: [], bare: [] }
        const line = await compare(
          { name: path.name, unit: 'req/s', better: 'more', bar: path.bar },
          {
            ours: async () => {
              const { perSecond, p99 } = await rate(ours.side, path.ours)
              late.ours.push(p99)
              return perSecond
            },
            limit: async () => {
              const { perSecond, p99 } = await rate(bare.side, path.bare)
              late.bare.push(p99)
              return perSecond
            },
          },
        )
        lines.push({ ...line, note: `p99 ${median(late.ours)} ms, limit ${median(late.bare)} ms` })
      }
      return lines
    } finally {
      for (const child of children) child.kill()
      await postgres.stop()
      if (kept === undefined)
        for (const folder of [postgres.dir, home]) rmSync(folder, { recursive: true, force: true })
    }
  },
}

if (import.meta.main) for (const line of await content.run()) print(line)

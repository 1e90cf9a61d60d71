/**
 * How soon what happened is in the answer of an analysis: the whole product as `start` runs it, asked over HTTP the way
 * a screen asks. From before the request that makes it happen (an event sent to `/v1/track`; a verb, whose fact is
 * written in its transaction) to the first answer that holds it, looking again ten times a second.
 * `BENCH_FRESHNESS_TRIALS` (default 10 of each, a minute and a half: screens may not ask more often).
 */
import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort, makePrivateDir } from '#base/db/embedded.ts'
import { type Benchmark, type Line, median } from './bench.ts'
import { uuidV7 } from './track-load.ts'

const trials = Number(process.env.BENCH_FRESHNESS_TRIALS ?? 10)
const limitMs = 2_000
const lookAgainMs = 100
/** So that the door of the analysis is not asked more often than a screen may. */
const pauseMs = 3_500

const rest = (ms: number) => new Promise((resume) => setTimeout(resume, ms))

type Send = (path: string, body: unknown, headers?: Record<string, string>) => Promise<Response>

async function sendOk(send: Send, ...call: Parameters<Send>): Promise<Response> {
  const answer = await send(...call)
  if (!answer.ok) throw new Error(`${call[0]}: ${answer.status} ${await answer.text()}`)
  return answer
}

/** How often an event was counted today, by the analysis of trends. */
async function countedToday(send: Send, event: string): Promise<number> {
  const how = { kind: 'events', event, counted: { of: 'count' }, by: 'anyone' }
  const question = { of: [{ metric: { version: 1, how } }], range: { last: 1, unit: 'day' }, unit: 'day' }
  const answer = await sendOk(send, '/api/insight/trend', { question })
  const found = (await answer.json()) as { answer: { series: { total: { value: number | null } }[] } }
  return found.answer.series[0]?.total.value ?? 0
}

/** Milliseconds from before each happening until it was counted. */
async function watch(send: Send, event: string, happen: (trial: number) => Promise<unknown>) {
  const before = await countedToday(send, event)
  const took: number[] = []
  for (let trial = 1; trial <= trials; trial++) {
    await rest(pauseMs + Math.random() * 500)
    const began = performance.now()
    await happen(trial)
    while ((await countedToday(send, event)) < before + trial) {
      if (performance.now() - began > 30_000) throw new Error(`${event} was not counted within 30 s`)
      await rest(lookAgainMs)
    }
    took.push(performance.now() - began)
  }
  return took
}

const lineOf = (what: string, took: readonly number[]): Line => ({
  name: `Freshness: ${what}, until it is in the answer of an analysis; the slowest of ${took.length}`,
  ours: Math.max(...took),
  limit: limitMs,
  unit: 'ms',
  better: 'less',
  bar: 1,
  note: `median ${median(took).toFixed(0)} ms`,
})

export const freshness: Benchmark = {
  name: 'freshness',
  run: async () => {
    const home = mkdtempSync(join(tmpdir(), 'juluo-freshness-'))
    makePrivateDir(home)
    const port = await freePort()
    const url = `http://127.0.0.1:${port}`
    const child = spawn(process.execPath, ['apps/cli/main.ts', 'start'], {
      env: { ...process.env, JULUO_DATA: home, PORT: String(port), BASE_URL: url },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    try {
      await new Promise<void>((ready, fail) => {
        child.stdout.on('data', (chunk) => String(chunk).includes('is ready') && ready())
        child.once('exit', (code) => fail(new Error(`start ended with ${code}`)))
      })
      const owner: Record<string, string> = { origin: url }
      const send: Send = (path, body, headers = owner) =>
        fetch(new URL(path, url), {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID(), ...headers },
          body: JSON.stringify(body),
        })
      const founded = await sendOk(send, '/api/setup', {
        owner: { name: '林晓', email: 'linxiao@example.com', password: randomUUID() },
        brand: { name: '山丘咖啡', slogan: '一起喝杯好咖啡' },
        timeZone: 'Asia/Shanghai',
        locale: 'zh-CN',
        start: 'empty',
      })
      owner.cookie = founded.headers
        .getSetCookie()
        .map((cookie) => cookie.split(';')[0])
        .join('; ')
      const issued = await sendOk(send, '/api/track-keys', { name: 'bench' })
      const { secret } = (await issued.json()) as { secret: string }

      const tracked = await watch(send, 'page_view', () =>
        sendOk(
          send,
          '/v1/track',
          {
            sentAt: new Date().toISOString(),
            anonymousId: randomUUID(),
            sessionId: randomUUID(),
            events: [{ id: uuidV7(), name: 'page_view', at: new Date().toISOString(), page: '/posts/1' }],
          },
          { 'x-track-key': secret, 'user-agent': 'Mozilla/5.0 (iPhone) AppleWebKit/605.1.15 Mobile/15E148' },
        ),
      )
      const done = await watch(send, 'group.created', (trial) =>
        sendOk(send, '/api/groups', {
          name: `手冲研究所 ${trial}`,
          kind: 'interest',
          slug: `pour-over-${trial}`,
        }),
      )
      return [lineOf('an event sent to /v1/track', tracked), lineOf('what a verb did', done)]
    } finally {
      const gone = new Promise((ended) => child.once('exit', ended))
      child.kill('SIGTERM')
      await gone
      rmSync(home, { recursive: true, force: true })
    }
  },
}

import { expect, test } from 'vitest'
import { accessLine } from './access.ts'
import { openLog } from './log.ts'

function collect() {
  const lines: string[] = []
  const log = openLog({ name: 'web', to: { write: (line: string) => void lines.push(line) } })
  return { log, lines }
}

test('G55: no secret reaches a line, however deep it lies', () => {
  const { log, lines } = collect()
  const canary = 'canary-7f3a'
  log.info(
    {
      password: canary,
      headers: { authorization: canary, cookie: canary, 'set-cookie': [canary] },
      body: { account: { token: canary, list: [{ secret: canary }] } },
      member: '12',
    },
    'tried',
  )
  log.child({ token: canary }).warn({ email: `${canary}@example.com` }, 'again')
  expect(lines.join('')).not.toContain(canary)
  expect(JSON.parse(lines[0]!)).toMatchObject({ level: 'info', process: 'web', member: '12', msg: 'tried' })
})

test('G55: a line break in a value stays inside its line', () => {
  const { log, lines } = collect()
  const forged = 'x\r\n{"level":"info","msg":"forged"}'
  log.info({ name: forged }, `hello ${forged}`)
  log.access({ request: 'r', route: 'get /', status: 200, ms: 1.26, actor: forged, ip: forged })
  expect(lines.every((line) => line.indexOf('\n') === line.length - 1 && !line.includes('\r'))).toBe(true)
  expect(lines.map((line) => JSON.parse(line).msg)).toEqual([`hello ${forged}`, 'request'])
})

test('the line of a request is what pino would have written', () => {
  const line = {
    request: 'a-1',
    route: 'get /api/members/{id}',
    status: 404,
    ms: 3.1234,
    actor: 'account:12',
    ip: '::1',
  }
  expect(JSON.parse(accessLine(line, 'web'))).toEqual({
    level: 'info',
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
    process: 'web',
    ...line,
    ms: 3.1,
    msg: 'request',
  })
})

test('errors keep their stack, and a quiet level writes no request lines', () => {
  const { log, lines } = collect()
  log.error({ err: new Error('broken') }, 'failed')
  expect(JSON.parse(lines[0]!).err).toMatchObject({
    name: 'Error',
    message: 'broken',
    stack: expect.stringContaining('log.test.ts'),
  })
  const quiet: string[] = []
  openLog({ level: 'warn', to: { write: (text: string) => void quiet.push(text) } }).access({
    request: 'r',
    route: 'get /',
    status: 200,
    ms: 1,
    actor: 'anonymous',
    ip: '::1',
  })
  expect(quiet).toEqual([])
})

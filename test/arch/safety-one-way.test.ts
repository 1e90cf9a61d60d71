import { existsSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { breaches, oneWayRules } from './one-way.ts'
import { sources } from './sources.ts'

/** One line of code that breaks a rule, and where it would stand. */
const fixtures: readonly (readonly [rule: string, path: string, text: string])[] = [
  ['one egress client: no fetch in the server', 'modules/x/a.ts', 'await fetch(url)'],
  ['one egress client: no fetch in the server', 'base/x/a.ts', 'await globalThis.fetch(url)'],
  ['one egress client: no fetch in the server', 'base/x/a.ts', "import { request } from 'undici'"],
  ['one egress client: no fetch in the server', 'base/x/a.ts', "const { default: axios } = await import('axios')"],
  ['one egress client: no HTTP client of Node', 'modules/x/a.ts', "import { get } from 'node:https'"],
  ['one egress client: no HTTP client of Node', 'modules/x/a.ts', "import * as http from 'http'"],
  ['one egress client: no bare sockets', 'modules/x/a.ts', "import { connect as open } from 'node:tls'"],
  ['one door to SMTP', 'modules/x/a.ts', "import { createTransport } from 'nodemailer'"],
  ['one door to S3', 'modules/x/a.ts', "import { S3mini } from 's3mini'"],
  ['one upload pipeline: images are decoded in its child only', 'base/files/files.ts', "import sharp from 'sharp'"],
  ['one sanitiser', 'modules/x/a.ts', "import clean from 'sanitize-html'"],
  ['one sanitiser: only its folder calls markup safe', 'modules/x/a.ts', 'new SafeHtml(text)'],
  ['one sanitiser: no markup from strings in screens', 'modules/x/console/A.tsx', 'const a = <p dangerouslySetInnerHTML={{ __html: x }} />'],
  ['one sanitiser: no markup from strings in screens', 'ui/a.ts', 'element.innerHTML = x'],
  ['one sanitiser: no markup from strings in screens', 'ui/A.tsx', 'const a = <iframe srcDoc={x} />'],
  ['one authoriser', 'modules/x/a.ts', 'if (judge(access, actor)) go()'],
  ['tagged SQL only', 'modules/x/a.ts', 'client.query(`select * from member where id = $' + '{id}`)'],
  ['tagged SQL only', 'modules/x/a.ts', "client.query('delete from member where id = ' + id)"],
  ['tagged SQL only', 'modules/x/a.ts', 'sql.raw(text)'],
  ['no guessable numbers', 'modules/x/a.ts', 'const winner = Math.floor(Math.random() * 10)'],
  ['no code from strings', 'base/x/a.ts', "new Function('return 1')"],
] // biome-ignore format: one fixture a line

describe('G51 one way to do each dangerous thing', () => {
  const code = sources('.ts', '.tsx')
  // Found for all rules in one walk: the trees are large.
  let found: readonly string[]
  beforeAll(() => {
    found = breaches(code)
  })

  test.each(oneWayRules.map((rule) => [rule.name, rule] as const))('%s', (name, rule) => {
    expect(code.filter(({ path }) => rule.covers(path)).length).toBeGreaterThan(30)
    expect(found.filter((breach) => breach.endsWith(` ${name}`))).toEqual([])
  })

  test.each(fixtures)('control: %s is found broken in %s', (rule, path, text) => {
    expect(breaches([{ path, text }])).toEqual([`${path}:1 ${rule}`])
  })

  test('control: comments, strings, types and tests break nothing', () => {
    const harmless = [
      '// await fetch(url)',
      "const text = 'fetch(url)'",
      "import type { Agent } from 'node:http'",
      "import { createServer, type ClientRequest } from 'node:http'",
      `await sql\`select * from member where id = ${'$'}{id}\`.execute(db)`,
      'answer.fetch(url)',
      "const columns = 'a, b'",
      `client.query(\`select ${'$'}{columns} from member\`)`,
    ].join('\n')
    expect(breaches([{ path: 'modules/x/a.ts', text: harmless }])).toEqual([])
    expect(breaches([{ path: 'modules/x/a.test.ts', text: 'await fetch(url)' }])).toEqual([])
  })

  test('every exception still exists', () => {
    const paths = oneWayRules.flatMap((rule) => Object.keys(rule.allowed))
    expect(paths.filter((path) => !existsSync(path) && path !== 'ui/SafeHtml.tsx')).toEqual([])
  })
})

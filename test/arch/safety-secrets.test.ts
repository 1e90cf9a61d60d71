import { execFileSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { findSecrets } from './planted-secrets.ts'
import { sources } from './sources.ts'

describe('G50 secrets', () => {
  test('no file of the project holds one', () => {
    const everything = sources('').filter(({ path }) => !/\.(png|jpe?g|webp|woff2?|ico)$/.test(path))
    expect(everything.length).toBeGreaterThan(100)
    expect(findSecrets(everything)).toEqual([])
  })

  test('files that hold secrets are kept out of git', () => {
    const ignored = ['.env', 'data/secrets.json', 'demo-data/secrets.json']
    const listed = execFileSync('git', ['check-ignore', ...ignored], { encoding: 'utf8' })
      .trim()
      .split('\n')
    expect(listed).toEqual(ignored)
  })

  test('control: planted ones are found, one of each kind', () => {
    // Put together here, so that this file holds none.
    const letters = 'Abcdefghijklmnopqrstuvwxyz0123456789Abcdefghij'
    const planted = {
      'private key': `-----BEGIN ${'PRIVATE'} KEY-----\n${letters}`,
      'AWS key': `AKIA${'ABCDEFGHIJKLMNOP'}`,
      'Alibaba Cloud key': `LTAI${letters.slice(0, 20)}`,
      'Tencent Cloud key': `AKID${letters.slice(0, 32)}`,
      'GitHub token': `ghp_${letters.slice(0, 36)}`,
      'GitLab token': `glpat-${letters.slice(0, 20)}`,
      'npm token': `npm_${letters.slice(0, 36)}`,
      'Slack token': `xoxb-${letters.slice(0, 24)}`,
      'Stripe key': `sk_live_${letters.slice(0, 24)}`,
      'Google key': `AIza${letters.slice(0, 35)}`,
      'model provider key': `sk-${letters.slice(0, 44)}`,
      'JSON web token': `eyJ${letters.slice(0, 20)}.eyJ${letters.slice(0, 20)}.${letters.slice(0, 30)}`,
      'address with a password': `postgres://admin:${letters.slice(0, 12)}@db.example/x`,
      'assigned secret': `const api${'Key'} = '${letters.slice(0, 40)}'`,
    }
    for (const [what, text] of Object.entries(planted))
      expect([what, findSecrets([{ path: 'x', text: `first\n${text}` }])]).toEqual([
        what,
        expect.arrayContaining([{ path: 'x', what, line: 2 }]),
      ])
  })
})

import { expect, test } from 'vitest'
import { type Access, anyone, bearerOf, judge, member, operator, permitted, signedIn } from './access.ts'
import { type Actor, describeActor, may } from './actor.ts'

const account = { kind: 'account', accountId: '1', sessionId: '2', name: 'x', suspended: false } as const
const reads = { role: 'viewer', permissions: new Set(['members.read']) }

const actors: Record<string, Actor> = {
  nobody: { kind: 'anonymous' },
  person: account,
  member: { ...account, memberId: '7' },
  suspended: { ...account, memberId: '7', operator: reads, suspended: true },
  operator: { ...account, operator: reads },
  key: { kind: 'apiKey', keyId: '3', name: 'k', scopes: new Set(['members.read']) },
  system: { kind: 'system', name: 'cli' },
}

const verdicts: readonly (readonly [string, Access, Record<string, string>])[] = [
  ['anyone', anyone, { nobody: 'allowed', person: 'allowed', suspended: 'allowed', key: 'allowed' }],
  ['bearerOf', bearerOf('a token'), { nobody: 'allowed', key: 'allowed' }],
  ['signedIn', signedIn, { nobody: 'signIn', person: 'allowed', suspended: 'allowed', key: 'forbidden', system: 'allowed' }],
  ['member', member, { nobody: 'signIn', person: 'forbidden', member: 'allowed', suspended: 'forbidden', key: 'forbidden' }],
  ['operator', operator, { nobody: 'signIn', member: 'forbidden', operator: 'allowed', suspended: 'forbidden', key: 'forbidden' }],
  ['members.read', permitted('members.read'), { nobody: 'signIn', member: 'forbidden', operator: 'allowed', suspended: 'forbidden', key: 'allowed', system: 'allowed' }],
  ['members.edit', permitted('members.edit'), { operator: 'forbidden', key: 'forbidden', system: 'allowed' }],
] // biome-ignore format: a table

test.each(verdicts)('%s', (_, access, expected) => {
  const found = Object.fromEntries(Object.keys(expected).map((name) => [name, judge(access, actors[name]!)]))
  expect(found).toEqual(expected)
})

test('a suspended operator may nothing, and the log names actors by kind and id', () => {
  expect([may(actors.suspended!, 'members.read'), may(actors.operator!, 'members.read')]).toEqual([
    false,
    true,
  ])
  expect(Object.values(actors).map(describeActor)).toEqual([
    'anonymous', 'account:1', 'account:1', 'account:1', 'account:1', 'apiKey:3', 'system:cli',
  ]) // biome-ignore format: short
})

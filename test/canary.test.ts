/**
 * G33: private fields hold words that stand nowhere else; then every route that reads is asked, by everyone, with
 * every id that there is. Whoever may not see a field must not find its word in any answer.
 */
import { beforeAll, describe, expect, test } from 'vitest'
import { builtInRoles } from '#base/access/access.ts'
import { systemCtx } from '#base/context.ts'
import type { AnyRoute } from '#base/http/route.ts'
import { refreshIndex } from '#modules/search/api.ts'
import { plantContent, sought } from './canary-content.ts'
import type { Client } from './client.ts'
import { useProduct as productForTests } from './product.ts'

// Each reader comes from an address of its own: limits by address are not what is tried here.
const product = productForTests({ env: { TRUSTED_PROXIES: '127.0.0.1' } })

/** A word that nobody else says, and who may read it. */
interface Canary {
  readonly word: string
  readonly seenBy: (who: Reader) => boolean
}
interface Reader {
  readonly name: string
  readonly client: Client
  readonly permissions: ReadonlySet<string>
  readonly address: string
}

const canaries = new Map<string, Canary>()
let readers: readonly Reader[] = []
const values: Record<string, Set<string>> = {}
/** The answer to who asks for the phone number and may. */
let revealed = async (): Promise<string> => ''
const known = (parameter: string, value: string) => {
  values[parameter] ??= new Set()
  values[parameter].add(value)
}

let number = 0
const plant = (what: string, seenBy: Canary['seenBy']): string => {
  const word = `canary${number++}x${Math.random().toString(36).slice(2, 10)}`
  canaries.set(what, { word, seenBy })
  return word
}
const holds =
  (...permissions: readonly string[]) =>
  (who: Reader) =>
    permissions.some((permission) => who.permissions.has(permission))
const himself = (who: Reader) => who.name === 'himself'
const either =
  (...rules: readonly Canary['seenBy'][]) =>
  (who: Reader) =>
    rules.some((rule) => rule(who))

const made = async (reply: ReturnType<Client['post']>): Promise<{ id: string; [key: string]: unknown }> => {
  const answer = await reply
  expect(answer.status, answer.text).toBeLessThan(300)
  return answer.body
}

beforeAll(async () => {
  const at = product()
  // Creating takes a key, so that a repeated call creates once.
  const withKey =
    (client: Client): Client['post'] =>
    (path, body, options) =>
      client.post(path, body, { headers: { 'idempotency-key': crypto.randomUUID() }, ...options })
  const owner: Client = { ...at.owner, post: withKey(at.owner) }
  const one = await at.member('被看的人')
  const other = await at.member('旁人')
  const { id: member } = (await one.get('/api/member')).body
  known('id', member)
  known('memberId', member)

  // A member's own: contact points, a sealed field, a field of one role, notes.
  const phone = `1390000${String(1_000 + Math.floor(Math.random() * 9_000))}`
  // Read in full on request only; each look is in the audit log.
  canaries.set('phone number', { word: phone, seenBy: () => false })
  const contact = await made(owner.post(`/api/members/${member}/contacts`, { kind: 'phone', value: phone }))
  revealed = async () => (await owner.post(`/api/members/${member}/contacts/${contact.id}/reveal`)).text
  const field = (key: string, more: object) =>
    made(owner.post('/api/members/fields', { key, label: key, type: 'text', options: [], ...more }))
  await field('illness', { sensitive: true, purpose: '活动保险', memberAccess: 'edit' })
  await field('complaint', { seenBy: ['support'] })
  await one.put('/api/account/consents/sensitive', { granted: true })
  await made(
    owner.patch(`/api/members/${member}/fields`, {
      values: {
        // Shown to operators on request only, and each look is in the audit log.
        illness: plant('sealed field', himself),
        complaint: plant('field of one role', (who) => ['owner', 'support'].includes(who.name)),
      },
    }),
  )
  await made(owner.post(`/api/members/${member}/notes`, { body: plant('note', holds('members.read')) }))

  // Care and interviews.
  await made(owner.post('/api/care', { memberIds: [member], program: 'koc' }))
  const care: string = (await owner.get(`/api/members/${member}/care`)).body.care[0].id
  await made(owner.patch(`/api/care/${care}`, { needs: plant('needs in care', holds('care.read')) }))
  await made(
    owner.post(`/api/members/${member}/visits`, {
      way: 'phone',
      summary: plant('visit', holds('care.read')),
    }),
  )
  const study = await made(
    owner.post('/api/studies', { title: '访谈', definition: { version: 1, who: { kind: 'all', of: [] } } }),
  )
  known('id', study.id)
  await made(owner.post(`/api/studies/${study.id}/interviews`, { memberIds: [member] }))
  const talk: string = (await owner.get(`/api/studies/${study.id}/interviews`)).body.items[0].id
  known('id', talk)
  await made(
    owner.patch(`/api/interviews/${talk}`, {
      answers: [plant('answer in an interview', holds('interviews.read'))],
      summary: plant('summary of an interview', holds('interviews.read')),
    }),
  )

  // A private group: its name, what is announced in it, what is answered at its door and what its quiz wants to hear.
  const group = await made(
    owner.post('/api/groups', {
      name: plant('name of a private group', either(himself, holds('groups.read'))).slice(0, 30),
      slug: 'secret-circle',
      kind: 'beta',
      visibility: 'private',
    }),
  )
  known('id', group.id)
  known('slug', 'secret-circle')
  const door = await owner.put(`/api/groups/${group.id}/admission`, {
    steps: [
      {
        kind: 'form',
        settings: { questions: [{ id: 'why', label: '为什么想来', type: 'long' }] },
      },
      {
        kind: 'quiz',
        settings: {
          passPercent: 100,
          questions: [
            {
              id: 'q1',
              text: '我们的第一支豆子叫什么？',
              type: 'word',
              right: [plant('right answer of a quiz', holds('groups.read'))],
            },
          ],
        },
      },
      { kind: 'review', settings: {} },
    ],
  })
  expect(door.status, door.text).toBe(200)
  const invitation = await made(owner.post(`/api/groups/${group.id}/invitations`, { note: '内测' }))
  const code = String(invitation.code)
  canaries.set('invite code', { word: code, seenBy: holds('groups.members') })
  const steps: { id: string; kind: string }[] = door.body.steps
  const form = steps.find((step) => step.kind === 'form')!.id
  const applied = await one.put(`/api/site/groups/secret-circle/admission/steps/${form}`, {
    code,
    answers: { why: plant('answer at the door', either(himself, holds('groups.members'))) },
  })
  expect(applied.status, applied.text).toBeLessThan(300)
  const announced = await made(
    owner.post(`/api/groups/${group.id}/announcements`, {
      title: '内测安排',
      body: plant('announcement of a private group', holds('groups.read')),
    }),
  )
  known('id', announced.id)

  await plantContent({
    owner,
    one: { ...one, post: withKey(one) },
    insider: await at.member('内圈人'),
    member,
    known,
    made,
    word: (what, { permission, his }) =>
      plant(what, either(...(permission ? [holds(permission)] : []), ...(his ? [himself] : []))),
  })
  const indexing = systemCtx(at.database.db, 'test')
  for (const source of at.process.modules.flatMap((module) => module.searchable ?? []))
    await refreshIndex(indexing, source, await source.list(indexing, '0', 200))

  const people: Omit<Reader, 'address'>[] = [
    { name: 'nobody', client: at.nobody, permissions: new Set() },
    { name: 'somebody else', client: other, permissions: new Set() },
    { name: 'himself', client: one, permissions: new Set() },
    { name: 'a program', client: await at.program(['tracking.write']), permissions: new Set() },
    ...(await Promise.all(
      builtInRoles.map(async (role) => {
        const client = await at.operator(role)
        const session = await client.get('/api/session')
        return { name: role, client, permissions: new Set<string>(session.body.operator.permissions) }
      }),
    )),
  ]
  readers = people.map((who, at) => ({ ...who, address: `203.0.113.${at + 1}` }))
  for (const id of ['1', '2', '3']) known('id', id)
}, 60_000)

/** Every address of a route with what is known for its parameters; `1` for what is not. */
function addressesOf(route: AnyRoute): string[] {
  const names = [...route.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!)
  // What asks for words is asked for those that stand beside the private ones.
  const asked = /\/search|similar/.test(route.path) ? `?q=${encodeURIComponent(sought)}` : ''
  return names.reduce<string[]>(
    (addresses, name) =>
      addresses.flatMap((address) =>
        [...(values[name] ?? values.id ?? ['1'])].map((value) => address.replace(`{${name}}`, value)),
      ),
    [`${route.path}${asked}`],
  )
}

/** Where a reader finds a word that is not for him. */
async function crawl(who: Reader, routes: readonly AnyRoute[]): Promise<string[]> {
  const leaks: string[] = []
  for (const route of routes)
    for (const address of addressesOf(route)) {
      const reply = await who.client.get(address, { headers: { 'x-forwarded-for': who.address } })
      if (reply.status === 429)
        throw new Error(`${who.name} was slowed down at ${address}: it proves nothing`)
      const said = `${reply.text} ${JSON.stringify([...reply.headers])}`
      for (const [what, { word, seenBy }] of canaries)
        if (!seenBy(who) && said.includes(word.slice(0, 30))) leaks.push(`${who.name}: ${what} at ${address}`)
    }
  return leaks
}

/** An event stream, and the way back from a provider, which is limited tightly and says nothing of anybody. */
const apart = /^\/api\/(live|auth\/callback)/

/** What can be read at once. */
const readable = () =>
  product()
    .process.modules.flatMap((module) => module.routes ?? [])
    .filter((route) => route.method === 'get' && !apart.test(route.path))

describe('G33 private fields', () => {
  test('nobody finds a word that is not for him, wherever he looks', { timeout: 120_000 }, async () => {
    const routes = readable()
    expect(routes.length).toBeGreaterThan(100)
    const leaks = await Promise.all(readers.map((who) => crawl(who, routes)))
    expect(leaks.flat()).toEqual([])
  })

  test('control: the crawl does find what is there, for those who may', async () => {
    const found = new Set<string>()
    for (const who of readers.filter(({ name }) => ['owner', 'support', 'himself'].includes(name)))
      for (const route of readable())
        for (const address of addressesOf(route)) {
          const { text } = await who.client.get(address, {
            headers: { 'x-forwarded-for': `${who.address}9` },
          })
          for (const [what, { word }] of canaries) if (text.includes(word.slice(0, 30))) found.add(what)
        }
    expect([...canaries.keys()].filter((what) => !found.has(what))).toEqual(['phone number'])
    expect(await revealed()).toContain(canaries.get('phone number')!.word)
  })
})

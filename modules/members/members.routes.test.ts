import type { Readable } from 'node:stream'
import { describe, expect, test } from 'vitest'
import type { Actor } from '#base/access/actor.ts'
import { declaredBy } from '#base/declarations/declared.ts'
import type { Files, Jobs } from '#base/parts.ts'
import { testCtx } from '#test/database.ts'
import { useServer } from '#test/server.ts'
import { storedFile } from '#test/stored-file.ts'
import { exportMembersJob } from './exports/export-members.ts'
import { membersModule } from './module.ts'
import { joinCommunity } from './people/members.ts'
import { openVault } from './vault.ts'

const asked: { name: string; input: unknown }[] = []
const files = { url: async () => undefined } as Partial<Files> as Files
const jobs = {
  enqueue: async (_ctx: unknown, job: { name: string }, input: unknown) => {
    asked.push({ name: job.name, input })
    return '7'
  },
} as Partial<Jobs> as Jobs
const server = useServer({
  modules: (parts) => [
    membersModule(
      parts,
      declaredBy(() => []),
    ),
  ],
  parts: { files, jobs },
})

const ctx = () => testCtx(server().database)
let accounts = 0
async function somebody(name: string, permissions?: readonly string[]) {
  const email = `somebody-${accounts++}@example.com`
  const { id: accountId } = await server()
    .database.db.insertInto('account')
    .values({ name, email })
    .returning('id')
    .executeTakeFirstOrThrow()
  const base = { kind: 'account', accountId, sessionId: '1', name, suspended: false } as const
  const actor: Actor = permissions
    ? { ...base, operator: { role: 'operator', permissions: new Set(permissions) } }
    : base
  return { accountId, actor, client: server().as(actor) }
}

describe('members over HTTP', () => {
  test('lists people page by page, with what the caller may do', async () => {
    for (const name of ['阿澈', '韩小禾', '许木'])
      await joinCommunity(ctx(), { accountId: null, nickname: name })
    const { client } = await somebody('陈朗', ['members.read', 'members.edit'])
    const first = await client.get('/api/members', { query: { limit: 2, sort: 'joinedAt' } })
    expect(first.status).toBe(200)
    expect(first.body.items.map((each: { nickname: string }) => each.nickname)).toEqual(['阿澈', '韩小禾'])
    expect(first.body.items[0].can).toEqual({ tag: true, edit: true, export: false })
    expect(first.body.total).toBe(3)
    const second = await client.get('/api/members', {
      query: { limit: 2, sort: 'joinedAt', cursor: first.body.next },
    })
    expect(second.body).toMatchObject({ items: [{ nickname: '许木' }], next: null, total: null })
    const wrong = await client.get('/api/members', { query: { sort: 'nickname', cursor: first.body.next } })
    expect([wrong.status, wrong.body.code]).toEqual([422, 'cursor_invalid'])
  })

  test('shows a member, his timeline, and nobody who is not there', async () => {
    const id = await joinCommunity(ctx(), {
      accountId: null,
      nickname: '宋知意',
      source: { channel: 'search' },
    })
    const { client } = await somebody('程白', ['members.read'])
    expect((await client.get(`/api/members/${id}`)).body).toMatchObject({
      nickname: '宋知意',
      channel: 'search',
    })
    const timeline = await client.get(`/api/members/${id}/timeline`)
    expect(timeline.body.items).toMatchObject([{ name: 'member.joined' }])
    expect((await client.get('/api/members/999999')).body.code).toBe('member_not_found')
  })

  test('lets people see and change their own profile, and nobody else’s', async () => {
    const { accountId, actor, client } = await somebody('青野')
    expect((await client.get('/api/member')).status).toBe(403)
    const joined = await client.put('/api/member')
    expect(joined.body).toMatchObject({ nickname: '青野', can: { edit: true } })
    const me = server().as({ ...(actor as Extract<Actor, { kind: 'account' }>), memberId: joined.body.id })
    const changed = await me.patch('/api/member', { nickname: '青野在山里', bio: '第 100 杯' })
    expect(changed.body).toMatchObject({ nickname: '青野在山里', bio: '第 100 杯' })
    expect((await me.patch('/api/member', { nickname: '超'.repeat(21) })).status).toBe(422)
    // G34: what a body must not decide is refused, not ignored.
    expect((await me.patch('/api/member', { nickname: 'x', id: '1', accountId })).status).toBe(422)
    expect(
      (await me.get('/api/member/timeline')).body.items.map((each: { name: string }) => each.name),
    ).toEqual(['member.profile_changed', 'member.joined'])
  })

  test('shows a picture that the member sent, and gives away no address of anybody else’s file', async () => {
    const { accountId, actor, client } = await somebody('画画')
    const other = await somebody('别人')
    const memberId = (await client.put('/api/member')).body.id
    const me = server().as({ ...(actor as Extract<Actor, { kind: 'account' }>), memberId })
    const own = await storedFile(server().database.db, { ownerId: accountId })
    expect((await me.patch('/api/member', { avatarFileId: own })).status).toBe(200)
    for (const file of [
      await storedFile(server().database.db, { ownerId: other.accountId }),
      await storedFile(server().database.db, { ownerId: accountId, visibility: 'private' }),
      '999999',
    ]) {
      const refused = await me.patch('/api/member', { avatarFileId: file })
      expect([refused.status, refused.body.code]).toEqual([404, 'not_found'])
    }
    // What is there already needs no proof again.
    expect((await me.patch('/api/member', { avatarFileId: own, city: '杭州' })).status).toBe(200)
  })

  test('tags in bulk by ids or by a filter, one of the two', async () => {
    const id = await joinCommunity(ctx(), { accountId: null, nickname: '小满' })
    const { client } = await somebody('唐果', ['members.read', 'members.edit'])
    expect((await client.post('/api/members/tags', { ids: [id], add: ['新人'] })).body).toEqual({
      added: 1,
      removed: 0,
    })
    expect(
      (await client.post('/api/members/tags', { filter: { q: '小满' }, remove: ['新人'] })).body,
    ).toEqual({ added: 0, removed: 1 })
    expect((await client.post('/api/members/tags', { add: ['新人'] })).status).toBe(422)
    expect((await client.post('/api/members/tags', { ids: [id] })).status).toBe(422)
    expect((await client.get('/api/members/tags')).body.items).toContainEqual(
      expect.objectContaining({ name: '新人', members: 0, byRule: 0 }),
    )
  })

  test('gives everybody who carries a tag another in one step, although the filter asks for the old one', async () => {
    const id = await joinCommunity(ctx(), { accountId: null, nickname: '换签' })
    const { client } = await somebody('唐果', ['members.read', 'members.edit'])
    await client.post('/api/members/tags', { ids: [id], add: ['旧标签'] })
    const swapped = await client.post('/api/members/tags', {
      filter: { tag: '旧标签' },
      remove: ['旧标签'],
      add: ['新标签'],
    })
    expect(swapped.body).toEqual({ added: 1, removed: 1 })
    expect((await client.get(`/api/members/${id}`)).body.tags).toEqual(['新标签'])
  })

  test('walks the list by name past letters that JavaScript and PostgreSQL write small differently', async () => {
    const names = ['Σοφός', 'Σοφόσα', 'Σοφόςβ']
    const capital = ['ΟΔΟΣ', 'ΟΔΟΣΑ', 'İris', 'İrisa']
    for (const nickname of [...names, ...capital])
      await joinCommunity(ctx(), { accountId: null, nickname, source: { channel: 'letters' } })
    const { client } = await somebody('唐果', ['members.read'])
    const walked: string[] = []
    for (let cursor: string | undefined; ; ) {
      const page = await client.get('/api/members', {
        query: { limit: 1, sort: 'nickname', channel: 'letters', ...(cursor ? { cursor } : {}) },
      })
      walked.push(...page.body.items.map((each: { nickname: string }) => each.nickname))
      cursor = page.body.next ?? undefined
      if (!cursor || walked.length > 20) break
    }
    expect([...walked].sort()).toEqual([...names, ...capital].sort())
  })

  test('asks for an export in the background and writes down who asked', async () => {
    const { client } = await somebody('何川', ['members.read', 'members.export'])
    const reply = await client.post('/api/members/export', { filter: { tag: '新人' }, columns: ['nickname'] })
    expect([reply.status, reply.body]).toEqual([202, { jobId: '7' }])
    expect(asked.at(-1)).toMatchObject({
      name: 'members.export',
      input: { askedBy: '何川', columns: ['nickname'] },
    })
    const entry = await server()
      .database.db.selectFrom('audit_entry')
      .selectAll()
      .where('action', '=', 'members.exported')
      .executeTakeFirst()
    expect(entry).toMatchObject({ actor_name: '何川', object_id: '7' })
  })

  test('keeps views for each operator', async () => {
    const { client } = await somebody('林晓', ['members.read'])
    const made = await client.post('/api/views', { list: 'members', name: '新人', query: { tag: '新人' } })
    expect(made.status).toBe(201)
    expect((await client.post('/api/views', { list: 'members', name: '新人', query: {} })).body.code).toBe(
      'view_name_taken',
    )
    const other = (await somebody('老周', ['members.read'])).client
    expect((await other.get('/api/views', { query: { list: 'members' } })).body.items).toEqual([])
    expect((await other.delete(`/api/views/${made.body.id}`)).status).toBe(404)
    expect((await client.delete(`/api/views/${made.body.id}`)).status).toBe(204)
  })
})

describe('an export', () => {
  test('has every member once, tells how far it is, and holds no formula that a spreadsheet would run', async () => {
    for (const nickname of ['=HYPERLINK("http://evil")', '+SUM(1)', '@cmd', '逗,号"引号']) {
      await joinCommunity(ctx(), { accountId: null, nickname })
    }
    let text = ''
    const progress: number[] = []
    const job = exportMembersJob(
      {
        ...files,
        async put(_ctx, file) {
          for await (const chunk of file.bytes as Readable) text += chunk
          return { id: '1', url: '/files/x', type: 'text/csv', size: text.length }
        },
      },
      { vault: openVault(server().parts.secrets), declared: { memberSets: () => [] } },
    )
    const result = await job.run(
      ctx(),
      {
        filter: {},
        columns: ['nickname', 'tags'],
        format: 'csv',
        open: { contacts: false, fields: [] },
        locale: 'zh-CN',
        askedBy: '何川',
      },
      {
        id: '1',
        attempt: 1,
        requestedBy: 'account:1',
        signal: new AbortController().signal,
        progress: async (done) => void progress.push(done),
      },
    )
    const lines = text.trimEnd().split('\r\n')
    expect(lines[0]).toBe('\uFEFF昵称,标签')
    expect(lines).toContain(`"'=HYPERLINK(""http://evil"")",`)
    expect(lines).toContain("'+SUM(1),")
    expect(lines).toContain("'@cmd,")
    expect(result).toMatchObject({ rows: lines.length - 1, fileId: '1' })
    expect(progress.at(-1)).toBe(lines.length - 1)
  })
})

import { describe, expect, test } from 'vitest'
import type { Ctx } from '#base/context.ts'
import { deriveSecrets } from '#base/secrets.ts'
import { testCtx, useDatabase } from '#test/database.ts'
import { memberEffects } from '../effects.ts'
import { membersPersonal } from '../privacy/members.personal.ts'
import { tagMembers, untagMembers } from '../tags/tagging.ts'
import { openVault } from '../vault.ts'
import { pairs } from './filter.ts'
import { countMembers, findMembers, getMember, type Sort, sorts } from './members.sql.ts'
import { editOwnProfile, joinCommunity, keepFirstTouch, noteSeen } from './members.ts'

const vault = openVault(deriveSecrets('x'.repeat(43)))
const declared = { personal: () => membersPersonal(vault) }

const database = useDatabase()
const ctx = (now?: Date): Ctx => testCtx(database(), undefined, now)
const account = async (name: string) =>
  (
    await database()
      .db.insertInto('account')
      .values({ name, email: `${crypto.randomUUID()}@example.com` })
      .returning('id')
      .executeTakeFirstOrThrow()
  ).id
const join = (nickname: string, over: Partial<Parameters<typeof joinCommunity>[1]> = {}) =>
  joinCommunity(ctx(), { accountId: null, nickname, ...over })
const facts = async (name: string) =>
  await database().db.selectFrom('event_log').selectAll().where('name', '=', name).execute()

describe('joining', () => {
  test('makes an account a member once, however often it is asked', async () => {
    const accountId = await account('阿澈')
    const ids = await Promise.all([1, 2, 3, 4].map(() => join('阿澈', { accountId })))
    expect(new Set(ids).size).toBe(1)
    expect((await facts('member.joined')).filter((fact) => fact.member_id === ids[0])).toHaveLength(1)
  })

  test('follows signing up, and does not follow an invitation to the team', async () => {
    const { effects } = memberEffects(declared)
    const run = async (by: string) => {
      const accountId = await account(by)
      const event = { props: { accountId, by }, occurredAt: new Date('2026-11-01T00:00:00Z') }
      await effects[0]!.run(ctx(), event as never)
      return await database()
        .db.selectFrom('member')
        .selectAll()
        .where('account_id', '=', accountId)
        .executeTakeFirst()
    }
    expect(await run('sign_up')).toMatchObject({
      nickname: 'sign_up',
      joined_at: new Date('2026-11-01T00:00:00Z'),
    })
    expect(await run('provider')).toBeDefined()
    expect(await run('invitation')).toBeUndefined()
  })
})

describe('leaving', () => {
  test('takes what is personal along; the row stays, and other people’s too', async () => {
    const [accountId, other] = [await account('宋知意'), await account('小满')]
    const person = { city: '上海', bio: '爱喝手冲', source: { channel: 'search', landing: '/?from=wife' } }
    const id = await join('宋知意', { accountId, ...person })
    const stays = await join('小满', { accountId: other, ...person })
    await tagMembers(ctx(), { ids: [id, stays] }, ['贵宾'])
    for (const owner of [accountId, other])
      await database()
        .db.insertInto('saved_view')
        .values({ account_id: owner, list: 'members', name: '我的', query: '{}', created_at: new Date() })
        .execute()
    const closed = memberEffects(declared).effects.find(({ on }) => on.name === 'account.closed')!
    for (const _ of ['once', 'again'])
      await closed.run(ctx(), { props: { accountId }, occurredAt: new Date() } as never)
    expect(await getMember(ctx(), id)).toMatchObject({
      nickname: '已注销用户',
      city: '',
      bio: '',
      source: {},
      tags: [],
    })
    expect(await getMember(ctx(), stays)).toMatchObject({ nickname: '小满', city: '上海', tags: ['贵宾'] })
    const views = await database().db.selectFrom('saved_view').select('account_id').execute()
    expect(views.map((view) => view.account_id)).toEqual([other])
  })
})

describe('leaving with one of two accounts', () => {
  const closed = (accountId: string) =>
    memberEffects(declared)
      .effects.find(({ on }) => on.name === 'account.closed')!
      .run(ctx(), { props: { accountId }, occurredAt: new Date() } as never)
  const merged = async () => {
    const accounts = [await account('旧账号'), await account('常用账号')] as const
    const double = await join('旧档案', { accountId: accounts[0], city: '杭州' })
    const rest = await join('常用档案', { accountId: accounts[1], city: '上海' })
    await database().db.updateTable('member').set({ merged_into: rest }).where('id', '=', double).execute()
    await tagMembers(ctx(), { ids: [rest] }, ['常客'])
    return { accounts, double, rest }
  }

  test('that of a double: its own remains go and its account, the person who goes on keeps everything', async () => {
    const { accounts, double, rest } = await merged()
    for (const _ of ['once', 'again']) await closed(accounts[0])
    expect(await getMember(ctx(), double)).toMatchObject({
      nickname: '已注销用户',
      city: '',
      accountId: null,
    })
    expect(await getMember(ctx(), rest)).toMatchObject({
      nickname: '常用档案',
      city: '上海',
      tags: ['常客'],
      accountId: accounts[1],
    })
  })

  test('only who goes for good has left, and once for all his profiles', async () => {
    const left = async (...ids: string[]) =>
      (
        await database().pool.query<{ member_id: string }>(
          `select member_id from event_log where name = 'member.left' and member_id = any($1::bigint[])`,
          [ids],
        )
      ).rows.map((row) => row.member_id)
    const { accounts, double, rest } = await merged()
    await closed(accounts[0])
    expect(await left(double, rest)).toEqual([])
    await closed(accounts[1])
    expect(await left(double, rest)).toEqual([rest])
  })

  test('the last one that is open: everything goes', async () => {
    const { accounts, double, rest } = await merged()
    await database()
      .db.insertInto('account_closure')
      .values({ account_id: accounts[1], reason: '', closed_by: 'system:test' })
      .execute()
    await closed(accounts[0])
    for (const id of [double, rest])
      expect(await getMember(ctx(), id)).toMatchObject({ nickname: '已注销用户', city: '', tags: [] })
  })

  test('that of the profile that remains: its doubles go with it', async () => {
    const { accounts, double, rest } = await merged()
    await closed(accounts[1])
    for (const id of [double, rest])
      expect(await getMember(ctx(), id)).toMatchObject({ nickname: '已注销用户', city: '' })
  })
})

describe('a profile', () => {
  test('announces which fields changed, never what they say, and stays silent when none did', async () => {
    const id = await join('韩小禾')
    await editOwnProfile(ctx(), id, { nickname: '小禾', city: '上海', bio: '' })
    await editOwnProfile(ctx(), id, { nickname: '小禾' })
    const changed = (await facts('member.profile_changed')).filter((fact) => fact.member_id === id)
    expect(changed.map((fact) => fact.props)).toEqual([{ fields: ['nickname', 'city'] }])
    expect(await getMember(ctx(), id)).toMatchObject({ nickname: '小禾', city: '上海' })
  })

  test('keeps how somebody came the first time', async () => {
    const id = await join('许木')
    await keepFirstTouch(ctx(), id, { channel: 'weibo' })
    await keepFirstTouch(ctx(), id, { channel: 'search' })
    expect(await getMember(ctx(), id)).toMatchObject({ channel: 'weibo' })
  })

  test('notes a visit every five minutes at most', async () => {
    const id = await join('宋知意')
    const at = (minutes: number) => new Date(Date.UTC(2026, 10, 19, 1, minutes))
    for (const minutes of [0, 3, 6]) await noteSeen(ctx(at(minutes)), id)
    expect((await getMember(ctx(), id)).lastSeenAt).toEqual(at(6))
    await noteSeen(ctx(at(8)), id)
    expect((await getMember(ctx(), id)).lastSeenAt).toEqual(at(6))
  })
})

describe('finding', () => {
  test('finds names by a part, by one character, by a slip of the pen, in Chinese and in Latin letters', async () => {
    for (const name of ['山丘咖啡师', '山顶的云', '咖啡不加糖', 'Momo爱喝', 'momo2', '%百分_号'])
      await join(name)
    const names = async (q: string) =>
      (await findMembers(ctx(), { q }, { sort: 'joinedAt', after: undefined, limit: 50 })).items.map(
        (each) => each.nickname,
      )
    expect(await names('咖啡')).toEqual(['山丘咖啡师', '咖啡不加糖'])
    expect(await names('云')).toEqual(['山顶的云'])
    expect(await names('MOMO')).toEqual(['Momo爱喝', 'momo2'])
    expect(await names('山丘加啡师')).toEqual(['山丘咖啡师'])
    expect(await names('分_')).toEqual(['%百分_号'])
    expect(await names("'; drop table member; --")).toEqual([])
    expect(pairs('ab')).toEqual(['ab'])
  })

  test('narrows by tag, channel, joining and activity, all at once', async () => {
    const id = await join('青野', {
      source: { channel: 'store' },
      joinedAt: new Date('2026-05-01T00:00:00Z'),
    })
    await noteSeen(ctx(), id)
    await tagMembers(ctx(), { ids: [id] }, ['门店常客'])
    const wanted = {
      tag: '门店常客',
      channel: 'store',
      joinedFrom: '2026-05-01T00:00:00Z',
      joinedTo: '2026-05-02T00:00:00Z',
      activeWithinDays: 3,
    }
    expect(await countMembers(ctx(), wanted)).toBe(1)
    for (const narrower of [
      { ...wanted, tag: '没有' },
      { ...wanted, channel: 'search' },
      { ...wanted, joinedTo: '2026-05-01T00:00:00Z' },
    ])
      expect(await countMembers(ctx(), narrower)).toBe(0)
    expect(await countMembers(ctx(new Date('2026-12-19T00:00:00Z')), wanted)).toBe(0)
  })

  test.each(sorts)('gives every member exactly once over pages sorted by %s', async (sort: Sort) => {
    const seen: string[] = []
    let after: { value: string | null; id: string } | undefined
    do {
      const page = await findMembers(ctx(), {}, { sort, after, limit: 3 })
      seen.push(...page.items.map((each) => each.id))
      after = page.next ?? undefined
    } while (after)
    expect(seen).toHaveLength(await countMembers(ctx(), {}))
    expect(new Set(seen).size).toBe(seen.length)
  })
})

describe('tagging', () => {
  test('is announced for each member and written to the audit log once, and repeating it changes nothing', async () => {
    const ids = await Promise.all(['甲', '乙', '丙'].map((name) => join(name)))
    expect(await tagMembers(ctx(), { ids }, ['手冲', '拉花'])).toBe(6)
    expect(await tagMembers(ctx(), { ids }, ['手冲'])).toBe(0)
    expect(await untagMembers(ctx(), { ids: ids.slice(0, 1) }, ['手冲', '没有的'])).toBe(1)
    expect((await getMember(ctx(), ids[0]!)).tags).toEqual(['拉花'])
    const told = (await facts('member.tagged')).filter((fact) => ids.includes(fact.member_id ?? ''))
    expect(told).toHaveLength(6)
    const entries = await database()
      .db.selectFrom('audit_entry')
      .select(['action', 'detail'])
      .where('action', 'like', 'members.%')
      .execute()
    expect(entries.filter((entry) => entry.action === 'members.untagged')).toHaveLength(1)
  })

  test('takes everybody whom a filter names', async () => {
    const first = await join('筛选一')
    await join('筛选二')
    expect(await tagMembers(ctx(), { filter: { q: '筛选' } }, ['批量'])).toBe(2)
    expect((await getMember(ctx(), first)).tags).toEqual(['批量'])
  })

  test('records who did it and when', async () => {
    const id = await join('留痕')
    await tagMembers(ctx(), { ids: [id] }, ['留痕'])
    const row = await database()
      .db.selectFrom('member_tag')
      .selectAll()
      .where('member_id', '=', id)
      .executeTakeFirstOrThrow()
    expect(row).toMatchObject({ added_by: 'system:test', added_at: ctx().now })
  })
})

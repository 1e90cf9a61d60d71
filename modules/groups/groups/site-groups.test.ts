import { describe, expect, test } from 'vitest'
import type { Client } from '#test/client.ts'
import { useProduct } from '#test/product.ts'

const product = useProduct()
const owner = () => product().owner
let made = 0

async function group(more: object = {}): Promise<{ id: string; slug: string }> {
  const slug = `room-${++made}`
  const reply = await owner().post('/api/groups', {
    name: `手冲研究所 ${made}`,
    kind: 'interest',
    slug,
    ...more,
  })
  expect(reply.status, reply.text).toBe(201)
  return reply.body
}
const rules = {
  theme: '一支豆、一组参数',
  service: '两小时内有人回',
  forbidden: '买卖、引流',
  penalty: '再犯即禁言',
  rewarded: '精华 30 积分',
  returned: '月度之星送豆',
  welcome: '欢迎！先说说你用什么器具。',
}
const enter = async (client: Client, slug: string, body: object = { rulesVersion: null }) => {
  const reply = await client.post(`/api/site/groups/${slug}/membership`, body)
  expect(reply.status, reply.text).toBe(200)
  return reply.body
}
const page = async (client: Client, slug: string) => (await client.get(`/api/site/groups/${slug}`)).body
const idOf = async (client: Client): Promise<string> => (await client.get('/api/member')).body.id

describe('who may see a group', () => {
  test('strangers see public ones, find no unlisted ones, and learn nothing of private ones', async () => {
    const [open, hidden, secret] = [
      await group(),
      await group({ visibility: 'unlisted' }),
      await group({ visibility: 'private' }),
    ]
    const { nobody } = product()
    const listed = (await nobody.get('/api/site/groups')).body.items.map(
      (each: { slug: string }) => each.slug,
    )
    expect(listed).toContain(open.slug)
    expect(listed).not.toContain(hidden.slug)
    expect(listed).not.toContain(secret.slug)
    expect((await nobody.get(`/api/site/groups/${hidden.slug}`)).status).toBe(200)
    expect((await nobody.get(`/api/site/groups/${secret.slug}`)).body.code).toBe('group_not_found')
    const member = await product().member('阿澈')
    expect((await member.get(`/api/site/groups/${secret.slug}`)).status).toBe(404)
    expect((await member.get(`/api/site/groups/${secret.slug}/admission`)).status).toBe(404)
    expect(
      (await member.post(`/api/site/groups/${secret.slug}/membership`, { rulesVersion: null })).status,
    ).toBe(404)
  })

  test('a code opens the page and the door of a private group', async () => {
    const { id, slug } = await group({ visibility: 'private' })
    await owner().put(`/api/groups/${id}/admission`, { steps: [{ kind: 'invitation', settings: {} }] })
    const { code } = (await owner().post(`/api/groups/${id}/invitations`, { most: 1 })).body
    const member = await product().member('许木')
    expect((await member.get(`/api/site/group-invitations/${code.toLowerCase()}`)).body.slug).toBe(slug)
    expect((await member.get(`/api/site/groups/${slug}?code=${code}`)).status).toBe(200)
    expect(await enter(member, slug, { rulesVersion: null, code })).toMatchObject({ state: 'member' })
    expect((await member.get(`/api/site/groups/${slug}`)).status).toBe(200)
    expect((await (await product().member('小满')).get(`/api/site/groups/${slug}?code=${code}`)).status).toBe(
      404,
    )
  })

  test('names, faces and announcements of members are for members', async () => {
    const { id, slug } = await group()
    await enter(await product().member('韩小禾'), slug)
    await owner().post(`/api/groups/${id}/announcements`, { title: '内部安排', body: '只给成员看' })
    const outside = await product().member('宋知意')
    const seen = await outside.get(`/api/site/groups/${slug}`)
    expect(seen.text).not.toContain('韩小禾')
    expect((await outside.get(`/api/site/groups/${slug}/members`)).body.code).toBe('not_member')
    expect((await outside.get(`/api/site/groups/${slug}/announcements`)).body.code).toBe('not_member')
    expect((await outside.get(`/api/site/groups/${slug}/newcomers`)).body.code).toBe('not_member')
  })
})

describe('inside a group', () => {
  test('S3-41 S0-32 a newcomer is welcomed, finds his first steps, and the first human answer is kept', async () => {
    const { id, slug } = await group()
    await owner().post(`/api/groups/${id}/rules`, rules)
    await owner().post(`/api/groups/${id}/announcements`, {
      title: '先看这里',
      body: '参数帖模板',
      mustRead: true,
    })
    const [host, fresh] = [await product().member('阿澈'), await product().member('新来的')]
    await enter(host, slug, { rulesVersion: 1 })
    await enter(fresh, slug, { rulesVersion: 1 })

    const steps = async () => (await fresh.get(`/api/site/groups/${slug}/first-steps`)).body
    const done = async () =>
      (await steps()).steps
        .filter((step: { done: boolean }) => step.done)
        .map((step: { kind: string }) => step.kind)
    expect((await steps()).welcome).toBe(rules.welcome)
    expect(await done()).toEqual(['rules'])

    const unanswered = async () =>
      (await owner().get(`/api/group-newcomers?group=${id}&answered=no`)).body.total
    expect(await unanswered()).toBe(2)
    await fresh.patch(`/api/site/groups/${slug}/membership`, {
      cardName: '杭州-设计-小新',
      introduction: '刚买了第一台手摇磨',
    })
    const { items } = (await host.get(`/api/site/groups/${slug}/newcomers`)).body
    const him = items.find((each: { name: string }) => each.name === '杭州-设计-小新')
    const greeted = await host.post(`/api/site/groups/${slug}/newcomers/${him.membershipId}/greeting`, {
      words: '欢迎！',
    })
    expect(greeted.body).toMatchObject({
      greetedByYou: true,
      greetingCount: 1,
      greetings: [{ words: '欢迎！' }],
    })
    expect(await unanswered()).toBe(1)
    const own = items.find((each: { isYou: boolean }) => each.isYou).membershipId
    expect(
      (await host.post(`/api/site/groups/${slug}/newcomers/${own}/greeting`, { words: '我好' })).body.code,
    ).toBe('cannot_greet_oneself')

    const notice = (await fresh.get(`/api/site/groups/${slug}/announcements`)).body.items[0]
    expect(notice).toMatchObject({ mustRead: true, readByYou: false })
    expect(await done()).toEqual(['rules', 'introduce', 'card'])
    await fresh.put(`/api/site/groups/${slug}/announcements/${notice.id}/receipt`)
    await fresh.post(`/api/site/groups/${slug}/newcomers/${own}/greeting`, { words: '一起玩' })
    expect(await done()).toEqual(['rules', 'introduce', 'greet', 'card', 'announcements'])
    const report = (await owner().get(`/api/groups/${id}/announcements`)).body.items[0]
    expect(report).toMatchObject({ read: 1, members: 2 })
    const missing = await owner().get(`/api/group-announcements/${notice.id}/receipts?read=no`)
    expect(missing.body.items.map((each: { nickname: string }) => each.nickname)).toEqual(['阿澈'])
  })

  test('a changed must-read announcement is unread again; the same words are not', async () => {
    const { id, slug } = await group()
    const reader = await product().member('阿澈')
    await enter(reader, slug)
    const { id: notice } = (
      await owner().post(`/api/groups/${id}/announcements`, { title: '一', body: '二', mustRead: true })
    ).body
    await reader.put(`/api/site/groups/${slug}/announcements/${notice}/receipt`)
    const unread = async () => (await page(reader, slug)).unread
    await owner().patch(`/api/group-announcements/${notice}`, { pinned: true, title: '一' })
    expect(await unread()).toBe(0)
    await owner().patch(`/api/group-announcements/${notice}`, { body: '三' })
    expect(await unread()).toBe(1)
  })

  test('new rules are asked of members only when they shall be', async () => {
    const { id, slug } = await group()
    await owner().post(`/api/groups/${id}/rules`, rules)
    const member = await product().member('阿澈')
    await enter(member, slug, { rulesVersion: 1 })
    await owner().post(`/api/groups/${id}/rules`, { ...rules, theme: '改了个字' })
    expect((await page(member, slug)).you.rulesToAgree).toBe(false)
    await owner().post(`/api/groups/${id}/rules`, { ...rules, theme: '换了主题', consentAgain: true })
    expect((await page(member, slug)).you.rulesToAgree).toBe(true)
    await member.put(`/api/site/groups/${slug}/rules-consent`, { version: 3 })
    expect((await page(member, slug)).you.rulesToAgree).toBe(false)
    const versions = (await owner().get(`/api/groups/${id}/rules`)).body.items
    expect(versions.map((each: { version: number; agreed: number }) => [each.version, each.agreed])).toEqual([
      [3, 1],
      [2, 0],
      [1, 1],
    ])
  })

  test('T1 what one may do on a board depends on role, tier and standing', async () => {
    const { id, slug } = await group()
    const tiers = (await owner().get('/api/group-tiers')).body.items
    const postedBy = (grant: object) => ({
      see: [{ who: 'members' }],
      post: [grant],
      reply: [{ who: 'members' }],
      react: [],
    })
    const saved = await owner().put(`/api/groups/${id}/boards`, {
      boards: [
        { name: '公开', permissions: { ...postedBy({ who: 'members' }), see: [{ who: 'anyone' }] } },
        { name: '大咖说', permissions: postedBy({ who: 'role', role: 'expert' }) },
        { name: '核心', permissions: postedBy({ who: 'tier', tierId: tiers[2].id }) },
        { name: '告示', permissions: { see: [{ who: 'members' }], post: [], reply: [], react: [] } },
      ],
    })
    expect(saved.status, saved.text).toBe(200)
    const may = async (client: Client) =>
      Object.fromEntries(
        (await page(client, slug)).boards.map((board: { name: string; may: string[] }) => [
          board.name,
          board.may.join(),
        ]),
      )
    expect(await may(product().nobody)).toEqual({ 公开: 'see', 大咖说: '', 核心: '', 告示: '' })
    const member = await product().member('阿澈')
    await enter(member, slug)
    expect(await may(member)).toEqual({
      公开: 'see,post,reply',
      大咖说: 'see,reply',
      核心: 'see,reply',
      告示: 'see',
    })
    const [stay] = (await owner().get(`/api/groups/${id}/members`)).body.items
    await owner().patch(`/api/group-memberships/${stay.id}`, { role: 'expert' })
    expect((await may(member)).大咖说).toBe('see,post,reply')
    await product().database.pool.query(
      `insert into tier_holding (member_id, tier_id, since, by) values ($1, $2, now(), 'test')`,
      [await idOf(member), tiers[2].id],
    )
    expect((await may(member)).核心).toBe('see,post,reply')
    await owner().patch(`/api/group-memberships/${stay.id}`, { role: 'moderator' })
    expect((await may(member)).告示).toBe('see,post,reply,react')
    // Two boards change names, one goes; nothing is lost on the way.
    const [a, b] = saved.body.items
    const again = await owner().put(`/api/groups/${id}/boards`, {
      boards: [
        { ...b, name: a.name },
        { ...a, name: b.name },
      ],
    })
    expect(again.body.items.map((each: { id: string; name: string }) => [each.id, each.name])).toEqual([
      [b.id, a.name],
      [a.id, b.name],
    ])
  })

  test('one leaves and comes back under the same number; the only owner stays until there is another', async () => {
    const { id, slug } = await group()
    const [first, second] = [await product().member('阿澈'), await product().member('韩小禾')]
    await owner().post(`/api/groups/${id}/members`, { memberIds: [await idOf(first)], role: 'owner' })
    await enter(second, slug)
    expect((await first.delete(`/api/site/groups/${slug}/membership`)).body.code).toBe('last_owner')
    expect((await second.delete(`/api/site/groups/${slug}/membership`)).status).toBe(204)
    expect((await owner().get(`/api/groups/${id}`)).body.memberCount).toBe(1)
    await enter(second, slug)
    expect((await page(second, slug)).you.number).toBe(2)
    const stays = (await owner().get(`/api/members/${await idOf(second)}/groups`)).body.items
    expect(
      stays
        .filter((stay: { group: { slug: string } }) => stay.group.slug === slug)
        .map((stay: { leftHow: string | null }) => stay.leftHow),
    ).toEqual([null, 'left'])
    expect((await first.delete(`/api/site/groups/${slug}/membership`)).body.code).toBe('last_owner')
    await first.get('/api/member/groups')
  })

  test('an archived group takes nobody and changes nothing, and may open again', async () => {
    const { id, slug } = await group()
    await owner().put(`/api/groups/${id}/archive`, { reason: '冬天歇一歇' })
    const member = await product().member('阿澈')
    expect((await member.get(`/api/site/groups/${slug}`)).status).toBe(404)
    expect((await owner().patch(`/api/groups/${id}`, { summary: '改' })).body.code).toBe('group_archived')
    await owner().delete(`/api/groups/${id}/archive`)
    await enter(member, slug)
  })

  test('the capacity cannot be made smaller than the group, and addresses are not shared', async () => {
    const { id, slug } = await group({ capacity: 5 })
    const people = await Promise.all(
      ['阿澈', '许木', '韩小禾'].map(async (name) => idOf(await product().member(name))),
    )
    expect((await owner().post(`/api/groups/${id}/members`, { memberIds: people })).body).toEqual({
      added: 3,
      already: 0,
      full: 0,
    })
    expect((await owner().patch(`/api/groups/${id}`, { capacity: 2 })).body.code).toBe('capacity_too_small')
    const other = await group()
    expect((await owner().patch(`/api/groups/${other.id}`, { slug })).body.code).toBe('slug_taken')
    expect((await owner().post('/api/groups', { name: '又一个', kind: 'interest', slug })).body.code).toBe(
      'slug_taken',
    )
  })
})

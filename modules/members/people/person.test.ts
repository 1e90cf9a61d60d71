/** One person: contact points, notes, owner, tags and their sources, the whole path, and what merging and leaving move. */
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import type { Actor, Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import type { PersonalData } from '#base/declarations/personal.ts'
import type { Problem } from '#base/http/problem.ts'
import { deriveSecrets } from '#base/secrets.ts'
import { testCtx, useDatabase } from '#test/database.ts'
import { contactKey, readContact } from '../contacts/contact.ts'
import {
  addContact,
  checkContact,
  findContactHolders,
  findContacts,
  removeContact,
  revealContact,
} from '../contacts/contacts.ts'
import { fieldWords } from '../fields/field.ts'
import { addField } from '../fields/fields.ts'
import { setFieldValues } from '../fields/set-values.ts'
import { changeNote, findNotes, noteMember, removeNote } from '../notes/notes.ts'
import { findOwners, handOverMembers, setOwner } from '../owners/owners.ts'
import { membersPersonal } from '../privacy/members.personal.ts'
import { describeTag, findTagsOf, refuseTag, saveTagGroup } from '../tags/groups.ts'
import { findTags, tagMembers, untagMembers } from '../tags/tagging.ts'
import { openVault } from '../vault.ts'
import { findMembers, getMember } from './members.sql.ts'
import { eraseProfile, joinCommunity } from './members.ts'
import { findTimeline, findTimelineNames } from './timeline.ts'
import { understandFilter } from './understand-filter.ts'

const database = useDatabase()
const vault = openVault(deriveSecrets('p'.repeat(43)))
const filters = { vault, declared: { memberSets: () => [] } }
const ctx = (actor?: Actor, now?: Date): Ctx => testCtx(database(), actor, now)
const join = (nickname: string) => joinCommunity(ctx(), { accountId: null, nickname })
const byOperator = { source: 'operator' } as const

async function colleague(name: string, ...permissions: string[]) {
  const { db } = database()
  const { id } = await db
    .insertInto('account')
    .values({ name, email: `${crypto.randomUUID()}@example.com` })
    .returning('id')
    .executeTakeFirstOrThrow()
  await sql`insert into operator (account_id, role_id) select ${id}, id from operator_role where key = 'operator'`.execute(
    db,
  )
  const actor: Actor = {
    kind: 'account',
    accountId: id,
    sessionId: '1',
    name,
    suspended: false,
    operator: { role: 'operator', permissions: new Set(['members.read', 'members.edit', ...permissions]) },
  }
  return { id, actor, ctx: ctx(actor) }
}
const codeOf = async (work: Promise<unknown>) =>
  await work.then(
    () => 'done',
    (problem: Problem) => problem.code,
  )
const audited = async (action: string, memberId: Id) =>
  await database()
    .db.selectFrom('audit_entry')
    .select(['actor_name', 'detail'])
    .where('action', '=', action)
    .where('object_id', '=', memberId)
    .orderBy('id')
    .execute()

describe('contact points', () => {
  test('T28 one spelling for each, whoever writes it, and one person each', async () => {
    const [first, second] = [await join('阿澈'), await join('小满')]
    await addContact(ctx(), vault, first, { kind: 'phone', value: '138 1234 0001' }, byOperator)
    await addContact(ctx(), vault, first, { kind: 'phone', value: '+86-13812340001' }, byOperator)
    expect(await findContacts(ctx(), [first])).toMatchObject([{ kind: 'phone', masked: '138****0001' }])
    const taken = await addContact(
      ctx(),
      vault,
      second,
      { kind: 'phone', value: '86 13812340001' },
      byOperator,
    ).then(
      () => undefined,
      (problem: Problem) => problem,
    )
    expect([taken?.code, taken?.options.values]).toEqual(['contact_taken', { name: '阿澈' }])
    await addContact(
      ctx(),
      vault,
      second,
      { kind: 'external', system: 'crm', value: '13812340001' },
      byOperator,
    )
    expect(
      await codeOf(addContact(ctx(), vault, second, { kind: 'email', value: 'nobody' }, byOperator)),
    ).toBe('contact_invalid')
    const phone = readContact({ kind: 'phone', value: '13812340001' })!
    expect(await findContactHolders(ctx(), vault, [phone])).toEqual(new Map([[contactKey(phone), first]]))
  })

  test('L-15 lie sealed, are masked for everyone, and who looks is written down', async () => {
    const id = await join('许木')
    const team = await colleague('老周', 'members.contacts')
    const { id: contactId } = await addContact(
      team.ctx,
      vault,
      id,
      { kind: 'email', value: 'xumu.private@example.com' },
      byOperator,
    )
    const { rows } = await database().pool.query<{ dump: string }>(
      `select row_to_json(c)::text as dump from member_contact c union all
       select row_to_json(e)::text from event_log e union all select row_to_json(a)::text from audit_entry a`,
    )
    expect(rows.filter(({ dump }) => dump.includes('xumu.private'))).toEqual([])
    expect(await audited('member.contact_revealed', id)).toEqual([])
    expect(await revealContact(team.ctx, vault, id, contactId)).toBe('xumu.private@example.com')
    expect(await audited('member.contact_revealed', id)).toEqual([
      { actor_name: '老周', detail: { contact: 'x***@example.com', of: 'email' } },
    ])
    expect((await checkContact(team.ctx, id, contactId, true)).verifiedAt).toEqual(ctx().now)
    await removeContact(team.ctx, id, contactId)
    expect(await findContacts(ctx(), [id])).toEqual([])
    expect(await codeOf(removeContact(team.ctx, await join('别人'), contactId))).toBe('contact_not_found')
  })

  test('two who write the same number at once end as one', async () => {
    const ids = await Promise.all([1, 2, 3, 4].map((n) => join(`同号${n}`)))
    const codes = await Promise.all(
      ids.map((id) =>
        codeOf(addContact(ctx(), vault, id, { kind: 'phone', value: '13900001111' }, byOperator)),
      ),
    )
    expect(codes.sort()).toEqual(['contact_taken', 'contact_taken', 'contact_taken', 'done'])
  })
})

describe('notes', () => {
  test('are read by the team, rewritten by their author, pinned by anybody', async () => {
    const id = await join('宋知意')
    const [author, other] = [await colleague('陈朗'), await colleague('唐果')]
    const first = await noteMember(author.ctx, id, { body: '喜欢 90°C 的水' })
    await noteMember(other.ctx, id, { body: '想学拉花' })
    expect(await codeOf(changeNote(other.ctx, id, first.id, { body: '改了' }))).toBe('note_not_yours')
    await changeNote(other.ctx, id, first.id, { pinned: true })
    await changeNote(author.ctx, id, first.id, { body: '喜欢 92°C 的水' })
    const page = await findNotes(ctx(), id, { after: undefined, limit: 1 })
    expect(page.items).toMatchObject([
      { body: '喜欢 92°C 的水', pinned: true, authorName: '陈朗', editedAt: ctx().now },
    ])
    expect((await findNotes(ctx(), id, { after: page.next!, limit: 5 })).items).toMatchObject([
      { body: '想学拉花' },
    ])
    expect(await codeOf(removeNote(other.ctx, id, first.id))).toBe('note_not_yours')
    expect(await codeOf(removeNote(author.ctx, await join('不是他'), first.id))).toBe('note_not_found')
    await removeNote(author.ctx, id, first.id)
    // The log tells that there was a note, never what it said.
    const { rows } = await sql<{
      props: object
    }>`select props from event_log where member_id = ${id} and name = 'member.noted' order by seq`.execute(
      database().db,
    )
    expect(rows.map((row) => Object.keys(row.props).sort())).toEqual(rows.map(() => ['change', 'noteId']))
  })
})

describe('owners', () => {
  test('look after members one at a time; who did before stays known, and leaving hands all over', async () => {
    const ids = await Promise.all(['甲', '乙', '丙'].map(join))
    const [first, second] = [await colleague('何川'), await colleague('程白')]
    expect(await setOwner(first.ctx, ids, first.id)).toBe(3)
    expect(await setOwner(first.ctx, ids, first.id)).toBe(0)
    expect(await setOwner(first.ctx, ids.slice(0, 1), second.id)).toBe(1)
    expect(await handOverMembers(first.ctx, first.id, second.id)).toBe(2)
    expect([...(await findOwners(ctx(), ids)).values()].map((owner) => owner.name)).toEqual([
      '程白',
      '程白',
      '程白',
    ])
    expect(await setOwner(first.ctx, ids.slice(0, 1), null)).toBe(1)
    const rows = await database()
      .db.selectFrom('member_owner')
      .select('ended_at')
      .where('member_id', '=', ids[0]!)
      .execute()
    expect(rows.map((row) => row.ended_at !== null)).toEqual([true, true])
    const somebody = await database()
      .db.insertInto('account')
      .values({ name: '路人', email: 'passer@example.com' })
      .returning('id')
      .executeTakeFirstOrThrow()
    expect(await codeOf(setOwner(first.ctx, ids, somebody.id))).toBe('owner_not_operator')
  })
})

describe('tags', () => {
  test('say where they come from; a rule takes back only what it gave', async () => {
    const [hand, rule] = [await join('手'), await join('规则')]
    const byRule = { source: 'rule', sourceId: '7' } as const
    await tagMembers(ctx(), { ids: [hand] }, ['沉默'])
    expect(await tagMembers(ctx(), { ids: [hand, rule] }, ['沉默'], byRule)).toBe(1)
    expect(await findTagsOf(ctx(), rule)).toMatchObject([{ name: '沉默', source: 'rule', sourceId: '7' }])
    expect((await findTags(ctx())).find((tag) => tag.name === '沉默')).toMatchObject({
      members: 2,
      byRule: 1,
    })
    expect(await untagMembers(ctx(), { ids: [hand, rule] }, ['沉默'], byRule)).toBe(1)
    expect(await findTagsOf(ctx(), hand)).toMatchObject([{ name: '沉默', source: 'operator' }])
    // What a person confirms by hand is no longer the rule's.
    await tagMembers(ctx(), { ids: [rule] }, ['沉默'], byRule)
    expect(await tagMembers(ctx(), { ids: [rule] }, ['沉默'])).toBe(0)
    expect(await untagMembers(ctx(), { ids: [rule] }, ['沉默'], byRule)).toBe(0)
  })

  test('L-08 a tag that a member deletes is never given again', async () => {
    const id = await join('不要标签')
    await tagMembers(ctx(), { ids: [id] }, ['价格敏感', '手冲'])
    const tag = (await findTagsOf(ctx(), id)).find((each) => each.name === '价格敏感')!
    await refuseTag(ctx(), id, tag.id)
    expect(await tagMembers(ctx(), { ids: [id] }, ['价格敏感'], { source: 'rule', sourceId: '1' })).toBe(0)
    expect(await tagMembers(ctx(), { ids: [id] }, ['价格敏感'])).toBe(0)
    expect((await getMember(ctx(), id)).tags).toEqual(['手冲'])
  })

  test('of an exclusive group one stays', async () => {
    const id = await join('口味')
    const group = await saveTagGroup(ctx(), undefined, { name: '烘焙度', exclusive: true })
    await tagMembers(ctx(), { ids: [id] }, ['浅烘', '手冲'])
    await tagMembers(ctx(), { ids: [await join('另')] }, ['深烘'])
    for (const tag of await findTags(ctx()))
      if (['浅烘', '深烘'].includes(tag.name)) await describeTag(ctx(), tag.id, { groupId: group.id })
    await tagMembers(ctx(), { ids: [id] }, ['深烘'])
    expect((await getMember(ctx(), id)).tags).toEqual(['手冲', '深烘'])
    expect(await codeOf(saveTagGroup(ctx(), undefined, { name: '烘焙度', exclusive: false }))).toBe(
      'tag_group_name_taken',
    )
  })
})

describe('filters', () => {
  test('find by owner, field, contact point and id, and refuse what one may not ask', async () => {
    const team = await colleague('筛选员', 'members.contacts')
    const [first, second] = [await join('筛甲'), await join('筛乙')]
    const words = fieldWords.parse({ label: '年消费' })
    await addField(ctx(), { key: 'spend', type: 'money', ...words })
    await addField(ctx(), { key: 'place', type: 'region', ...words })
    await addField(ctx(), { key: 'secret', type: 'text', ...words, seenBy: ['analyst'] })
    await setFieldValues(ctx(), vault, first, { spend: 50_000, place: ['浙江', '杭州'] }, byOperator)
    await setFieldValues(ctx(), vault, second, { spend: 9_900, secret: 'x' }, byOperator)
    await setOwner(team.ctx, [first], team.id)
    await addContact(
      ctx(),
      vault,
      second,
      { kind: 'external', system: 'youzan', value: 'YZ-0001' },
      byOperator,
    )
    const find = async (given: object, as = team.ctx) => {
      const filter = await understandFilter(as, filters, given)
      const { items } = await findMembers(as, filter, { sort: 'joinedAt', after: undefined, limit: 50 })
      return items.map((member) => member.nickname).filter((name) => name.startsWith('筛'))
    }
    expect(await find({ owner: 'me' })).toEqual(['筛甲'])
    expect(await find({ owner: team.id })).toEqual(['筛甲'])
    expect(await find({ owner: 'none' })).toEqual(['筛乙'])
    expect(await find({ field: 'spend:100..' })).toEqual(['筛甲'])
    expect(await find({ field: 'spend:..99' })).toEqual(['筛乙'])
    expect(await find({ field: 'place:杭州' })).toEqual(['筛甲'])
    expect(await find({ field: 'place:浙江|spend:*' })).toEqual(['筛甲'])
    expect(await find({ field: 'place:-' })).toEqual(['筛乙'])
    expect(await find({ ids: `${second}` })).toEqual(['筛乙'])
    expect(await find({ q: 'YZ-0001' })).toEqual(['筛乙'])
    // Without the right a contact point is only a name that nobody has.
    expect(await find({ q: 'YZ-0001' }, (await colleague('看客')).ctx)).toEqual([])
    expect(await codeOf(find({ field: 'secret:x' }))).toBe('filter_unknown')
    expect(await codeOf(find({ field: 'nothing:x' }))).toBe('filter_unknown')
    expect(await codeOf(find({ segment: '1' }))).toBe('filter_unknown')
  })
})

test('T28 the path shows what the browser did before its owner signed in, page by page, once', async () => {
  const id = await join('早就来过')
  const { db } = database()
  const at = (minute: number) => new Date(Date.UTC(2026, 10, 18, 8, minute))
  const log = (name: string, minute: number, memberId: Id | null, anonymousId: string | null) =>
    sql`insert into event_log (name, source, occurred_at, member_id, anonymous_id)
        values (${name}, 'track', ${at(minute)}, ${memberId}, ${anonymousId})`.execute(db)
  for (let minute = 0; minute < 30; minute++)
    await log('page_view', minute, minute < 20 ? null : id, 'browser-a')
  await log('page_view', 5, null, 'browser-of-somebody-else')
  await sql`insert into identity_link (anonymous_id, member_id, linked_at, proof)
            values ('browser-a', ${id}, ${at(20)}, 'session')`.execute(db)
  const seen: { id: string; earlier: boolean }[] = []
  let after: Awaited<ReturnType<typeof findTimeline>>['next'] | undefined
  do {
    const page = await findTimeline(ctx(), id, { kind: 'behaviour', after: after ?? undefined, limit: 7 })
    seen.push(...page.items)
    after = page.next
  } while (after)
  expect([seen.length, new Set(seen.map((each) => each.id)).size]).toEqual([30, 30])
  expect(seen.map((each) => each.earlier)).toEqual([...Array(10).fill(false), ...Array(20).fill(true)])
  const facts = await findTimeline(ctx(), id, { kind: 'facts', after: undefined, limit: 50 })
  expect(facts.items.map((each) => each.name)).toEqual(['member.joined'])
  const before = await findTimeline(ctx(), id, {
    names: ['page_view'],
    before: at(3),
    after: undefined,
    limit: 50,
  })
  expect(before.items).toHaveLength(3)
  expect(await findTimelineNames(ctx(), id)).toEqual([
    { name: 'page_view', count: 10 },
    { name: 'member.joined', count: 1 },
  ])
})

describe('personal data', () => {
  const personal = membersPersonal(vault)
  const mergeAll = async (from: Id, into: Id) => {
    const moved: [PersonalData, Readonly<Record<string, unknown>>][] = []
    for (const data of personal)
      moved.push([data, JSON.parse(JSON.stringify(await data.merge(ctx(), from, into)))])
    return moved
  }
  const everything = async (id: Id) =>
    JSON.stringify(
      await Promise.all(
        personal.filter((data) => data.name !== 'members.trail').map((data) => data.copy(ctx(), id)),
      ),
    )

  async function person(nickname: string, phone: string) {
    const id = await join(nickname)
    await addContact(ctx(), vault, id, { kind: 'phone', value: phone }, byOperator)
    await noteMember(ctx(), id, { body: `${nickname}的备注` })
    await tagMembers(ctx(), { ids: [id] }, ['共有', nickname])
    await setFieldValues(ctx(), vault, id, { spend: Number(phone.slice(-4)), place: ['浙江'] }, byOperator)
    return id
  }

  test('goes to the member that remains when doubles are merged, and comes back whole', async () => {
    const [double, rest] = [await person('双份', '13500000001'), await person('留下', '13500000002')]
    const [wasDouble, wasRest] = [await everything(double), await everything(rest)]
    const moved = await mergeAll(double, rest)
    expect((await findContacts(ctx(), [rest])).map((each) => each.masked)).toEqual([
      '135****0001',
      '135****0002',
    ])
    expect((await getMember(ctx(), rest)).tags).toEqual(['共有', '双份', '留下'].sort())
    expect((await findNotes(ctx(), rest, { after: undefined, limit: 9 })).items).toHaveLength(2)
    for (const [data, kept] of moved.toReversed()) await data.unmerge(ctx(), double, rest, kept)
    expect([await everything(double), await everything(rest)]).toEqual([wasDouble, wasRest])
  })

  test('G33 nothing of it is left after the end of an account, and of nobody else anything is gone', async () => {
    const [gone, stays] = [await person('要走的人', '13500000003'), await person('留下的人', '13500000004')]
    const before = await everything(stays)
    expect(await everything(gone)).toContain('+8613500000003')
    for (const _ of ['once', 'again']) for (const data of personal) await data.erase(ctx(), gone)
    const left = await everything(gone)
    for (const canary of ['要走的人', '13500000003', '共有', '浙江']) expect(left).not.toContain(canary)
    expect(await everything(stays)).toBe(before)
    await eraseProfile(ctx(), gone)
  })

  test('every table of members that refers to a member is declared once', async () => {
    const declared = personal.flatMap((data) => data.tables)
    expect(declared).toEqual([...new Set(declared)])
    for (const table of [
      'member_field_value',
      'member_contact',
      'member_note',
      'member_owner',
      'member_tag',
      'tag_refusal',
      'member_copy',
      'saved_view',
    ])
      expect(declared).toContain(table)
  })
})

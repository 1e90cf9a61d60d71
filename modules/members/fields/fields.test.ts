/** Fields that a community defines: what they take, who sees and writes them, what is sealed. */
import { describe, expect, test } from 'vitest'
import type { Actor } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import type { Problem } from '#base/http/problem.ts'
import { deriveSecrets } from '#base/secrets.ts'
import { testCtx, useDatabase } from '#test/database.ts'
import { memberFields } from '../people/member-fields.ts'
import { joinCommunity } from '../people/members.ts'
import { openVault } from '../vault.ts'
import { canSeeField, fieldWords, type MemberFieldType } from './field.ts'
import { addField, archiveField, changeField, findFields, orderFields } from './fields.ts'
import { revealField } from './reveal.ts'
import { setFieldValues, writeValues } from './set-values.ts'
import { findValues, openValue } from './values.sql.ts'

const database = useDatabase()
const vault = openVault(deriveSecrets('k'.repeat(43)))
const ctx = (actor?: Actor): Ctx => testCtx(database(), actor)
const operator = (role: string, ...permissions: string[]): Actor => ({
  kind: 'account',
  accountId: '1',
  sessionId: '1',
  name: role,
  suspended: false,
  operator: { role, permissions: new Set(['members.read', 'members.edit', ...permissions]) },
})

let made = 0
const field = (type: MemberFieldType, more: object = {}) =>
  addField(ctx(), {
    key: `f${made++}`,
    type,
    ...fieldWords.parse({
      label: `字段 ${made}`,
      options: type.startsWith('choice')
        ? [
            { value: 'light', label: '浅烘' },
            { value: 'dark', label: '深烘' },
          ]
        : [],
      ...more,
    }),
  })
const somebody = async (agrees?: boolean) => {
  const { db, pool } = database()
  const { id: accountId } = await db
    .insertInto('account')
    .values({ name: '某人', email: `${crypto.randomUUID()}@example.com` })
    .returning('id')
    .executeTakeFirstOrThrow()
  if (agrees !== undefined) {
    await pool.query(
      `insert into policy (code, version, body_zh, body_en, text_hash, published_at, published_by)
       values ('privacy', 1, '一', 'one', 'x', now(), 'system:test') on conflict do nothing`,
    )
    await pool.query(
      `insert into consent_entry (account_id, purpose, granted, policy_code, policy_version, text_hash, channel, at)
       values ($1, 'sensitive', $2, 'privacy', 1, 'x', 'web', now())`,
      [accountId, agrees],
    )
  }
  return await joinCommunity(ctx(), { accountId, nickname: '某人' })
}
const codeOf = async (work: Promise<unknown>) =>
  await work.then(
    () => 'done',
    (problem: Problem) => problem.code,
  )
const facts = async (memberId: string) =>
  (
    await database()
      .db.selectFrom('event_log')
      .select(['name', 'props'])
      .where('member_id', '=', memberId)
      .where('name', 'like', 'member.fields%')
      .orderBy('seq')
      .execute()
  ).map((row) => row.props)

describe('a field', () => {
  test('T28 each type takes what it says, empties with null, and refuses the rest by name', async () => {
    const memberId = await somebody()
    const right: [MemberFieldType, unknown, unknown][] = [
      ['text', '  每天一杯\r\n手冲 ', '每天一杯\n手冲'],
      ['number', 12.5, 12.5],
      ['choice', 'light', 'light'],
      ['choices', ['dark', 'light', 'dark'], ['light', 'dark']],
      ['date', '2026-11-19T09:41:00+08:00', '2026-11-19T01:41:00.000Z'],
      ['day', '1992-02-29', '1992-02-29'],
      ['region', ['浙江', '杭州'], ['浙江', '杭州']],
      ['money', 12_800, 12_800],
      ['flag', false, false],
    ]
    const wrong: Record<MemberFieldType, unknown> = {
      text: '长'.repeat(501),
      number: '12',
      choice: 'medium',
      choices: ['light', 'medium'],
      date: '昨天',
      day: '1991-02-29',
      region: ['浙江', '成都'],
      money: 12.5,
      flag: '是',
    }
    for (const [type, given, kept] of right) {
      const { key, id } = await field(type)
      expect(await setFieldValues(ctx(), vault, memberId, { [key]: given }, { source: 'operator' })).toEqual([
        key,
      ])
      const held = (await findValues(ctx(), [memberId])).find((each) => each.fieldId === id)!
      expect([type, held.value, held.source, held.setBy]).toEqual([type, kept, 'operator', 'system:test'])
      const refused = await setFieldValues(
        ctx(),
        vault,
        memberId,
        { [key]: wrong[type] },
        { source: 'operator' },
      ).then(
        () => undefined,
        (problem: Problem) => problem,
      )
      expect([type, refused?.code, refused?.options.fields?.[0]?.path]).toEqual([
        type,
        'field_refused',
        `body.values.${key}`,
      ])
      expect(await setFieldValues(ctx(), vault, memberId, { [key]: null }, { source: 'operator' })).toEqual([
        key,
      ])
      expect((await findValues(ctx(), [memberId])).filter((each) => each.fieldId === id)).toEqual([])
    }
  })

  test('keeps who said it, and stays silent when nothing is new', async () => {
    const { key } = await field('number')
    const memberId = await somebody()
    await setFieldValues(ctx(), vault, memberId, { [key]: 3 }, { source: 'import', sourceId: '7' })
    expect(await setFieldValues(ctx(), vault, memberId, { [key]: 3 }, { source: 'operator' })).toEqual([])
    const [held] = await findValues(ctx(), [memberId])
    expect(held).toMatchObject({ value: 3, source: 'import', sourceId: '7' })
    expect(await facts(memberId)).toEqual([{ fields: [key], source: 'import' }])
  })

  test('L-03 members cannot be made to give what is not necessary', async () => {
    expect(await codeOf(field('text', { required: true, memberAccess: 'edit' }))).toBe('field_not_necessary')
    const needed = await field('text', { required: true, necessary: true, memberAccess: 'edit' })
    const memberId = await somebody()
    expect(
      await codeOf(setFieldValues(ctx(), vault, memberId, { [needed.key]: '' }, { source: 'member' })),
    ).toBe('field_refused')
    const free = await field('text', { memberAccess: 'edit' })
    expect(
      await codeOf(setFieldValues(ctx(), vault, memberId, { [free.key]: '' }, { source: 'member' })),
    ).toBe('done')
  })

  test('members write only what they may edit, and learn of no other field', async () => {
    const memberId = await somebody()
    const [own, seen, hidden] = [
      await field('flag', { memberAccess: 'edit' }),
      await field('flag', { memberAccess: 'see' }),
      await field('flag'),
    ]
    const write = (key: string) =>
      codeOf(setFieldValues(ctx(), vault, memberId, { [key]: true }, { source: 'member' }))
    expect([
      await write(own.key),
      await write(seen.key),
      await write(hidden.key),
      await write('no_such'),
    ]).toEqual(['done', 'field_not_found', 'field_not_found', 'field_not_found'])
  })

  test('G33 roles see and write only the fields that are theirs', async () => {
    const memberId = await somebody()
    const finance = await field('money', { seenBy: ['analyst', 'support'], editedBy: ['support'] })
    const write = (role: string) =>
      codeOf(
        setFieldValues(ctx(operator(role)), vault, memberId, { [finance.key]: 100 }, { source: 'operator' }),
      )
    expect([
      await write('support'),
      await write('analyst'),
      await write('moderator'),
      await write('owner'),
    ]).toEqual(['done', 'field_not_yours', 'field_not_yours', 'done'])
    expect(
      ['support', 'analyst', 'moderator', 'owner'].map((role) => canSeeField(operator(role), finance)),
    ).toEqual([true, true, false, true])
    const key: Actor = { kind: 'apiKey', keyId: '1', name: 'k', scopes: new Set(['members.read']) }
    expect([canSeeField(key, finance), canSeeField(key, await field('text'))]).toEqual([false, true])
  })

  test('is ordered, changed and archived by whoever defines fields; options that are gone stay readable', async () => {
    const taste = await field('choice')
    const memberId = await somebody()
    await setFieldValues(ctx(), vault, memberId, { [taste.key]: 'dark' }, { source: 'operator' })
    await changeField(
      ctx(),
      taste.id,
      fieldWords.parse({ label: '口味', options: [{ value: 'light', label: '浅' }] }),
    )
    expect((await findValues(ctx(), [memberId]))[0]?.value).toBe('dark')
    const ids = (await findFields(ctx())).map((each) => each.id)
    await orderFields(ctx(), [taste.id])
    expect((await findFields(ctx())).map((each) => each.id)).toEqual([
      taste.id,
      ...ids.filter((id) => id !== taste.id),
    ])
    await archiveField(ctx(), taste.id, true)
    expect(await findValues(ctx(), [memberId])).toEqual([])
    expect(
      await codeOf(setFieldValues(ctx(), vault, memberId, { [taste.key]: 'light' }, { source: 'operator' })),
    ).toBe('field_not_found')
    await archiveField(ctx(), taste.id, false)
    expect(await findValues(ctx(), [memberId])).toHaveLength(1)
  })

  test('needs options to choose from, each once, and a key of its own', async () => {
    expect(await codeOf(field('choice', { options: [] }))).toBe('field_needs_options')
    const twice = {
      options: [
        { value: 'a', label: 'A' },
        { value: 'a', label: 'B' },
      ],
    }
    expect(await codeOf(field('choices', twice))).toBe('field_options_twice')
    const first = await field('text')
    const again = addField(ctx(), { key: first.key, type: 'text', ...fieldWords.parse({ label: '又一个' }) })
    expect(await codeOf(again)).toBe('field_key_taken')
  })
})

describe('L-10 what is sensitive', () => {
  const sensitive = () => field('text', { sensitive: true, purpose: '活动保险登记' })

  test('needs a purpose, and the separate consent of the member', async () => {
    expect(await codeOf(field('text', { sensitive: true }))).toBe('field_needs_purpose')
    const { key } = await sensitive()
    const write = async (memberId: string) =>
      codeOf(setFieldValues(ctx(), vault, memberId, { [key]: '330106199202290011' }, { source: 'operator' }))
    expect(await write(await somebody())).toBe('sensitive_needs_consent')
    expect(await write(await somebody(false))).toBe('sensitive_needs_consent')
    expect(await write(await joinCommunity(ctx(), { accountId: null, nickname: '没有账号' }))).toBe(
      'sensitive_needs_consent',
    )
    expect(await write(await somebody(true))).toBe('done')
  })

  test('lies sealed in the database, and who looks is written down', async () => {
    const { key, id } = await sensitive()
    const memberId = await somebody(true)
    const secret = '330106199202290022'
    await setFieldValues(ctx(), vault, memberId, { [key]: secret }, { source: 'member' }).catch(
      () => undefined,
    )
    await setFieldValues(ctx(), vault, memberId, { [key]: secret }, { source: 'operator' })
    // Sealing differs each time; that nothing is new is known all the same.
    expect(await setFieldValues(ctx(), vault, memberId, { [key]: secret }, { source: 'operator' })).toEqual(
      [],
    )
    const { rows } = await database().pool.query<{ dump: string }>(
      `select row_to_json(v)::text as dump from member_field_value v where member_id = $1::bigint
       union all select row_to_json(e)::text from event_log e where member_id = $1::bigint
       union all select row_to_json(a)::text from audit_entry a where object_id = $1::text`,
      [memberId],
    )
    expect(rows.length).toBeGreaterThan(3)
    expect(rows.filter(({ dump }) => dump.includes(secret))).toEqual([])
    const [held] = await findValues(ctx(), [memberId])
    expect([held?.value, openValue(vault, held!)]).toEqual([null, secret])
    expect(await codeOf(revealField(ctx(operator('support')), vault, memberId, key))).toBe('forbidden')
    expect(await revealField(ctx(operator('admin', 'members.sensitive')), vault, memberId, key)).toBe(secret)
    const entries = await database()
      .db.selectFrom('audit_entry')
      .select(['actor', 'detail'])
      .where('action', '=', 'member.field_revealed')
      .where('object_id', '=', memberId)
      .execute()
    expect(entries).toEqual([{ actor: 'account:1', detail: { field: key } }])
    // Conditions and their copies in the warehouse never get it.
    expect((await memberFields.describe(ctx())).map((each) => each.key)).not.toContain(`custom.${key}`)
    expect((await memberFields.read(ctx(), [memberId])).get(memberId)).not.toHaveProperty(`custom.${key}`)
    expect(await codeOf(changeField(ctx(), id, fieldWords.parse({ label: '改' })))).toBe('field_filled')
  })
})

describe('what conditions ask', () => {
  test('every value that is read belongs to a field that is described, with its type', async () => {
    const memberId = await somebody(true)
    const region = await field('region')
    const birthday = await field('day')
    const when = await field('date')
    await setFieldValues(
      ctx(),
      vault,
      memberId,
      { [region.key]: ['浙江', '杭州'], [birthday.key]: '1992-05-20', [when.key]: '2026-11-19T00:00:00Z' },
      { source: 'operator' },
    )
    const described = new Map((await memberFields.describe(ctx())).map((each) => [each.key, each]))
    const values = (await memberFields.read(ctx(), [memberId])).get(memberId)!
    expect(Object.keys(values).filter((key) => !described.has(key))).toEqual([])
    expect(values).toMatchObject({
      'member.nickname': '某人',
      'member.city': null,
      'member.has_account': true,
      'member.consents': ['sensitive'],
      'member.contacts': [],
      [`custom.${region.key}`]: ['浙江', '杭州'],
      [`custom.${birthday.key}`]: '1992-05-20',
      [`custom.${when.key}`]: Date.parse('2026-11-19T00:00:00Z'),
    })
    expect(described.get(`custom.${region.key}`)?.type).toBe('choices')
  })
})

test('writes thousands in one statement, and says which changed', async () => {
  const tier = await field('choice')
  const ids = await Promise.all(
    Array.from({ length: 30 }, () => joinCommunity(ctx(), { accountId: null, nickname: '多' })),
  )
  const rows = (value: string) => ids.map((memberId) => ({ memberId, field: tier, value }))
  expect(await writeValues(ctx(), vault, rows('light'), { source: 'import', sourceId: '1' })).toHaveLength(30)
  expect(await writeValues(ctx(), vault, rows('light'), { source: 'import', sourceId: '2' })).toHaveLength(0)
  const mixed = [...rows('dark').slice(0, 10), ...rows('light').slice(10)]
  expect(await writeValues(ctx(), vault, mixed, { source: 'rule', sourceId: '3' })).toHaveLength(10)
})

test('conditions know who may see a field, and what the team keeps from the member', async () => {
  const words = fieldWords.parse({ label: '身价', seenBy: ['analyst'] })
  await addField(ctx(), { ...words, key: 'worth', type: 'number' })
  await addField(ctx(), {
    ...fieldWords.parse({ label: '口味', memberAccess: 'see' }),
    key: 'taste',
    type: 'text',
  })
  const described = new Map((await memberFields.describe(ctx())).map((each) => [each.key, each]))
  expect(described.get('custom.worth')).toMatchObject({ seenBy: ['analyst'], teamOnly: true })
  expect(described.get('custom.taste')).not.toHaveProperty('seenBy')
  expect(described.get('custom.taste')).not.toHaveProperty('teamOnly')
  for (const key of ['member.tags', 'member.owner'])
    expect(described.get(key)).toMatchObject({ teamOnly: true })
})

/** What conditions may ask about a member's profile: built-in and own fields, tags, owner, contact points, consents. */
import { sql } from 'kysely'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import type { Field, FieldOption, FieldSource, FieldType, FieldValue } from '#base/declarations/fields.ts'
import { defineMessages } from '#base/i18n/messages.ts'
import { findConsentsOf, purposes } from '#modules/identity/api.ts'
import { contactKinds } from '../contacts/contact.ts'
import type { MemberField, MemberFieldType } from '../fields/field.ts'
import { findFields } from '../fields/fields.ts'
import { provinces } from '../fields/regions.ts'
import { findValues, findWords } from '../fields/values.sql.ts'
import { findPossibleOwners } from '../owners/owners.ts'

const words = defineMessages({
  profile: { zh: '基本资料', en: 'Profile' },
  own: { zh: '自定义字段', en: 'Own fields' },
  service: { zh: '维护', en: 'Looking after' },
  consent: { zh: '授权', en: 'Consents' },
  nickname: { zh: '昵称', en: 'Nickname' },
  city: { zh: '城市', en: 'City' },
  bio: { zh: '简介', en: 'About' },
  channel: { zh: '来源渠道', en: 'Channel' },
  joinedAt: { zh: '加入时间', en: 'Joined' },
  tags: { zh: '标签', en: 'Tags' },
  owner: { zh: '负责人', en: 'Owner' },
  contacts: { zh: '留有联系方式', en: 'Known contact points' },
  consents: { zh: '已授权', en: 'Agrees to' },
  account: { zh: '有站内账号', en: 'Has an account' },
  picture: { zh: '有头像', en: 'Has a picture' },
  phone: { zh: '手机', en: 'Phone' },
  email: { zh: '邮箱', en: 'E-mail' },
  wechat: { zh: '微信号', en: 'WeChat' },
  external: { zh: '外部系统编号', en: 'External id' },
})

/** How a field of one's own is asked: places are asked like several choices (province, city). */
const askedAs: Record<MemberFieldType, FieldType> = {
  text: 'text',
  number: 'number',
  choice: 'choice',
  choices: 'choices',
  date: 'date',
  day: 'day',
  region: 'choices',
  money: 'money',
  flag: 'flag',
}

const asOptions = (values: readonly string[]): FieldOption[] =>
  values.map((value) => ({ value, label: value }))

const like = (text: string) => `%${text.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`

export const memberFields: FieldSource = {
  name: 'members',
  describe: async (ctx) => [
    { key: 'member.nickname', label: words.nickname, type: 'text', section: words.profile },
    {
      key: 'member.city',
      label: words.city,
      type: 'choice',
      section: words.profile,
      find: (inner, text) => findMostCommon(inner, 'city', text),
    },
    {
      key: 'member.channel',
      label: words.channel,
      type: 'choice',
      section: words.profile,
      find: (inner, text) => findMostCommon(inner, 'channel', text),
    },
    { key: 'member.bio', label: words.bio, type: 'text', section: words.profile },
    { key: 'member.joined_at', label: words.joinedAt, type: 'date', section: words.profile },
    {
      key: 'member.tags',
      label: words.tags,
      type: 'choices',
      section: words.profile,
      teamOnly: true,
      find: findTagNames,
    },
    { key: 'member.has_account', label: words.account, type: 'flag', section: words.profile },
    { key: 'member.has_picture', label: words.picture, type: 'flag', section: words.profile },
    {
      key: 'member.owner',
      label: words.owner,
      type: 'choice',
      section: words.service,
      teamOnly: true,
      options: (await findPossibleOwners(ctx)).map(({ accountId, name }) => ({
        value: accountId,
        label: name,
      })),
    },
    {
      key: 'member.contacts',
      label: words.contacts,
      type: 'choices',
      section: words.service,
      options: contactKinds.map((value) => ({ value, label: words[value] })),
    },
    {
      key: 'member.consents',
      label: words.consents,
      type: 'choices',
      section: words.consent,
      options: purposes.map(({ code, label }) => ({ value: code, label })),
    },
    ...(await findFields(ctx)).filter((field) => !field.sensitive).map(describeOwn),
  ],
  read: async (ctx, memberIds) => {
    const values = new Map<Id, Record<string, FieldValue>>()
    const { rows } = await sql<{
      id: Id
      accountId: Id | null
      nickname: string
      city: string
      bio: string
      channel: string
      joinedAt: Date
      picture: boolean
      tags: string[]
      contacts: string[]
      owner: Id | null
      email: boolean
    }>`
      select member.id, member.account_id as "accountId", nickname, city, bio, channel, joined_at as "joinedAt",
             member.avatar_file_id is not null as picture, account.email_verified is true as email,
             array(select tag.name from member_tag join tag on tag.id = member_tag.tag_id
                    where member_tag.member_id = member.id order by tag.name) as tags,
             array(select distinct kind from member_contact where member_contact.member_id = member.id) as contacts,
             (select account_id from member_owner o where o.member_id = member.id and o.ended_at is null) as owner
        from member left join account on account.id = member.account_id
       where member.id = any(${[...memberIds]}::bigint[])`.execute(ctx.db)
    const consents = await findConsentsOf(
      ctx,
      rows.flatMap((row) => row.accountId ?? []),
    )
    for (const row of rows) {
      const agreed = row.accountId ? consents.get(row.accountId) : undefined
      values.set(row.id, {
        'member.nickname': row.nickname,
        'member.city': row.city === '' ? null : row.city,
        'member.bio': row.bio === '' ? null : row.bio,
        'member.channel': row.channel,
        'member.joined_at': row.joinedAt.getTime(),
        'member.tags': row.tags,
        'member.has_account': row.accountId !== null,
        'member.has_picture': row.picture,
        'member.owner': row.owner,
        'member.contacts': [...new Set([...row.contacts, ...(row.email ? ['email'] : [])])].sort(),
        'member.consents': purposes.map(({ code }) => code).filter((code) => agreed?.get(code)),
      })
    }
    const own = new Map(
      (await findFields(ctx)).filter((field) => !field.sensitive).map((field) => [field.id, field]),
    )
    for (const { memberId, fieldId, value } of own.size > 0 ? await findValues(ctx, memberIds) : []) {
      const field = own.get(fieldId)
      const held = values.get(memberId)
      if (field && held)
        held[`custom.${field.key}`] = field.type === 'date' ? Date.parse(String(value)) : value
    }
    return values
  },
}

function describeOwn(field: MemberField): Field {
  const options =
    field.type === 'region'
      ? asOptions([...new Set(provinces.flatMap(({ name, cities }) => [name, ...cities]))])
      : field.options
  return {
    key: `custom.${field.key}`,
    label: field.label,
    type: askedAs[field.type],
    section: words.own,
    ...(field.seenBy.length > 0 ? { seenBy: field.seenBy } : {}),
    ...(field.memberAccess === 'none' ? { teamOnly: true } : {}),
    ...(options.length > 0 ? { options } : {}),
    ...(field.type === 'text'
      ? { find: async (ctx: Ctx, text: string) => asOptions(await findWords(ctx, field, text)) }
      : {}),
  }
}

async function findMostCommon(ctx: Ctx, column: 'city' | 'channel', text: string): Promise<FieldOption[]> {
  const { rows } = await sql<{ value: string }>`
    select ${sql.ref(column)} as value from member
     where ${sql.ref(column)} <> '' and lower(${sql.ref(column)}) like ${like(text)}
     group by 1 order by count(*) desc, 1 limit 20`.execute(ctx.db)
  return asOptions(rows.map((row) => row.value))
}

async function findTagNames(ctx: Ctx, text: string): Promise<FieldOption[]> {
  const { rows } = await sql<{ name: string }>`
    select name from tag where lower(name) like ${like(text)}
     order by (select count(*) from member_tag where tag_id = tag.id) desc, name limit 20`.execute(ctx.db)
  return asOptions(rows.map((row) => row.name))
}

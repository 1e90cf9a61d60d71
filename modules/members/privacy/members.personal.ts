/** What is kept about members as members, and what becomes of it. */
import { sql } from 'kysely'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import type { PersonalData } from '#base/declarations/personal.ts'
import { defineMessages } from '#base/i18n/messages.ts'
import { findContacts } from '../contacts/contacts.ts'
import { findFields } from '../fields/fields.ts'
import { sayValue } from '../fields/value.ts'
import { findValues, openValue } from '../fields/values.sql.ts'
import { getMember } from '../people/members.sql.ts'
import { eraseProfile } from '../people/members.ts'
import { findTagsOf } from '../tags/groups.ts'
import type { Vault } from '../vault.ts'
import { giveBack, movedIds, moveRows } from './moving.ts'

const labels = defineMessages({
  profile: { zh: '成员资料', en: 'Profile' },
  profileKept: {
    zh: '昵称、头像、城市、简介、来源渠道；注销时清除',
    en: 'Nickname, picture, city, words about yourself, how you came; erased when the account is closed',
  },
  fields: { zh: '补充资料', en: 'Further data' },
  fieldsKept: {
    zh: '你填写或运营录入的字段；注销时删除',
    en: 'Fields that you or the team filled in; deleted when the account is closed',
  },
  contacts: { zh: '联系方式', en: 'Contact points' },
  contactsKept: {
    zh: '用于联系你和识别重复档案，加密保存；注销时删除',
    en: 'For reaching you and for finding doubles, encrypted; deleted when the account is closed',
  },
  tags: { zh: '标签', en: 'Tags' },
  tagsKept: {
    zh: '运营或规则打上的标签，你可以随时删除；注销时删除',
    en: 'Given by the team or by rules; you can delete them at any time; deleted with the account',
  },
  notes: { zh: '服务记录', en: 'Notes of the team' },
  notesKept: {
    zh: '运营为服务你而写的备注和负责人；注销时删除',
    en: 'What the team noted to serve you, and who looks after you; deleted with the account',
  },
  views: { zh: '保存的视图与副本记录', en: 'Saved views and copies' },
  viewsKept: { zh: '注销时删除', en: 'Deleted with the account' },
  trail: { zh: '行为记录', en: 'What you did here' },
  trailKept: {
    zh: '注销后不再与你的身份关联，按法律要求的期限保存',
    en: 'No longer tied to who you are after the account is closed; kept as long as the law asks',
  },
})

const accountOf = async (ctx: Ctx, memberId: Id): Promise<Id | undefined> =>
  (await ctx.db.selectFrom('member').select('account_id').where('id', '=', memberId).executeTakeFirst())
    ?.account_id ?? undefined

const nothing = async () => ({})
const noReturn = async () => undefined

const profile: PersonalData = {
  name: 'members.profile',
  label: labels.profile,
  kept: labels.profileKept,
  tables: ['member'],
  copy: async (ctx, memberId) => {
    const { nickname, city, bio, joinedAt, lastSeenAt, source } = await getMember(ctx, memberId)
    return { nickname, city, bio, joinedAt, lastSeenAt, source }
  },
  erase: eraseProfile,
  merge: async (ctx, from, into) => {
    // The account goes first to nobody: it belongs to one member at a time.
    const { rows } = await sql<{
      id: Id
      account: Id | null
      avatar: Id | null
      city: string
      bio: string
      joined: string
    }>`
      select id, account_id as account, avatar_file_id as avatar, city, bio, joined_at::text as joined
        from member where id = any(array[${from}, ${into}]::bigint[]) order by id for update`.execute(ctx.db)
    const [double, rest] = [from, into].map((id) => rows.find((row) => row.id === id)!)
    const account = double!.account && !rest!.account ? double!.account : null
    if (account) await ctx.db.updateTable('member').set({ account_id: null }).where('id', '=', from).execute()
    await sql`update member set account_id = coalesce(account_id, ${account}::bigint),
                avatar_file_id = coalesce(avatar_file_id, ${double!.avatar}::bigint),
                city = case when city = '' then ${double!.city} else city end,
                bio = case when bio = '' then ${double!.bio} else bio end,
                joined_at = least(joined_at, ${double!.joined}::timestamptz)
               where id = ${into}`.execute(ctx.db)
    const { account: _, ...before } = rest!
    return { account, before }
  },
  unmerge: async (ctx, from, into, moved) => {
    const before = moved.before as { avatar: Id | null; city: string; bio: string; joined: string }
    const account = moved.account as Id | null
    if (account) {
      await ctx.db.updateTable('member').set({ account_id: null }).where('id', '=', into).execute()
      await ctx.db.updateTable('member').set({ account_id: account }).where('id', '=', from).execute()
    }
    // What was changed since the merge stays with the member that remained.
    await sql`update member as rest set
                avatar_file_id = case when rest.avatar_file_id is not distinct from double.avatar_file_id
                                      then ${before.avatar}::bigint else rest.avatar_file_id end,
                city = case when rest.city = double.city then ${before.city} else rest.city end,
                bio = case when rest.bio = double.bio then ${before.bio} else rest.bio end,
                joined_at = ${before.joined}::timestamptz
               from member as double where rest.id = ${into} and double.id = ${from}`.execute(ctx.db)
  },
}

const fieldsOf = (vault: Vault): PersonalData => ({
  name: 'members.fields',
  label: labels.fields,
  kept: labels.fieldsKept,
  tables: ['member_field_value'],
  copy: async (ctx, memberId) => {
    const fields = new Map((await findFields(ctx)).map((field) => [field.id, field]))
    return (await findValues(ctx, [memberId])).flatMap((held) => {
      const field = fields.get(held.fieldId)
      const value = openValue(vault, held)
      return field
        ? [
            {
              field: field.label,
              value,
              says: sayValue(field, value, ctx.locale),
              source: held.source,
              at: held.setAt,
              purpose: field.purpose,
            },
          ]
        : []
    })
  },
  erase: async (ctx, memberId) => {
    await ctx.db.deleteFrom('member_field_value').where('member_id', '=', memberId).execute()
  },
  merge: async (ctx, from, into) => ({
    fields: await moveRows(
      ctx,
      'member_field_value',
      'field_id',
      from,
      into,
      sql<boolean>`exists (select from member_field_value held
                            where held.member_id = ${into} and held.field_id = mine.field_id)`,
    ),
  }),
  unmerge: async (ctx, from, into, moved) =>
    await giveBack(ctx, 'member_field_value', 'field_id', from, into, movedIds(moved, 'fields')),
})

const contactsOf = (vault: Vault): PersonalData => ({
  name: 'members.contacts',
  label: labels.contacts,
  kept: labels.contactsKept,
  tables: ['member_contact'],
  copy: async (ctx, memberId) =>
    (await findContacts(ctx, [memberId])).map(({ kind, system, sealed, source, addedAt }) => ({
      kind,
      ...(system ? { system } : {}),
      value: vault.open(sealed),
      source,
      at: addedAt,
    })),
  erase: async (ctx, memberId) => {
    await ctx.db.deleteFrom('member_contact').where('member_id', '=', memberId).execute()
  },
  merge: async (ctx, from, into) => ({ contacts: await moveRows(ctx, 'member_contact', 'id', from, into) }),
  unmerge: async (ctx, from, into, moved) =>
    await giveBack(ctx, 'member_contact', 'id', from, into, movedIds(moved, 'contacts')),
})

const tags: PersonalData = {
  name: 'members.tags',
  label: labels.tags,
  kept: labels.tagsKept,
  tables: ['member_tag', 'tag_refusal'],
  copy: async (ctx, memberId) =>
    (await findTagsOf(ctx, memberId)).map(({ name, source, addedAt }) => ({
      tag: name,
      source,
      at: addedAt,
    })),
  erase: async (ctx, memberId) => {
    await ctx.db.deleteFrom('member_tag').where('member_id', '=', memberId).execute()
    await ctx.db.deleteFrom('tag_refusal').where('member_id', '=', memberId).execute()
  },
  merge: async (ctx, from, into) => ({
    // A wish of either holds for the one that remains.
    refusals: await moveRows(
      ctx,
      'tag_refusal',
      'tag_id',
      from,
      into,
      sql<boolean>`exists (select from tag_refusal held
                            where held.member_id = ${into} and held.tag_id = mine.tag_id)`,
    ),
    tags: await moveRows(
      ctx,
      'member_tag',
      'tag_id',
      from,
      into,
      sql<boolean>`exists (select from member_tag held where held.member_id = ${into} and held.tag_id = mine.tag_id)
        or exists (select from tag_refusal r where r.member_id = ${into} and r.tag_id = mine.tag_id)`,
    ),
  }),
  unmerge: async (ctx, from, into, moved) => {
    await giveBack(ctx, 'tag_refusal', 'tag_id', from, into, movedIds(moved, 'refusals'))
    await giveBack(ctx, 'member_tag', 'tag_id', from, into, movedIds(moved, 'tags'))
  },
}

const notes: PersonalData = {
  name: 'members.notes',
  label: labels.notes,
  kept: labels.notesKept,
  tables: ['member_note', 'member_owner'],
  copy: async (ctx, memberId) => ({
    notes: await ctx.db
      .selectFrom('member_note')
      .select(['body', 'written_at as at'])
      .where('member_id', '=', memberId)
      .orderBy('id')
      .limit(10_000)
      .execute(),
    lookedAfter: await ctx.db
      .selectFrom('member_owner')
      .select(['given_at as from', 'ended_at as until'])
      .where('member_id', '=', memberId)
      .orderBy('id')
      .limit(1_000)
      .execute(),
  }),
  erase: async (ctx, memberId) => {
    await ctx.db.deleteFrom('member_note').where('member_id', '=', memberId).execute()
    await ctx.db.deleteFrom('member_owner').where('member_id', '=', memberId).execute()
  },
  merge: async (ctx, from, into) => ({
    notes: await moveRows(ctx, 'member_note', 'id', from, into),
    owners: await moveRows(
      ctx,
      'member_owner',
      'id',
      from,
      into,
      sql<boolean>`mine.ended_at is null and exists (select from member_owner held
                     where held.member_id = ${into} and held.ended_at is null)`,
    ),
  }),
  unmerge: async (ctx, from, into, moved) => {
    await giveBack(ctx, 'member_note', 'id', from, into, movedIds(moved, 'notes'))
    await giveBack(ctx, 'member_owner', 'id', from, into, movedIds(moved, 'owners'))
  },
}

const views: PersonalData = {
  name: 'members.views',
  label: labels.views,
  kept: labels.viewsKept,
  tables: ['saved_view', 'member_copy'],
  copy: async (ctx, memberId) => {
    const account = await accountOf(ctx, memberId)
    const saved = account
      ? await ctx.db
          .selectFrom('saved_view')
          .select(['list', 'name', 'query', 'created_at as at'])
          .where('account_id', '=', account)
          .limit(1_000)
          .execute()
      : []
    return { saved }
  },
  erase: async (ctx, memberId) => {
    const account = await accountOf(ctx, memberId)
    if (account) await ctx.db.deleteFrom('saved_view').where('account_id', '=', account).execute()
    await ctx.db.deleteFrom('member_copy').where('member_id', '=', memberId).execute()
  },
  merge: nothing,
  unmerge: noReturn,
}

/** The log itself: it has no foreign keys, since it outlives those whom it names. */
const trail: PersonalData = {
  name: 'members.trail',
  label: labels.trail,
  kept: labels.trailKept,
  tables: [],
  copy: async (ctx, memberId) => {
    const { rows } = await sql`
      select occurred_at as at, name, value, props from event_log
       where member_id = ${memberId} order by occurred_at desc, seq desc limit 50000`.execute(ctx.db)
    return rows
  },
  erase: noReturn,
  merge: nothing,
  unmerge: noReturn,
}

export const membersPersonal = (vault: Vault): readonly PersonalData[] => [
  profile,
  fieldsOf(vault),
  contactsOf(vault),
  tags,
  notes,
  views,
  trail,
]

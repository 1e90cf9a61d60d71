/** What conditions may ask about a member's groups. Each change announces `group.joined`, `left`, `role_changed` or `tier_changed`. */
import { sql } from 'kysely'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import type { FieldSource, FieldValue } from '#base/declarations/fields.ts'
import { defineMessages, render } from '#base/i18n/messages.ts'
import { roleLabels, tierLabels } from '../groups.messages.ts'
import { roles } from './shapes.ts'

const words = defineMessages({
  section: { zh: '社群', en: 'Groups' },
  memberOf: { zh: '所在社群', en: 'Member of' },
  left: { zh: '退出过的社群', en: 'Has left' },
  joinedAt: { zh: '加入时间', en: 'Joined' },
  role: { zh: '群内角色', en: 'Role in the group' },
  tier: { zh: '群内层级', en: 'Tier in the group' },
  group: { zh: '社群', en: 'Group' },
})

/** Options of pickers; a community with more groups than this looks them up by name. */
const mostOptions = 500

export const membershipFields: FieldSource = {
  name: 'groups',
  describe: async (ctx) => {
    const groups = await ctx.db
      .selectFrom('community_group')
      .select(['id as value', 'name as label'])
      .orderBy('archived_at', (column) => column.asc().nullsFirst())
      .orderBy('name')
      .limit(mostOptions)
      .execute()
    const tiers = await findTierOptions(ctx)
    const of = { label: words.group, options: groups }
    return [
      {
        key: 'group.member_of',
        label: words.memberOf,
        type: 'choices',
        section: words.section,
        options: groups,
      },
      { key: 'group.left', label: words.left, type: 'choices', section: words.section, options: groups },
      { key: 'group.joined_at', label: words.joinedAt, type: 'date', section: words.section, of },
      {
        key: 'group.role',
        label: words.role,
        type: 'choice',
        section: words.section,
        of,
        options: roles.map((role) => ({ value: role, label: roleLabels[role] })),
      },
      { key: 'group.tier', label: words.tier, type: 'choice', section: words.section, of, options: tiers },
    ]
  },
  read: async (ctx, memberIds) => {
    const { rows } = await sql<{
      memberId: Id
      groupId: Id
      role: string
      tier: string | null
      joinedAt: Date
      inside: boolean
    }>`
      select distinct on (s.member_id, s.group_id) s.member_id as "memberId", s.group_id as "groupId", s.role,
             t.key as tier, s.joined_at as "joinedAt", s.left_at is null as inside
        from group_membership s left join group_tier t on t.id = s.tier_id
       where s.member_id = any(${[...memberIds]}::bigint[])
       order by s.member_id, s.group_id, s.joined_at desc, s.id desc`.execute(ctx.db)
    const found = new Map<Id, Record<string, FieldValue>>(memberIds.map((id) => [id, {}]))
    for (const { memberId, groupId, role, tier, joinedAt, inside } of rows) {
      const values = found.get(memberId)!
      const list = inside ? 'group.member_of' : 'group.left'
      values[list] = [...((values[list] as readonly string[] | undefined) ?? []), groupId]
      if (!inside) continue
      values[`group.joined_at:${groupId}`] = joinedAt.getTime()
      values[`group.role:${groupId}`] = role
      if (tier) values[`group.tier:${groupId}`] = tier
    }
    return found
  },
}

/** Tiers within groups by key; the name of the first group that has it stands for all. */
async function findTierOptions(ctx: Ctx) {
  const { rows } = await sql<{ key: string; name: string }>`
    select distinct on (key) key, name from group_tier where group_id is not null
     order by key, rank limit 100`.execute(ctx.db)
  return rows.map(({ key, name }) => ({
    value: key,
    label: name || (key in tierLabels ? render(tierLabels[key as 'base'], ctx.locale) : key),
  }))
}

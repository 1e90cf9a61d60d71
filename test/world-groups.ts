/** The six groups of 山丘咖啡: what they are, how one gets in, who is inside, and what was said there. */
import type pg from 'pg'
import type { Actor, Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import type { Parts } from '#base/parts.ts'
import { type Audience, openAudience } from '#modules/audience/api.ts'
import { decide, findApplications } from '#modules/groups/admission/applications.ts'
import { invite } from '#modules/groups/admission/invitations.ts'
import { doStep, handIn } from '#modules/groups/admission/joining.ts'
import { findSteps, saveSteps } from '#modules/groups/admission/settings.ts'
import { stepFields } from '#modules/groups/admission/steps.ts'
import { confirmRead, makeAnnouncement } from '#modules/groups/announcements/announcements.ts'
import { saveBoards } from '#modules/groups/boards/boards.ts'
import { boardFields } from '#modules/groups/boards/shapes.ts'
import { greet } from '#modules/groups/greetings/greetings.ts'
import { findCommunityTiers } from '#modules/groups/groups/groups.sql.ts'
import { createGroup } from '#modules/groups/groups/groups.ts'
import { membershipFields } from '#modules/groups/memberships/fields.ts'
import { addMembers, changeStay, editCard, findStay } from '#modules/groups/memberships/memberships.ts'
import { publishRules } from '#modules/groups/rules/rules.ts'
import { rulesFields } from '#modules/groups/rules/shapes.ts'
import type { World } from './world.ts'
import { type WorldGroup, worldGroups } from './world-groups-list.ts'

type At = (actor: Actor, daysAgo: number, hour?: number) => Ctx

/** Who is where: group, member, days ago, role. In the order in which they came. */
const stays: readonly (readonly [
  slug: string,
  key: string,
  daysAgo: number,
  role: 'owner' | 'moderator' | 'expert' | 'novice' | 'member',
])[] = [
  ['start-here', 'ache', 168, 'expert'],
  ['pour-over', 'ache', 167, 'owner'],
  ['pour-over', 'laoxu', 160, 'expert'],
  ['start-here', 'qingye', 150, 'member'],
  ['offers', 'qingye', 149, 'member'],
  ['pour-over', 'qingye', 148, 'member'],
  ['start-here', 'hanxiaohe', 141, 'member'],
  ['beta', 'qingye', 130, 'moderator'],
  ['shanghai', 'hanxiaohe', 118, 'owner'],
  ['pour-over', 'xumu', 117, 'member'],
  ['offers', 'momo', 55, 'member'],
  ['start-here', 'keke', 33, 'novice'],
  ['pour-over', 'songzhiyi', 2, 'novice'],
  ['start-here', 'xiaoman', 1, 'novice'],
]

export async function buildGroupsWorld(parts: Pick<Parts, 'warehouse'>, world: World, at: At): Promise<void> {
  const audience = openAudience(parts, { facts: () => [], fields: () => [membershipFields] })
  const { actor: lin } = world.operators.linxiao!
  const tiers = new Map((await findCommunityTiers(at(lin, 0))).map((tier) => [tier.key, tier.id]))
  const ids = new Map<string, Id>()
  for (const each of worldGroups) ids.set(each.slug!, await furnish(audience, at, lin, each, tiers))
  const idOf = (slug: string) => ids.get(slug)!
  const memberOf = (key: string) => world.members[key]!.memberId
  for (const [slug, key, daysAgo, role] of stays) {
    const ctx = at(lin, daysAgo, 11)
    await addMembers(ctx, idOf(slug), [memberOf(key)], { role, way: 'import' })
  }
  await invite(at(lin, 60), idOf('shanghai'), {
    note: '门店吧台',
    straight: false,
    most: 200,
    endsAt: null,
    code: 'SHPDWB27',
  })
  await invite(at(lin, 30), idOf('office'), {
    note: '企业微信名片',
    straight: false,
    most: null,
    endsAt: null,
    code: 'QYKFJ288',
  })
  await speak(world, at, idOf, memberOf)
  await apply(audience, world, at, idOf('beta'))
}

async function furnish(
  audience: Audience,
  at: At,
  lin: Actor,
  { tier, since, boards, rules, steps, share: _, ...fields }: WorldGroup,
  tiers: ReadonlyMap<string, Id>,
): Promise<Id> {
  const { id } = await createGroup(at(lin, since), { ...fields, tierId: tiers.get(tier)! })
  await saveBoards(
    at(lin, since, 11),
    id,
    boards.map((board) => boardFields.parse(board)),
  )
  await publishRules(at(lin, since, 12), id, rulesFields.parse(rules))
  if (steps.length > 0)
    await saveSteps(
      at(lin, since, 13),
      audience,
      id,
      steps.map((step) => stepFields.parse(step)),
    )
  return id
}

/** What hosts announced, and how newcomers were met: 宋知意 still waits for a word. */
async function speak(
  world: World,
  at: At,
  idOf: (slug: string) => Id,
  memberOf: (key: string) => Id,
): Promise<void> {
  const { actor: tangguo } = world.operators.tangguo!
  const { actor: lin } = world.operators.linxiao!
  const template = await makeAnnouncement(at(lin, 6, 9), idOf('pour-over'), {
    title: '参数帖模板更新',
    body: '多了一栏「水质」：TDS 或品牌都行。旧帖不用补。',
    pinned: false,
    mustRead: false,
  })
  await makeAnnouncement(at(tangguo, 1, 10), idOf('pour-over'), {
    title: '周三 20:00 直播杯测：耶加与肯尼亚',
    body: '两支同产季水洗，同一台磨豆机，88 与 92 ℃ 各一杯。\n\n想一起冲的，提前一天在「豆单」跟帖领样豆，共 5 份，先到先得。',
    pinned: true,
    mustRead: true,
  })
  await confirmRead(at(world.members.ache!.actor, 5), idOf('pour-over'), template.id, memberOf('ache'))
  await makeAnnouncement(at(tangguo, 3, 10), idOf('start-here'), {
    title: '周六 15:00 新手直播：第一次手冲',
    body: '带上你的器具，跟着冲一遍。没有器具也能来看。',
    pinned: true,
    mustRead: false,
  })
  const card = async (slug: string, key: string, daysAgo: number, cardName: string, introduction: string) => {
    const ctx = at(world.members[key]!.actor, daysAgo, 12)
    const stay = await findStay(ctx, idOf(slug), memberOf(key))
    await editCard(ctx, stay!, { cardName, introduction })
    return stay!.id
  }
  await card('pour-over', 'ache', 160, '杭州-烘焙师-阿澈', '浅烘党，家里有三个滤杯，周三杯测见。')
  await card('pour-over', 'qingye', 140, '', '手冲第三年，正在追第 100 杯。')
  await card('pour-over', 'songzhiyi', 2, '', '喜欢坐在窗边看人来人往，刚买了第一台手摇磨。')
  const xiaoman = await card('start-here', 'xiaoman', 1, '', '刚入坑，请多指教！')
  await greet(at(world.members.ache!.actor, 0, 9), xiaoman, '小满你好呀，先从一支水洗耶加开始吧', {
    memberId: memberOf('ache'),
    groupId: idOf('start-here'),
  })
  const laoxu = await findStay(at(lin, 0), idOf('pour-over'), memberOf('laoxu'))
  await changeStay(at(lin, 90), laoxu!.id, { role: 'moderator', reason: '每天在群里答疑，大家都认他' })
}

/** Two apply to 产品内测: one is refused with a reason, the other waits for 林晓. */
async function apply(audience: Audience, world: World, at: At, id: Id): Promise<void> {
  const ask = async (key: string, daysAgo: number, why: string, cups: string) => {
    const { memberId, actor } = world.members[key]!
    const ctx = at(actor, daysAgo, 20)
    const [form] = await findSteps(ctx, id)
    await doStep(ctx, { id }, memberId, form!.id, { answers: { why, cups, gear: ['pour'] } })
    await handIn(ctx, audience, { id }, memberId, { rulesVersion: 1 })
  }
  await ask('nanxing', 20, '听说有免费的豆子', '1')
  const ctx = at(world.operators.linxiao!.actor, 19, 10)
  const { items } = await findApplications(
    ctx,
    { group: id, state: 'review' },
    { after: undefined, limit: 10 },
  )
  await decide(
    ctx,
    items.map((each) => each.id),
    { accept: false, reason: '这一轮想找每周都冲的朋友，多来几次再申请一定欢迎。', note: '' },
  )
  await ask('xumu', 1, '想开店，正需要知道新豆单在不同水质下的表现，可以每支写满三杯的记录。', '12')
}

/**
 * Puts the simulated members into the groups as they would have come: in one statement for each group, by a
 * draw that is the same each time. Repeating it changes nothing.
 */
export async function settleSimulated(pool: pg.Pool): Promise<void> {
  for (const { slug, share, since, city } of worldGroups) {
    await pool.query(
      `with room as (
         select id, greatest(0, coalesce(capacity, 1000000) - member_count) as places, next_number
           from community_group where slug = $1 for update),
       drawn as (
         select m.id, greatest(m.joined_at, now() - make_interval(days => $3)) + make_interval(hours => (m.id % 60)::int) as at
           from member m, room
          where m.seed_run_id is not null and ($4 = '' or m.city = $4 or m.id % 9 = 0)
            and ((('x' || substr(md5($1 || m.token), 1, 6))::bit(24)::int % 1000) < $2
              -- Who comes to the tastings belongs to the group that holds them.
              or $1 = 'pour-over' and exists (
                select from member_tag join tag on tag.id = tag_id where member_id = m.id and tag.name = '周三杯测'))
            and not exists (select from group_membership s where s.group_id = room.id and s.member_id = m.id)),
       coming as (
         select id, least(at, now() - interval '1 hour') as at, row_number() over (order by at, id) as place from drawn
          order by at, id limit (select places from room)),
       came as (
         insert into group_membership (group_id, member_id, number, role, joined_at, way, added_by, answered_at, answered_by)
         select room.id, coming.id, room.next_number + coming.place - 1, 'member', coming.at, 'open', 'system:seed',
                case when coming.id % 15 < 14 then least(now(), coming.at + make_interval(mins => (coming.id % 900)::int)) end,
                case when coming.id % 15 < 14 then 'system:seed' end
           from coming, room returning member_id, group_id, joined_at),
       told as (
         insert into event_log (name, source, actor, occurred_at, member_id, group_id, props)
         select 'group.joined', 'seed', 'system:seed', joined_at, member_id, group_id, '{"way":"open"}' from came)
       update community_group g
          set member_count = member_count + (select count(*) from came),
              next_number = g.next_number + (select count(*)::int from came)
         from room where g.id = room.id`,
      [slug, share, since, city ?? ''],
    )
  }
}

/**
 * The course of 山丘咖啡's groups: what was thought before 手冲研究所 was made, the tiers that members climb,
 * the ladder of groups, the rule by which the silent leave, and what people do in groups day by day.
 */
import type pg from 'pg'
import type { Actor } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import type { Parts } from '#base/parts.ts'
import { type Condition, type Definition, openAudience } from '#modules/audience/api.ts'
import { charterAnswers } from '#modules/groups/charter/charter.ts'
import { draftCharter } from '#modules/groups/charter/charters.ts'
import { noteObservation } from '#modules/groups/charter/observations.ts'
import { tierFields } from '#modules/groups/course/fields.ts'
import { writeEliminationRule } from '#modules/groups/elimination/rules.ts'
import { usualLevels } from '#modules/groups/health/ladder.ts'
import { buildLadder } from '#modules/groups/health/settings.ts'
import { arrangeTiers, findRuledTiers, writeTierRule } from '#modules/groups/tiers/tiers.ts'
import type { World } from './world.ts'

type At = (actor: Actor, daysAgo: number, hour?: number) => Ctx

const within = (days: number) => ({ last: { amount: days, unit: 'days' } }) as const
const did = (event: string, days: number, times: number): Condition => ({
  kind: 'event',
  event,
  window: within(days),
  measure: { of: 'count', op: 'gte', value: times },
})
const spent = (days: number, fen: number): Condition => ({
  kind: 'event',
  event: 'order.paid',
  window: within(days),
  measure: { of: 'sum', op: 'gte', value: fen },
})
const who = (kind: 'all' | 'any', ...of: Condition[]): Definition => ({ version: 1, who: { kind, of } })

export async function buildCourseWorld(parts: Pick<Parts, 'warehouse'>, world: World, at: At): Promise<void> {
  const audience = openAudience(parts, { facts: () => [], fields: () => [tierFields] })
  const { actor: lin } = world.operators.linxiao!
  const { actor: tangguo } = world.operators.tangguo!
  const ctx = at(lin, 120, 15)
  const { id: pourOver } = await ctx.db
    .selectFrom('community_group')
    .select('id')
    .where('slug', '=', 'pour-over')
    .executeTakeFirstOrThrow()

  const [base, advanced, core] = await findRuledTiers(ctx, null)
  await arrangeTiers(ctx, null, [
    { id: base!.id, name: '', promise: '新手上手、问题反馈' },
    { id: advanced!.id, name: '', promise: '深度讨论、创意征集' },
    { id: core!.id, name: '', promise: '产品内测、行业交流' },
  ])
  await writeTierRule(ctx, audience, advanced!.id, {
    rises: who('any', did('comment.posted', 30, 4), did('post.published', 30, 2)),
    stays: who('any', did('comment.posted', 30, 2), did('post.published', 30, 1)),
    falls: true,
    graceDays: 14,
    active: true,
    revision: 0,
  })
  await writeTierRule(ctx, audience, core!.id, {
    rises: who('all', spent(365, 60_000), did('comment.posted', 90, 3)),
    stays: null,
    falls: true,
    graceDays: 30,
    active: true,
    revision: 0,
  })
  const [, answerer] = await arrangeTiers(ctx, pourOver, [
    { name: '常客', promise: '可以发帖和晒单' },
    { name: '答疑人', promise: '可以采纳回答，月度送豆' },
  ])
  await writeTierRule(ctx, audience, answerer!.id, {
    rises: who('all', did('comment.posted', 30, 8)),
    stays: null,
    falls: true,
    graceDays: 14,
    active: true,
    revision: 0,
  })

  await buildLadder(
    at(lin, 110, 10),
    usualLevels.map((level) => ({
      ...level,
      perks: ['群头像框', '每月一次豆单团购', '生豆团购价、每月线下杯测'][level.rank - 1] ?? '',
    })),
  )
  await writeEliminationRule(at(lin, 40, 10), audience, pourOver, {
    risk: {
      version: 1,
      who: {
        kind: 'event',
        event: '*',
        window: within(60),
        measure: { of: 'count', op: 'lt', value: 1 },
      },
    },
    newcomerDays: 30,
    sparedRoles: ['expert'],
    graceDays: 14,
    review: true,
    words: '两个月没见到你了。回来看看，或者留句话，位置一直给你留着。',
    backIf: who('all', did('check_in', 7, 2)),
    backTask: '写一篇 300 字的冲煮记录',
    backAfter: 3,
    active: true,
    revision: 0,
  })
  await draftCharter(at(tangguo, 2, 16), {
    title: '意式角落',
    answers: charterAnswers.parse({
      problem: { goal: '意式豆月复购 25%', present: '11%', onlyWay: null },
      fit: {
        product: 'content',
        margin: { holds: true, why: '拼配豆毛利 58%' },
        frequency: { holds: true, why: '意式用户 16 天买一次' },
        competitors: [
          {
            name: '街角意式群',
            does: '每晚直播拉花',
            outcome: 'mixed',
            learnt: '直播热闹，但第二天没人说话',
          },
        ],
      },
      position: {
        forWhom: '家里有意式机的人',
        situation: '萃取忽快忽慢，找不到原因',
        pains: [{ pain: '磨豆机调不准', headache: true, wouldChange: true, hasAlternatives: true }],
      },
    }),
  })
  for (const [days, place, kind, saw, takeaway] of [
    [9, '街角意式群', 'welcome', '进群一分钟收到自动欢迎，之后三天没人理', '欢迎语要有人接着说第二句'],
    [16, '某咖啡知识星球', 'rules', '四段群规置顶，违规当天公示处理', '公示处理结果比写得严更有用'],
    [
      23,
      '邻市烘焙读书会',
      'activity',
      '每周四固定共读，缺席三次自动退出，写一篇笔记就能回来',
      '复活任务可以照着学',
    ],
  ] as const)
    await noteObservation(at(tangguo, days, 21), {
      place,
      platform: '微信群',
      seenOn: at(tangguo, days).now.toISOString().slice(0, 10),
      kind,
      saw,
      takeaway,
      charterId: null,
    })
}

/**
 * Lets the simulated members come by in their groups while they are with us at all: each week some of them,
 * by a draw that is the same each time, and words from some of these. 手冲研究所 loses heart over the last
 * weeks, as its story says. Repeating it changes nothing.
 */
export async function liveInGroups(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query(
    `select 1 from event_log where source = 'seed' and name = 'group_visited' limit 1`,
  )
  if (rows.length > 0) return
  await pool.query(
    `with week as (
       select s.member_id, s.group_id, s.joined_at, m.last_seen_at, g.slug, back,
              ('x' || substr(md5(m.token || g.slug || back), 1, 7))::bit(28)::int as draw,
              ('x' || substr(md5(m.token), 1, 4))::bit(16)::int % 100 as keen
         from group_membership s
         join member m on m.id = s.member_id and m.seed_run_id is not null
         join community_group g on g.id = s.group_id
        cross join generate_series(0, 12) as back
        where s.left_at is null),
     coming as (
       select member_id, group_id, draw, keen, joined_at, last_seen_at,
              now() - make_interval(days => back * 7 + draw % 7, hours => (draw / 7) % 14) as at
         from week
        where draw % 1000 < (case when keen < 30 then 1.7 else 0.75 end) * case slug
                when 'pour-over' then 900 - 62 * greatest(0, 8 - back) when 'beta' then 980
                when 'start-here' then 1150 - 14 * back when 'shanghai' then 760 when 'office' then 560 else 520 end),
     doing as (
       select 'group_visited' as name, member_id, group_id, at from coming
        where at between joined_at and greatest(last_seen_at, joined_at + interval '7 days')
       union all
       select 'message_sent', member_id, group_id, at + make_interval(mins => 3 * word)
         from coming cross join generate_series(1, 1 + draw % (case when keen < 8 then 9 else 3 end)) as word
        where at between joined_at and greatest(last_seen_at, joined_at + interval '7 days') and (draw / 11) % 100 < 64)
     insert into event_log (name, source, actor, occurred_at, member_id, group_id, props)
     select name, 'seed', 'system:seed', at, member_id, group_id, '{}' from doing where at < now()`,
  )
  await holdTastings(pool)
}

/** The tastings on Wednesdays were those of 手冲研究所: the log tells them again as happening there. */
async function holdTastings(pool: pg.Pool): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    await client.query(`set local juluo.log_rewrite = 'seed'`)
    await client.query(
      `with gone as (
         delete from event_log e using group_membership s, community_group g
          where e.source = 'seed' and e.name = 'tasting_joined' and e.group_id is null
            and g.slug = 'pour-over' and s.group_id = g.id and s.member_id = e.member_id and s.joined_at <= e.occurred_at
         returning e.*, g.id as held_in)
       insert into event_log (name, source, recorded_at, occurred_at, actor, member_id, group_id, session_id, value, props, context)
       select name, source, recorded_at, occurred_at, actor, member_id, held_in, session_id, value, props, context from gone`,
    )
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}

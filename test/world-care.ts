/** Whom the team of 山丘咖啡 looks after in person, and the days that it keeps. */
import type { Actor } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { addToDay, dayOf } from '#base/time/calendar.ts'
import { findCareOfMember } from '#modules/members/care/care.sql.ts'
import { changeCare, noteVisit, startCare } from '#modules/members/care/care.ts'
import type { Program, Stage } from '#modules/members/care/programs.ts'
import { addOccasion } from '#modules/members/occasions/occasions.ts'
import type { World } from './world.ts'

type At = (actor: Actor, daysAgo: number, hour?: number) => Ctx

interface Looked {
  readonly key: string
  readonly owner: string
  readonly program: Program
  readonly cadenceDays: number
  readonly why: string
  readonly needs: string
  readonly since: number
  readonly steps: readonly (readonly [daysAgo: number, stage: Stage, why: string])[]
  /** Days ago, what was said, what was found, what was given. */
  readonly visits: readonly (readonly [number, 'wechat' | 'phone' | 'meeting', string, string, string])[]
}

const looked: readonly Looked[] = [
  {
    key: 'ache',
    owner: 'linxiao',
    program: 'koc',
    cadenceDays: 14,
    why: '五篇水温实验，答疑又快又准',
    needs: '想看到自己的数据被更多人用；不喜欢被当成广告位',
    since: 120,
    steps: [
      [96, 'supported', '寄了两支新产季样豆'],
      [60, 'producing', '每周一篇对照实验'],
    ],
    visits: [
      [62, 'meeting', '在杭州店聊了一下午，答应做一组水温对照。', '想要统一的记录表', '云南新产季样豆 200 g'],
      [20, 'wechat', '对照实验做完了，准备整理成一篇长文。', '希望有人帮忙校对数据', ''],
      [6, 'wechat', '长文发了，反响很好；想做一场直播杯测。', '', '直播位一场'],
    ],
  },
  {
    key: 'qingye',
    owner: 'tangguo',
    program: 'star',
    cadenceDays: 21,
    why: '一百杯打卡，大家都认得',
    needs: '想办一场百杯展，愿意讲给大家听',
    since: 80,
    steps: [
      [58, 'supported', '首页推荐了百杯日记'],
      [30, 'producing', '每周更新一篇'],
    ],
    visits: [[16, 'phone', '百杯展的场地定在上海店，想要一面照片墙。', '需要打印照片的预算', '']],
  },
  {
    key: 'hanxiaohe',
    owner: 'tangguo',
    program: 'star',
    cadenceDays: 14,
    why: '拉花进步很快，视频有感染力',
    needs: '进阶拉花课；周末才有空',
    since: 40,
    steps: [[24, 'supported', '送了一节压纹课']],
    visits: [[17, 'wechat', '天鹅终于像天鹅了，想参加城市赛。', '缺一台安静的练习机', '练习用奶 10 盒']],
  },
  {
    key: 'laoxu',
    owner: 'laozhou',
    program: 'vip',
    cadenceDays: 30,
    why: '每天一杯，连续半年',
    needs: '换豆子前先告诉他；只喝浅烘',
    since: 150,
    steps: [
      [140, 'supported', '送了专属杯'],
      [100, 'producing', '带来三位朋友'],
      [70, 'retained', '每月一聊'],
    ],
    visits: [[44, 'meeting', '说最近苏州店的出品不太稳，已转品控。', '希望同一个人给他做', '补了两杯']],
  },
  {
    key: 'songzhiyi',
    owner: 'linxiao',
    program: 'koc',
    cadenceDays: 14,
    why: '文字好，愿意写人',
    needs: '',
    since: 9,
    steps: [],
    visits: [],
  },
]

export async function buildCareWorld({ operators, members }: World, at: At, now: Date): Promise<void> {
  const dayOfWorld = (daysAgo: number) => addToDay(dayOf(now, 'Asia/Shanghai'), -daysAgo, 'day')
  for (const { key, owner, program, cadenceDays, why, needs, since, steps, visits } of looked) {
    const { actor, accountId } = operators[owner]!
    const { memberId } = members[key]!
    const care = async () =>
      (await findCareOfMember(at(actor, 0), memberId)).find((one) => one.program === program)!
    await startCare(at(actor, since), [memberId], {
      program,
      ownerId: accountId,
      cadenceDays,
      nextOn: dayOfWorld(since - cadenceDays),
      why,
    })
    for (const [daysAgo, stage, reason] of steps)
      await changeCare(at(actor, daysAgo), await care(), { stage, why: reason })
    for (const [daysAgo, way, summary, found, given] of visits)
      await noteVisit(at(actor, daysAgo, 16), memberId, await care(), {
        purpose: 'care',
        way,
        summary,
        found,
        given,
        visitedOn: dayOfWorld(daysAgo),
      })
    if (needs) await changeCare(at(actor, 3), await care(), { needs })
  }
  await noteVisit(at(operators.laozhou!.actor, 2, 15), members.nanxing!.memberId, undefined, {
    purpose: 'winback',
    way: 'wechat',
    summary: '搬家后附近没有门店，一直没再来；愿意参加线上杯测。',
    found: '想知道哪里能买到冷萃液',
    given: '一张邮费券',
    visitedOn: dayOfWorld(2),
  })
  const soon = addToDay(dayOf(now, 'Asia/Shanghai'), 6, 'day')
  const lin = at(operators.linxiao!.actor, 30)
  await addOccasion(lin, {
    name: '店庆',
    note: '门店当天送拼配小样',
    rule: { calendar: 'solar', month: Number(soon.slice(5, 7)), day: Number(soon.slice(8)) },
  })
  await addOccasion(lin, {
    name: '开山节',
    note: '新产季开炉',
    rule: { calendar: 'lunar', month: 2, day: 2 },
  })
}

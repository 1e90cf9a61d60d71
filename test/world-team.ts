/** How the team of 山丘咖啡 works: who is where, what is to be done by when, when they meet and what they learned. */
import type { Actor, Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { addToDay, dayOf, instantOf, startOfUnit } from '#base/time/calendar.ts'
import { setException } from '#modules/team/calendar/calendar.ts'
import {
  callMeeting,
  changeMeeting,
  closeMeeting,
  decideItem,
  findItems,
  makeTaskOf,
} from '#modules/team/meetings/meetings.ts'
import { changeDepartment, findDepartments, setDepartmentPeople } from '#modules/team/people/departments.ts'
import { agreeWithGuest } from '#modules/team/people/guests.ts'
import { makeDueTasks } from '#modules/team/tasks/series.ts'
import { changeStep, commentOnTask } from '#modules/team/tasks/steps.ts'
import { findSteps } from '#modules/team/tasks/tasks.sql.ts'
import { closeTask, createTask } from '#modules/team/tasks/tasks.ts'
import { noteTraining, type Skill } from '#modules/team/training/training.ts'
import type { World } from './world.ts'

type At = (actor: Actor, daysAgo: number, hour?: number) => Ctx

const zone = 'Asia/Shanghai'

const places: Readonly<Record<string, readonly string[]>> = {
  operations: ['linxiao', 'chenlang', 'tangguo'],
  product: ['hechuan', 'chengbai'],
  marketing: ['chenlang', 'yeyu'],
  service: ['laozhou', 'tangguo'],
}

interface Job {
  readonly title: string
  readonly owner: string | null
  readonly department: string
  /** Days from today and the hour. */
  readonly due: readonly [number, string] | null
  readonly daysAgo: number
  readonly detail?: string
  readonly steps?: readonly string[]
  readonly ticked?: number
  readonly urgent?: boolean
  readonly checkHow?: string
  readonly said?: readonly (readonly [string, string])[]
  readonly parts?: readonly Omit<Job, 'department'>[]
  /** What was found when it was done. */
  readonly done?: string
}

const jobs: readonly Job[] = [
  {
    title: '提交「冬季器具季」活动方案第 2 版',
    owner: 'linxiao',
    department: 'operations',
    due: [0, '18:00'],
    daysAgo: 4,
    detail: '评审会明早 10:00，参与人 5 位。第 1 版的问题：奖品太散，没有说清楚怎么评。',
    steps: ['主题和时间', '三档奖品和预算', '评选规则', '海报初稿', '风险和退路'],
    ticked: 3,
    urgent: true,
    said: [['hechuan', '预算控制在 6,000 元以内，器具可以找一器一物赞助。']],
  },
  {
    title: '回访近 30 天没来的老成员',
    owner: 'linxiao',
    department: 'operations',
    due: [-1, '18:00'],
    daysAgo: 6,
    detail: '先打前 20 位，记下原因：时间、内容、产品，还是被什么事惹到了。',
    steps: ['拉名单', '前 10 位', '后 10 位', '写结论'],
    ticked: 2,
  },
  {
    title: '核对双十二备货清单',
    owner: null,
    department: 'operations',
    due: [0, '19:00'],
    daysAgo: 2,
    detail: '挂耳、滤纸、联名杯三样，按去年双十二的 1.4 倍备。',
  },
  {
    title: '手冲研究所周活跃率回到 30%',
    owner: 'chenlang',
    department: 'operations',
    due: [12, '18:00'],
    daysAgo: 8,
    checkHow: '连续两周高于 30%',
    detail: '周三杯测停了三周，新帖没人接。先恢复固定节目，再看新人首帖。',
    said: [['chenlang', '杯测停是因为主持人出差，我找阿澈顶上，他愿意。'], ['linxiao', '好，本周三我也在。']],
    parts: [
      { title: '恢复周三杯测', owner: 'chenlang', due: [-1, '20:00'], daysAgo: 8, done: '本周 41 人到场' },
      { title: '新帖两小时内有人回', owner: 'tangguo', due: [3, '18:00'], daysAgo: 8 },
      { title: '新人首帖率到 25%', owner: null, due: [10, '18:00'], daysAgo: 7 },
    ],
  },
  {
    title: '把磨豆机异响的反馈带给产品',
    owner: 'laozhou',
    department: 'product',
    due: [2, '12:00'],
    daysAgo: 1,
    detail: '三位成员都在用同一批次，附上录音。',
  },
  { title: '整理新手常见的十个问题', owner: 'tangguo', department: 'service', due: null, daysAgo: 12 },
  { title: '十月活动复盘', owner: 'linxiao', department: 'operations', due: [-9, '18:00'], daysAgo: 20, done: '三条经验写进了手册' },
  { title: '门店海报换新', owner: 'yeyu', department: 'marketing', due: [-3, '18:00'], daysAgo: 10 },
  { title: '审校烘焙课第二讲讲义', owner: 'xulaoshi', department: 'operations', due: [4, '18:00'], daysAgo: 3 },
] // biome-ignore format: short entries on one line

export async function buildTeamWorld(world: World, at: At, now: Date): Promise<void> {
  const who = (key: string) => world.operators[key]!
  const today = dayOf(now, zone)
  const due = ([days, time]: readonly [number, string]) => instantOf(addToDay(today, days, 'day'), time, zone)
  const lin = who('linxiao').actor

  const departments = new Map((await findDepartments(at(lin, 180))).map(({ key, id }) => [key, id]))
  for (const [key, people] of Object.entries(places)) {
    const id = departments.get(key)!
    await setDepartmentPeople(
      at(lin, 180),
      id,
      people.map((person) => who(person).accountId),
    )
    await changeDepartment(at(lin, 180), id, { leadId: who(people[0]!).accountId })
  }
  await agreeWithGuest(at(lin, 60), who('xulaoshi').accountId, {
    field: '烘焙',
    organisation: '青禾烘焙工作室',
    agreement: '每月一堂烘焙课，审校讲义；社群内署名',
    keeperId: who('chenlang').accountId,
    endsOn: addToDay(today, 11, 'day'),
  })
  await agreeWithGuest(at(lin, 40), who('guwei').accountId, {
    field: '器具供应',
    organisation: '一器一物',
    agreement: '内测器具首批 40 件，优先看反馈',
    keeperId: who('hechuan').accountId,
    endsOn: null,
  })
  await setException(at(lin, 30), { day: addToDay(today, 2, 'day'), works: false, hours: null, name: '店庆' })

  const make = async (job: Omit<Job, 'department'>, departmentId: Id, parentId: Id | null): Promise<Id> => {
    const maker = who(job.owner === 'linxiao' ? 'hechuan' : 'linxiao').actor
    const ctx = at(maker, job.daysAgo)
    const id = await createTask(ctx, {
      title: job.title,
      ownerId: job.owner && who(job.owner).accountId,
      departmentId,
      parentId,
      dueAt: job.due && due(job.due),
      ...(job.detail ? { detail: job.detail } : {}),
      ...(job.steps ? { steps: job.steps } : {}),
      ...(job.urgent ? { urgent: true } : {}),
      ...(job.checkHow ? { checkHow: job.checkHow } : {}),
    })
    for (const step of (await findSteps(ctx, id)).slice(0, job.ticked ?? 0))
      await changeStep(at(lin, Math.max(0, job.daysAgo - 1)), id, step.id, { done: true })
    for (const [key, body] of job.said ?? []) await commentOnTask(at(who(key).actor, 1), id, body)
    for (const part of job.parts ?? []) await make(part, departmentId, id)
    if (job.done)
      await closeTask(at(lin, Math.max(0, -(job.due?.[0] ?? 0)), 17), id, { outcome: 'done', note: job.done })
    return id
  }
  for (const job of jobs) await make(job, departments.get(job.department)!, null)

  const friday = addToDay(startOfUnit(today, 'week'), -3, 'day')
  await createTask(at(lin, 14), {
    title: '社群周报',
    ownerId: who('chenlang').accountId,
    departmentId: departments.get('operations')!,
    dueAt: instantOf(friday, '18:00', zone),
    steps: ['数据', '结论', '下周三件事'],
    repeat: { rule: 'FREQ=WEEKLY;BYDAY=FR', leadDays: 3 },
  })
  await makeDueTasks(at({ kind: 'system', name: 'world' }, 0))

  await meet(world, at, today, departments)
  for (const [topic, skill, daysAgo, minutes, trainer, people, notes] of trainings)
    await noteTraining(at(lin, daysAgo, 19), {
      topic,
      skill,
      heldOn: addToDay(today, -daysAgo, 'day'),
      minutes,
      trainer,
      notes,
      attendees: people.map((key) => who(key).accountId),
    })
}

/** Last week's meeting, closed, and the one of this week, still to come. */
async function meet(
  world: World,
  at: At,
  today: string,
  departments: ReadonlyMap<string, Id>,
): Promise<void> {
  const lin = world.operators.linxiao!.actor
  const monday = startOfUnit(today, 'week')
  const hand = (text: string, key: string | null) => ({
    origin: 'hand' as const,
    originKey: null,
    departmentId: key && departments.get(key)!,
    text,
    path: null,
  })
  const last = await callMeeting(
    at(lin, 8),
    { title: '每周例会', startsAt: instantOf(addToDay(monday, -7, 'day'), '10:00', zone) },
    [
      hand('手冲研究所连跌七周，先救什么', 'operations'),
      hand('双十二要不要开预售', 'marketing'),
      hand('异响的磨豆机怎么回', 'service'),
    ],
  )
  const items = await findItems(at(lin, 7), last)
  const decisions = ['先恢复周三杯测，再盯新帖回复', '不开预售，福利小铺发券', '统一口径：换新，不追问']
  for (const [index, item] of items.entries())
    await decideItem(at(lin, 7), last, item.id, decisions[index] ?? '')
  await makeTaskOf(at(lin, 7), last, items[0]!.id, {
    title: '给周三杯测排三个主持人',
    ownerId: world.operators.tangguo!.accountId,
    dueAt: instantOf(addToDay(today, 1, 'day'), '18:00', zone),
  })
  await changeMeeting(at(lin, 7), last, {
    minutes: '周活跃率连跌七周，先恢复固定节目，再补新人接待。\n双十二不另开新群，统一在福利小铺。',
  })
  await closeMeeting(at(lin, 7), last)
  await callMeeting(at(lin, 0), { title: '双十二碰头会', startsAt: instantOf(today, '10:30', zone) }, [
    hand('备货谁来核', 'operations'),
    hand('海报和文案', 'marketing'),
    hand('客服排班', 'service'),
  ])
}

const trainings: readonly (readonly [string, Skill, number, number, string, readonly string[], string])[] = [
  ['看懂留存：三张图', 'data', 7, 90, '程白', ['linxiao', 'chenlang', 'tangguo'], '作业：各自挑一个群讲给大家听'],
  ['选题与内容日历', 'content', 28, 60, '何川', ['chenlang', 'tangguo', 'yeyu'], ''],
  ['线下杯测怎么办', 'events', 74, 120, '林晓', ['linxiao', 'chenlang'], '场地、流程、签到、收尾四张清单'],
  ['投诉来了先说哪句', 'service', 102, 45, '老周', ['laozhou', 'tangguo'], ''],
] // biome-ignore format: one training a line

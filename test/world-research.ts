/** Whom 山丘咖啡 knows its members to be, and what it learned by talking to them. */
import { modules } from '#apps/server/modules.ts'
import type { Actor } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { declaredBy } from '#base/declarations/declared.ts'
import type { Parts } from '#base/parts.ts'
import { addToDay, dayOf } from '#base/time/calendar.ts'
import { type Condition, type Definition, openAudience } from '#modules/audience/api.ts'
import { changeInterview } from '#modules/audience/interviews/interviews.ts'
import { noteMention, notePainPoint } from '#modules/audience/interviews/pain-points.ts'
import {
  findInterviews,
  getInterview,
  getPainPoint,
  getStudy,
} from '#modules/audience/interviews/studies.sql.ts'
import { addToSample, openStudy } from '#modules/audience/interviews/studies.ts'
import { usualGuide } from '#modules/audience/interviews/usual-guide.ts'
import { definePersona, type PersonaWords } from '#modules/audience/personas/personas.ts'
import type { World } from './world.ts'

type At = (actor: Actor, daysAgo: number, hour?: number) => Ctx

const last = (amount: number) => ({ last: { amount, unit: 'days' as const } })
const did = (event: string, times: number, days: number): Condition => ({
  kind: 'event',
  event,
  window: last(days),
  measure: { of: 'count', op: 'gte', value: times },
})
const never = (event: string): Condition => ({
  kind: 'event',
  event,
  measure: { of: 'count', op: 'eq', value: 0 },
})
const all = (...of: readonly Condition[]): Definition => ({ version: 1, who: { kind: 'all', of } })

const personas: readonly PersonaWords[] = [
  {
    name: '认真的手冲党',
    tagline: '工作日喝速溶，周末认真冲一壶，参数记在本子上',
    definition: all(did('post.read', 6, 30), did('comment.posted', 1, 90)),
    needs: '想知道同一支豆子别人怎么冲\n怕问题太基础被笑话',
    approach: '每周五发参数表\n提问两小时内有人回',
    tone: 'pine',
  },
  {
    name: '门店常客',
    tagline: '每天路过，认得店员，偶尔带朋友来',
    definition: all(
      { kind: 'field', field: 'member.channel', test: { op: 'is', value: 'store' } },
      did('order.paid', 2, 180),
    ),
    needs: '新豆到店第一个知道\n排队少等几分钟',
    approach: '到店提醒、常客杯、带朋友半价',
    tone: 'wheat',
  },
  {
    name: '沉默的新人',
    tagline: '来了不到两个月，看得多，一句话没说过',
    definition: all(
      { kind: 'event', event: 'member.joined', measure: { of: 'first', test: { op: 'inLast', value: 60 } } },
      never('post.published'),
      never('comment.posted'),
    ),
    needs: '不知道第一帖发什么',
    approach: '「第一杯」模板；主理人 24 小时内打招呼',
    tone: 'sky',
  },
  {
    name: '只买不说的人',
    tagline: '定期下单，几乎不逛社群',
    definition: all(did('order.paid', 2, 180), never('post.published')),
    needs: '买得放心、到得准时',
    approach: '少打扰；到货与冲煮建议随单附上',
    tone: 'plum',
  },
]

export async function buildResearchWorld(
  parts: Parts,
  { operators, members }: World,
  at: At,
  now: Date,
): Promise<void> {
  const audience = openAudience(
    parts,
    declaredBy(() => modules(parts)),
  )
  const { actor, accountId } = operators.chengbai!
  for (const persona of personas) await definePersona(at(actor, 28), audience, persona)

  const studyId = await openStudy(at(actor, 14), audience, {
    title: '新人为什么不发第一帖',
    goal: '弄清加入后 7 天里，是什么让人停在「看」',
    definition: personas[2]!.definition,
    method: 'random',
    target: 20,
    quotas: [],
    guide: usualGuide['zh-CN'],
  })
  const study = () => getStudy(at(actor, 0), studyId)
  const chosen = ['keke', 'momo', 'zhouzhou', 'nanxing', 'xiaoman'].map((key) => members[key]!.memberId)
  await addToSample(at(actor, 13), await study(), chosen)
  const talkOf = async (key: string) =>
    (await findInterviews(at(actor, 0), studyId)).find((one) => one.memberId === members[key]!.memberId)!
  const today = dayOf(now, 'Asia/Shanghai')
  const hold = async (key: string, daysAgo: number, summary: string) =>
    await changeInterview(
      at(actor, daysAgo, 15),
      await talkOf(key),
      {
        state: 'held',
        heldOn: addToDay(today, -daysAgo, 'day'),
        interviewerId: accountId,
        answers: ['周末在家做甜品，顺便喝咖啡', '一个月两百左右', '朋友推荐'],
        summary,
      },
      today,
    )
  await hold('keke', 9, '想发提拉米苏，但觉得这里只聊手冲；怕没人理。')
  await hold('momo', 7, '收集杯子，不知道晒单算不算「内容」。')
  await hold('nanxing', 5, '只喝冰的，觉得自己是外行，发了会被笑。')
  await changeInterview(
    at(actor, 2),
    await talkOf('xiaoman'),
    { state: 'invited', interviewerId: accountId, dueOn: today },
    today,
  )
  const pain = async (title: string, over: object = {}) =>
    await notePainPoint(at(actor, 4), await study(), {
      title,
      headache: 'unknown',
      willing: 'unknown',
      alternatives: 'unknown',
      reassured: 'unknown',
      note: '',
      decision: 'open',
      action: '',
      ...over,
    })
  const lost = await pain('不知道第一帖发什么', {
    headache: 'yes',
    willing: 'yes',
    alternatives: 'no',
    reassured: 'yes',
    decision: 'solve',
    action: '加入后给一张「第一杯」模板：照片、豆子、一句感受',
  })
  const alone = await pain('发了怕没人理', {
    headache: 'yes',
    decision: 'test',
    action: '30 位新人的首帖由主理人两小时内回复，看第 7 天留存',
  })
  const say = async (painId: string, key: string, quote: string) => {
    const talk = await getInterview(at(actor, 4), (await talkOf(key)).id)
    await noteMention(at(actor, 4), await getPainPoint(at(actor, 4), painId), talk, quote)
  }
  await say(lost, 'keke', '写到一半就删了')
  await say(lost, 'momo', '晒个杯子也算吗？')
  await say(lost, 'nanxing', '我只会加冰块')
  await say(alone, 'keke', '上次在别的群发了，没人回')
}

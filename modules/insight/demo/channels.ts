/** What the demo brand keeps of its channels: all classified, one made the base, and plans for four months. */
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { addToDay, type Day, startOfUnit } from '#base/time/calendar.ts'
import { findPlan, type PlanEntry, planMonth } from '../channels/plan.ts'
import { chooseBase, classifyChannels, findRegister } from '../channels/registry.ts'
import type { ChannelType } from '../channels/types.ts'

interface Told {
  readonly channel: string
  readonly type: ChannelType
  readonly note: string
  /** Which of the owners that were given. */
  readonly owner: number
}

const channels: readonly Told[] = [
  { channel: 'wechat', type: 'account', note: '公众号推文尾部放入群码，企业微信接待', owner: 0 },
  { channel: 'store', type: 'shop', note: '立牌、杯套和收银台三处二维码', owner: 3 },
  { channel: 'referral', type: 'referral', note: '老客带一位，双方各得样豆', owner: 2 },
  { channel: 'xiaohongshu', type: 'social', note: '参数笔记和达人寄样', owner: 1 },
  { channel: 'search', type: 'search', note: '品牌词和「手冲入门」词包', owner: 1 },
  { channel: 'direct', type: 'site', note: '收藏和直接打开官网的人', owner: 0 },
]

/** What somebody who reads the figures decides: those who were brought by friends stay longest. */
const base = {
  channel: 'referral',
  reason: '熟人带来的人最爱说话，一个月后还来的也最多；预算先给到这里，公域来的人也往老客的群里引',
} as const

/** In a month: fans of a community of six hundred, and fen. */
const planned: readonly (Omit<PlanEntry, 'ownerId'> & Pick<Told, 'owner'>)[] = [
  { channel: 'wechat', fans: 34, budget: 160_000, measures: '公众号互推三家，推文尾部入群码', owner: 0 },
  { channel: 'xiaohongshu', fans: 32, budget: 380_000, measures: '达人寄样，每周两篇参数笔记', owner: 1 },
  { channel: 'store', fans: 18, budget: 90_000, measures: '杯套二维码换新，店员口播', owner: 3 },
  { channel: 'referral', fans: 20, budget: 120_000, measures: '老客带一位送 50 克样豆', owner: 2 },
  { channel: 'search', fans: 12, budget: 60_000, measures: '「手冲入门」词包', owner: 1 },
]

/** Months that have a plan, the running one among them. */
const months = 4

interface Loading {
  /** The last day of the simulation. */
  readonly to: Day
  /** Members that the simulation has: plans are as large as the community. */
  readonly members: number
  readonly owners: readonly Id[]
  /** Who sets it, on a day. */
  readonly on: (day: Day) => Ctx
}

/** Sets what is not there yet. In the transaction of the caller. */
export async function keepDemoChannels({ to, members, owners, on }: Loading): Promise<void> {
  const ownerOf = ({ owner }: Pick<Told, 'owner'>) => owners[owner % Math.max(1, owners.length)] ?? null
  const known = new Set((await findRegister(on(to))).map(({ channel }) => channel))
  const missing = channels.filter(({ channel }) => !known.has(channel))
  if (missing.length > 0) {
    const entries = missing.map((told) => ({ ...told, ownerId: ownerOf(told) }))
    const kept = await classifyChannels(on(addToDay(to, -100, 'day')), entries)
    const chosen = kept.find(({ channel }) => channel === base.channel)
    if (chosen) await chooseBase(on(addToDay(to, -40, 'day')), chosen.id, base.reason)
  }
  for (let ago = months - 1; ago >= 0; ago--) {
    const month = addToDay(startOfUnit(to, 'month'), -ago, 'month')
    const at = on(month)
    if ((await findPlan(at, month)).length > 0) continue
    await planMonth(
      at,
      month,
      planned.map(({ owner, fans, ...entry }) => ({
        ...entry,
        fans: Math.max(1, Math.round((fans * members) / 600)),
        ownerId: ownerOf({ owner }),
      })),
    )
  }
}

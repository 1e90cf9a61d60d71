/**
 * Improvements of the demo brand, from what its data really holds: the tastings that stopped, newcomers nobody
 * answered. Two were decided, one of them a chain of two rounds; one has had its days, one waits to start. The
 * simulation knows nothing of what was done, so what is measured is what the figures did, whatever it is.
 */
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { addToDay, type Day } from '#base/time/calendar.ts'
import { findSignals } from '../alerts/signals.ts'
import { openAsking } from '../asking.ts'
import { freezeFinding } from '../improvements/finding.ts'
import type { Verdict } from '../improvements/improvement.ts'
import {
  changeImprovement,
  decideImprovement,
  keepMeasured,
  makeImprovement,
  startImprovement,
} from '../improvements/improvements.ts'
import { measureImprovement } from '../improvements/measuring.ts'
import { getImprovement } from '../improvements/reading.ts'
import type { InsightParts } from '../parts.ts'
import { tastingGroup } from './story.ts'

interface Round {
  readonly doing: string
  /** Days ago; left out: it waits. */
  readonly began?: number
  readonly days: number
  readonly decided?: { readonly ago: number; readonly verdict: Verdict; readonly reason: string }
}
interface Told {
  readonly name: string
  readonly found: string
  /** Where the signal of this group is open it begins with that instead of its words. */
  readonly signal?: boolean
  readonly group?: string
  readonly metric: string
  readonly success: string
  readonly owner: number
  readonly rounds: readonly Round[]
}

const told: readonly Told[] = [
  {
    name: '新人第一帖，两小时内有人回',
    found: '新人发了第一帖没人接话，多半就不再来了；现在全靠几位老成员碰巧看见',
    metric: 'interactions',
    success: '每天的互动多一成，且不是同几个人在回',
    owner: 0,
    rounds: [
      {
        doing: '每天排两位值班，在新人第一帖下带着问题回一句',
        began: 112,
        days: 28,
        decided: {
          ago: 83,
          verdict: 'adjusted',
          reason: '值班的人回得快，别人反而不回了。换成请老成员认领，值班只补漏。',
        },
      },
      {
        doing: '请二十位老成员认领新人，值班只回两小时还没人理的帖子',
        began: 80,
        days: 28,
        decided: {
          ago: 50,
          verdict: 'kept',
          reason: '不费人手，回应也没有掉下来，就这么留着。半年后再看一次是不是同几个人在回。',
        },
      },
    ],
  },
  {
    name: '老带新双倍积分之后接住新人',
    found: '活动那几天来的人多，一周后大半没再出现',
    metric: 'daily_actives',
    success: '每天多 20 人回来',
    owner: 1,
    rounds: [{ doing: '加入第三天推一篇「一把磨豆机能用到哪」，第七天约一次线上冲煮', began: 33, days: 28 }],
  },
  {
    name: '杯测停办期间改成线上冲煮',
    found: '场地装修，周三杯测停了，群里的人跟着散',
    signal: true,
    group: tastingGroup,
    metric: 'daily_actives',
    success: '群里每天来的人回到停办前的九成',
    owner: 2,
    rounds: [{ doing: '周三晚八点直播冲同一支豆，豆单提前一天发，第二天发回放', days: 28 }],
  },
]

interface Setting {
  readonly parts: InsightParts
  readonly owners: readonly Id[]
  readonly groups: ReadonlyMap<string, Id>
  /** The first and the last day of the simulation. */
  readonly from: Day
  readonly to: Day
  /** The simulator at noon of a day. */
  readonly on: (day: Day) => Ctx
  /** Runs while the demo is there. */
  readonly whileThere: (ctx: Ctx, work: (tx: Ctx) => Promise<void>) => Promise<void>
}

/** Makes them once: what is there is not made again. Signals must have been looked for. */
export async function loadDemoImprovements(ctx: Ctx, setting: Setting): Promise<void> {
  for (const one of told) {
    const group = one.group ? setting.groups.get(one.group) : undefined
    if (one.group && !group) continue
    const first = one.rounds[0]!.began
    if (first !== undefined && addToDay(setting.to, -first - one.rounds[0]!.days, 'day') < setting.from)
      continue
    const there = await ctx.db
      .selectFrom('improvement')
      .select('id')
      .where('created_by', '=', 'system:seed')
      .where('name', '=', one.name)
      .limit(1)
      .executeTakeFirst()
    if (!there) await tell(ctx, setting, one, group)
  }
}

async function tell(ctx: Ctx, setting: Setting, one: Told, group: Id | undefined): Promise<void> {
  const { parts, owners, to, on, whileThere } = setting
  const ago = (days: number) => on(addToDay(to, -days, 'day'))
  const scope = group ? { group } : {}
  const made = ago(one.rounds[0]!.began ?? 0)
  const open = one.signal
    ? (await findSignals(ctx, { open: true, group }, { after: undefined, limit: 1 })).items[0]
    : undefined
  const {
    metric: _,
    scope: __,
    ...finding
  } = await freezeFinding(
    await openAsking(made, parts),
    open ? { of: 'signal', id: open.id } : { of: 'words', words: one.found },
  )
  let id: Id | undefined
  await whileThere(made, async (tx) => {
    const improvement = await makeImprovement(tx, {
      ...finding,
      name: one.name,
      doing: one.rounds[0]!.doing,
      whom: scope,
      links: [],
      experimentId: null,
      metric: one.metric,
      scope,
      against: null,
      days: one.rounds[0]!.days,
      success: one.success,
      ownerId: owners[one.owner % Math.max(1, owners.length)] ?? null,
    })
    id = improvement.id
  })
  for (const { doing, began, decided } of one.rounds) {
    if (!id || began === undefined) return
    const started = id
    await whileThere(ago(began), async (tx) => {
      await changeImprovement(tx, started, { doing })
      await startImprovement(tx, started, addToDay(to, -began, 'day'))
    })
    const then = decided ? ago(decided.ago) : ctx
    const found = await measureImprovement(
      await openAsking(then, parts, undefined, 60),
      await getImprovement(ctx, started),
    )
    let next: Id | null = null
    await whileThere(then, async (tx) => {
      if (decided) next = (await decideImprovement(tx, started, decided, found?.measured ?? null)).nextId
      else if (found) await keepMeasured(tx, started, found.measured)
    })
    id = next ?? undefined
  }
}

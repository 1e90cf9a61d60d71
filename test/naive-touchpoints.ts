/** Touchpoints as `touchpoints.ts` says them, read from the log one member after another. */
import { stageEvents } from '#modules/insight/channels/touchpoints.ts'
import type { TrafficKind } from '#modules/insight/channels/types.ts'
import type { BehaviourRow } from './behaviour-rows.ts'

export interface Asked {
  readonly within: number
  readonly days: { readonly from: string; readonly to: string }
  readonly today: string
  readonly now: Date
  /** Members with higher ids are doubles. */
  readonly members: number
}

const day = 86_400_000_000n

/** The channel that an event says it came by; empty when it says nothing. Of the sources that the test writes. */
export function channelOf({ name, props, context }: BehaviourRow): string {
  const utm = (context.utm ?? {}) as Record<string, string>
  const joined = name === 'member.joined' ? String(props.channel ?? '') : ''
  return (
    joined ||
    utm.source?.toLowerCase() ||
    (typeof context.referrer === 'string' ? 'xiaohongshu' : 'landing' in context ? 'direct' : '')
  )
}

const kinds: Readonly<Record<string, TrafficKind>> = { store: 'own', wechat: 'own', xiaohongshu: 'public' }
export const kindOf = (channel: string): TrafficKind => kinds[channel] ?? 'none'

const plus = (from: string, days: number) =>
  new Date(Date.parse(from) + days * 86_400_000).toISOString().slice(0, 10)

/** Per place (`channel:x`, `kind:own`, `all`): who is there, with all that the map says, one member after another. */
export function naiveMap(rows: readonly BehaviourRow[], { within, days, today, now, members }: Asked) {
  const found = new Map<
    string,
    Map<string, { reached: boolean[]; stood: boolean[]; paid: bigint[]; open: boolean }>
  >()
  for (const member of new Set(rows.map((row) => row.member))) {
    if (Number(member) > members) continue
    const own = rows.filter((row) => row.member === member)
    const touched = new Map<string, bigint>()
    for (const row of own) {
      const channel = channelOf(row)
      const touching = row.name === 'member.joined' || channel !== ''
      if (!touching || channel === '' || row.day < days.from || row.day > days.to) continue
      for (const place of [`channel:${channel}`, `kind:${kindOf(channel)}`, 'all:'])
        if (!touched.has(place)) touched.set(place, row.at)
    }
    const upToNow = own.filter((row) => row.day <= today)
    const firstOf = (names: readonly string[], nth = 0) =>
      upToNow.filter(({ name }) => names.includes(name))[nth]?.at ?? null
    const firsts = [
      firstOf(stageEvents.joined),
      firstOf(stageEvents.interacted),
      firstOf(stageEvents.bought),
      firstOf(stageEvents.bought, 1),
    ]
    // A later stage stands for those before it.
    const stages = firsts.map((_, at) =>
      firsts
        .slice(at)
        .reduce((least, each) => (each !== null && (least === null || each < least) ? each : least), null),
    )
    for (const [place, met] of touched) {
      const ends = met + BigInt(within) * day
      const by = stages.map((at) => at !== null && at <= ends)
      const had = stages.map((at) => at !== null && at < met)
      if (!found.has(place)) found.set(place, new Map())
      found.get(place)!.set(member, {
        reached: by.map((yes, at) => yes && !had[at]),
        stood: had.map((yes, at) => !yes && (at === 0 || by[at - 1]!)),
        paid: upToNow
          .filter(({ name, at }) => name === 'order.paid' && at >= met && at <= ends)
          .map(({ value }) => BigInt(value ?? 0)),
        open: ends > BigInt(now.getTime()) * 1_000n,
      })
    }
  }
  return found
}

/** Fans and what became of them, one member after another. */
export function naiveFans(rows: readonly BehaviourRow[], { within, days, today, members }: Asked) {
  return [...new Set(rows.map((row) => row.member))].flatMap((member) => {
    if (Number(member) > members) return []
    const own = rows.filter((row) => row.member === member)
    const joins = own.filter(
      ({ name, day: on }) => name === 'member.joined' && on >= days.from && on <= days.to,
    )
    const [join] = joins
    if (!join) return []
    const mature = plus(join.day, within + 7) <= today
    const [from, to] = [plus(join.day, within), plus(join.day, within + 6)]
    const paid = own.filter(
      ({ name, at, day: on }) =>
        name === 'order.paid' && on <= today && at >= join.at && at <= join.at + BigInt(within) * day,
    )
    return [
      {
        member,
        channel: channelOf(join) || 'unknown',
        mature,
        kept: mature && own.some(({ day: on }) => on >= from && on <= to),
        paid: mature ? paid.map(({ value }) => BigInt(value ?? 0)) : [],
      },
    ]
  })
}

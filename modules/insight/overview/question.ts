/**
 * The overview of a community: what is asked and what is answered. Weeks here are seven whole days counted back
 * from the last day asked (yesterday when none is), as in the health of groups, so that no week is cut.
 */
import { z } from 'zod'
import { day, refusal } from '#base/http/schemas.ts'
import { breakdown, rowId } from '../shapes.ts'
import { overviewLabels as labels } from './overview.messages.ts'

export const question = z.object({
  weeks: z.int().min(4).max(52).default(12),
  /** Last whole day; yesterday when left out, or when it is not over yet. */
  to: day.optional(),
  /** Only what happens in this group. */
  group: rowId.optional(),
  /** The dotted line: as many weeks right before, or the same weeks 52 weeks earlier. */
  compare: z.enum(['previous', 'year']).default('previous'),
  /** The change is told between the last week and the week so many before it. */
  against: z.int().min(1).max(12).default(4),
  /**
   * What the change is told by: groups; new, returning and lost people; their channel; a field of members that has one
   * value each; or segments in an order, of which each member is in the first that he fits.
   */
  by: z
    .union([
      z.enum(['group', 'kind', 'channel']),
      breakdown.refine(({ by }) => by === 'field' || by === 'segments', refusal(labels.cutByMember)),
    ])
    .default('group'),
})
export type Question = z.output<typeof question>

const count = z.int()
/** A figure of the last week and of the one that it is compared with. */
const pair = z.object({ now: z.number(), before: z.number() })
export type Pair = z.infer<typeof pair>

const contributor = z.object({
  /** Of the group, the channel, the field, the segment, or `new` `back` `away`; `''` is outside of every group, not known, or in no segment. */
  value: z.string(),
  label: z.string(),
  came: count,
  /** Of those who came, how many had never been active here before. */
  newcomers: count,
  away: count,
  /** came − away. All of them sum to the change. */
  change: count,
})
export type Contributor = z.infer<typeof contributor>

/** Something that people did week after week in a group, and that stopped. */
const stopped = z.object({
  group: z.string(),
  groupLabel: z.string(),
  event: z.string(),
  label: z.string(),
  /** Whole weeks without it. */
  weeks: count,
  /** Members who did it in a usual week before: the median of four. */
  usual: z.number(),
  /** Last day on which it happened. */
  lastDay: day,
  /** Who did it in the four weeks before it stopped, and how many of them were not active in the group in the last week. */
  regulars: count,
  missing: count,
})
export type Stopped = z.infer<typeof stopped>

const anomaly = z.object({
  day,
  metric: z.enum(['actives', 'posts', 'comments', 'joined', 'revenue']),
  value: z.number(),
  /** Median of the same weekday in the weeks before. */
  usual: z.number(),
  /** Distance in robust standard deviations. */
  score: z.number(),
})
export type Anomaly = z.infer<typeof anomaly>

const goal = z.object({
  name: z.string(),
  target: z.number(),
  startsOn: day,
  dueOn: day,
  /** Where the pace line begins. */
  baseline: z.number().nullable(),
  /** What the pace line says for the last day. */
  paceNow: z.number().nullable(),
})

export const light = z.enum(['good', 'warn', 'bad', 'off'])

export const answer = z.object({
  from: day,
  to: day,
  north: z.object({
    /** Oldest first; `start` and `end` are its first and last day. */
    weeks: z.array(z.object({ start: day, end: day, actives: count, before: count })),
    goal: goal.nullable(),
  }),
  change: z.object({
    now: count,
    before: count,
    /** The largest moves first. */
    contributors: z.array(contributor),
    stopped: z.array(stopped),
  }),
  groups: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      glyph: z.string(),
      colour: z.string(),
      light,
      score: z.number().nullable(),
      members: count,
      actives: count,
      /** Percent. */
      activeRate: z.number().nullable(),
      activeRateBefore: z.number().nullable(),
      rates: z.array(z.number()),
      /** Minutes until a post of the last 28 days got its first reply by somebody else: the median. */
      firstReply: z.number().nullable(),
      replied: count,
      posts: count,
    }),
  ),
  retention: z.object({
    /** Oldest first. `retained[n]` were active in the week n + 1 after that in which they joined. */
    cohorts: z.array(z.object({ start: day, end: day, size: count, retained: z.array(count) })),
  }),
  funnel: z.object({
    from: day,
    to: day,
    steps: z.array(z.object({ step: z.string(), members: count })),
  }),
  /** Of the last week. */
  content: z.object({
    posts: pair,
    comments: pair,
    reactions: pair,
    reads: pair,
    /** (reactions + comments + shares + bookmarks) ÷ reads. */
    interactionRate: z.object({ now: z.number().nullable(), before: z.number().nullable() }),
    /** Interactions of an active member (S1-04). */
    perActive: z.object({ now: z.number().nullable(), before: z.number().nullable() }),
    weekly: z.array(count),
  }),
  feedback: z.object({
    /** Posts of 28 days, how many of them somebody else replied to, and how soon: the median, in minutes. */
    posts: count,
    replied: count,
    minutes: z.number().nullable(),
    answers: pair,
    accepted: pair,
    reports: pair,
    /** Answers to questions. */
    weekly: z.array(count),
  }),
  /** Minor units; money paid less money given back. */
  revenue: z.object({
    net: pair,
    refunded: pair,
    orders: pair,
    buyers: pair,
    weekly: z.array(z.number()),
  }),
  newcomers: z.object({
    joined: pair,
    weekly: z.array(count),
    /** Of 28 days, who could be answered within a day, and who was; null while groups were not measured. */
    answered: z.object({ newcomers: count, answered: count }).nullable(),
  }),
  activity: z.object({
    /** Mean of the last seven days. */
    dau: pair,
    wau: pair,
    /** 28 days, and the 28 before. */
    mau: pair,
    /** Mean daily actives of 28 days ÷ their monthly actives. */
    stickiness: z.object({ now: z.number().nullable(), before: z.number().nullable() }),
    daily: z.array(z.object({ day, actives: count })),
  }),
  anomalies: z.array(anomaly),
})
export type Overview = z.input<typeof answer>

const week = z.int().min(0).max(120)

export const cell = z.discriminatedUnion('of', [
  z.object({ of: z.literal('actives'), week }),
  z.object({ of: z.literal('day'), day }),
  z.object({ of: z.literal('month'), before: z.boolean().optional() }),
  z.object({ of: z.enum(['came', 'away', 'newcomers']), value: z.string().max(300) }),
  z.object({
    of: z.literal('missing'),
    group: z.string().max(20),
    event: z.string().max(64),
    weeks: z.int(),
  }),
  z.object({
    of: z.literal('regulars'),
    group: z.string().max(20),
    event: z.string().max(64),
    weeks: z.int(),
  }),
  z.object({ of: z.literal('group'), group: rowId }),
  z.object({ of: z.literal('cohort'), week, after: z.int().min(1).max(52).optional() }),
  z.object({ of: z.literal('funnel'), step: z.int().min(0).max(5), lost: z.boolean().optional() }),
  z.object({ of: z.literal('doing'), event: z.string().max(64), week }),
])
export type Cell = z.output<typeof cell>

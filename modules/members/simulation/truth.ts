/**
 * What is true of the simulated community: every number that the simulation follows. It is stored with
 * each run (`seed_run.truth`) and explained in `docs/simulation.md`, so that analyses can be checked
 * against it. Times are days of Asia/Shanghai, which has no summer time.
 */

export interface Channel {
  readonly name: string
  /** Share of joiners. */
  readonly share: number
  readonly medium: string
  readonly referrer?: string
  /** Multiplies how often its people come. */
  readonly activity: number
  /** Multiplies how long they stay (the `b` of the dropout law). */
  readonly loyalty: number
  /** Probability that one of them never writes. */
  readonly silent: number
  /** Probability that one of them ever buys. */
  readonly buys: number
}

export interface Truth {
  readonly channels: readonly Channel[]
  readonly joining: {
    /** Joiners per day grow linearly to this multiple over the window. */
    readonly growth: number
    /** Campaigns: where in the window (0–1), how many days, how many times the usual joiners, whose people. */
    readonly campaigns: readonly {
      readonly at: number
      readonly days: number
      readonly times: number
      readonly channel: string
    }[]
  }
  /** Visits: on a day when a member is still there, P(visit) = 1 − exp(−λ·weekday), λ ~ Gamma(shape, mean/shape) × channel. */
  readonly visits: {
    readonly shape: number
    readonly mean: number
    /** Monday first. */
    readonly weekdays: readonly number[]
    /** Weight of each hour of the day. */
    readonly hours: readonly number[]
    /** Sessions on a day of visit: 1 + Poisson. */
    readonly moreSessions: number
  }
  /** Leaving: shifted beta-geometric, P(still there after t days) = B(a, b+t) / B(a, b), b × the channel's loyalty. */
  readonly dropout: { readonly a: number; readonly b: number }
  readonly session: {
    /** Page views: 1 + Poisson. */
    readonly morePages: number
    /** Of page views, those of a post. */
    readonly postShare: number
    /** Seconds online: log-normal. */
    readonly secondsMedian: number
    readonly secondsSigma: number
    /** P(check-in) on a day of visit: one's own, Beta(a, b). */
    readonly checkIn: { readonly a: number; readonly b: number }
  }
  /** Writing of those who write: posts a session ~ Pareto(least, alpha) of one's own, at most `most`. */
  readonly writing: {
    readonly least: number
    readonly alpha: number
    readonly most: number
    readonly commentsPerPost: number
    readonly reactionsPerSession: number
    /** Silent people react, rarely. */
    readonly silentReactions: number
  }
  /** On the day of joining everybody comes. */
  readonly firstDay: { readonly finishesProfile: number; readonly firstPost: number }
  /** The tasting on Wednesday at 20:00 and what became of it. */
  readonly tasting: {
    /** Share of members who belong to it. */
    readonly regulars: number
    /** P(a regular comes) while it runs. */
    readonly attends: number
    /** It stopped this many days before the end. */
    readonly stoppedDaysAgo: number
    /** What a regular's λ was multiplied with from then on. */
    readonly afterwards: number
  }
  /** Orders of buyers: BG/NBD after the first one; spend Gamma-Gamma. */
  readonly orders: {
    /** Days from joining to the first order: exponential. */
    readonly firstAfterDays: number
    /** Purchase rate per day ~ Gamma(r, rate alpha). */
    readonly r: number
    readonly alpha: number
    /** P(gone after a purchase) ~ Beta(a, b). */
    readonly a: number
    readonly b: number
    /** Value in fen ~ Gamma(p, ν), ν ~ Gamma(q, rate γ). */
    readonly p: number
    readonly q: number
    readonly gamma: number
  }
}

export const usualTruth: Truth = {
  channels: [
    { name: 'wechat', share: 0.28, medium: 'social', activity: 1, loyalty: 1, silent: 0.6, buys: 0.45 },
    {
      name: 'xiaohongshu',
      share: 0.24,
      medium: 'social',
      referrer: 'https://www.xiaohongshu.com/',
      activity: 0.8,
      loyalty: 0.6,
      silent: 0.7,
      buys: 0.3,
    },
    { name: 'store', share: 0.16, medium: 'qr', activity: 1.2, loyalty: 1.6, silent: 0.62, buys: 0.75 },
    {
      name: 'referral',
      share: 0.12,
      medium: 'member',
      activity: 1.4,
      loyalty: 1.9,
      silent: 0.45,
      buys: 0.55,
    },
    {
      name: 'search',
      share: 0.1,
      medium: 'organic',
      referrer: 'https://www.baidu.com/',
      activity: 0.9,
      loyalty: 0.9,
      silent: 0.6,
      buys: 0.35,
    },
    { name: 'direct', share: 0.1, medium: 'none', activity: 1, loyalty: 1, silent: 0.58, buys: 0.4 },
  ],
  joining: {
    growth: 1.6,
    campaigns: [
      { at: 0.35, days: 4, times: 3, channel: 'xiaohongshu' },
      { at: 0.72, days: 3, times: 2.5, channel: 'referral' },
    ],
  },
  visits: {
    shape: 0.8,
    mean: 0.32,
    weekdays: [0.9, 0.92, 0.98, 0.96, 1.02, 1.18, 1.04],
    hours: [2, 1, 0.5, 0.3, 0.3, 0.8, 2, 5, 7, 5, 4, 4, 6.5, 5.5, 4, 4, 4, 4.5, 5, 6.5, 8.5, 9, 7, 4],
    moreSessions: 0.35,
  },
  dropout: { a: 0.8, b: 20 },
  session: {
    morePages: 1.6,
    postShare: 0.55,
    secondsMedian: 210,
    secondsSigma: 0.9,
    checkIn: { a: 0.6, b: 1.4 },
  },
  writing: {
    least: 0.02,
    alpha: 1.2,
    most: 2.5,
    commentsPerPost: 2.4,
    reactionsPerSession: 0.45,
    silentReactions: 0.08,
  },
  firstDay: { finishesProfile: 0.55, firstPost: 0.18 },
  tasting: { regulars: 0.09, attends: 0.55, stoppedDaysAgo: 21, afterwards: 0.6 },
  orders: { firstAfterDays: 14, r: 0.9, alpha: 26, a: 0.9, b: 3.2, p: 6.2, q: 3.8, gamma: 5_600 },
}

/** Names of the presets, and what one does with whom they find. */
export const presetWords = {
  silent: {
    name: { zh: '沉默用户', en: 'Silent since joining' },
    note: {
      zh: '加入后只来过一两天，再没出现。发一次个人化的欢迎，问问卡在哪里。',
      en: 'Came once or twice after joining and never again. Welcome them in person and ask what was missing.',
    },
  },
  lurkers: {
    name: { zh: '潜水成员', en: 'Lurkers' },
    note: {
      zh: '常来看，从没开过口。给一个低门槛的话题，请他们说第一句。',
      en: 'Read often, never spoke. Offer an easy question for their first word.',
    },
  },
  newcomers: {
    name: { zh: '还没开口的新人', en: 'Newcomers who have not spoken' },
    note: {
      zh: '近 7 天加入、还没发言。新手任务和欢迎回复先给他们。',
      en: 'Joined within 7 days and said nothing yet. First tasks and a welcome go here.',
    },
  },
  valuable: {
    name: { zh: '高价值会员', en: 'High value' },
    note: {
      zh: '半年内至少 4 单、满 800 元。专人服务，优先邀请内测与转介绍。',
      en: 'Four orders and ¥800 in half a year. Personal service, early access, referrals.',
    },
  },
  value: {
    name: { zh: '价值用户（月 2 单满 200 元）', en: 'Value users (2 orders and ¥200 a month)' },
    note: {
      zh: '近 30 天至少 2 单、满 200 元。维持节奏，用组合和会员权益再进一步。',
      en: 'Two orders and ¥200 within 30 days. Keep the rhythm; bundles and benefits lead further.',
    },
  },
  slipping: {
    name: { zh: '即将流失', en: 'Slipping away' },
    note: {
      zh: '以前常来，最近 10 到 30 天没动静。趁还记得，主动问一声。',
      en: 'Were here often, quiet for 10 to 30 days. Ask while they still remember.',
    },
  },
  lost: {
    name: { zh: '已流失', en: 'Lost' },
    note: {
      zh: '30 天以上没有任何行为。只做低成本唤醒，并回访原因。',
      en: 'Nothing for 30 days or more. Low-cost wake-up, and ask why.',
    },
  },
  creators: {
    name: { zh: '活跃创作者', en: 'Active creators' },
    note: {
      zh: '近 30 天发帖 4 篇以上。精华、专栏和共创名额给他们。',
      en: 'Four posts or more in 30 days. Features, columns and co-creation are theirs.',
    },
  },
  once: {
    name: { zh: '只买过一次', en: 'Bought once' },
    note: {
      zh: '首单后 30 天没有复购。发一张第二单券，或推荐搭配。',
      en: 'No second order in 30 days. A coupon for the second, or what goes with the first.',
    },
  },
  expiring: {
    name: { zh: '即将到期', en: 'About to expire' },
    note: {
      zh: '会员或合同 30 天内到期。提前安排续费沟通。',
      en: 'Membership or contract ends within 30 days. Talk about renewal in time.',
    },
  },
} as const

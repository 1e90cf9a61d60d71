/** The ranking, every five minutes. */
import { z } from 'zod'
import { defineMessages } from '#base/i18n/messages.ts'
import { defineJob, type Schedule } from '#base/jobs/job.ts'
import { findCommunity } from '#modules/identity/api.ts'
import type { CardParts } from './cards.ts'
import { rankPosts, rankTopics } from './heat.ts'

const words = defineMessages({
  rank: { zh: '更新热门帖子和话题', en: 'Rank hot posts and topics' },
  why: {
    zh: '热门按最近三天参与的人数衰减计算，每五分钟更新一次',
    en: 'What is hot fades by the hour; it is ranked anew every five minutes',
  },
})

export const heatJob = (parts: Pick<CardParts, 'audience'>) =>
  defineJob({
    name: 'content.heat',
    label: words.rank,
    input: z.object({}),
    keepDays: 2,
    run: async (ctx, _input, run) => {
      const community = await findCommunity(ctx)
      if (!community) return { posts: 0, topics: 0 }
      const posts = await rankPosts(ctx)
      await run.progress(1, 2)
      const topics = await rankTopics(ctx, parts, community.time_zone)
      return { posts, topics }
    },
  })

export const heatSchedule: readonly Schedule[] = [
  { job: 'content.heat', cron: '*/5 * * * *', zone: 'Asia/Shanghai', why: words.why },
]

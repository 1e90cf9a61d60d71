/** Keeps the copies of what is said true: whatever a fact is about is copied again, and new tables are filled by a job. */
import { z } from 'zod'
import type { Id } from '#base/access/actor.ts'
import type { BatchConsumer, LoggedEvent } from '#base/facts/consumer.ts'
import { defineJob, type Schedule } from '#base/jobs/job.ts'
import { findCommentsOn } from '#modules/content/api.ts'
import {
  commentChanged,
  commentPosted,
  postChanged,
  postEdited,
  postPublished,
} from '#modules/content/facts.ts'
import type { TalkCopies } from './talk-copies.ts'
import { wordsWords as words } from './words.messages.ts'

const ofPosts = new Set([postPublished.name, postEdited.name, postChanged.name])
const ofComments = new Set([commentPosted.name, commentChanged.name])

const objects = (events: readonly LoggedEvent[], names: ReadonlySet<string>, kind: string): Id[] =>
  events.flatMap(({ name, objectKind, objectId }) =>
    names.has(name) && objectKind === kind && objectId ? [objectId] : [],
  )

export const followTalk = (copies: TalkCopies): BatchConsumer => ({
  name: 'insight.talk',
  kind: 'batch',
  batchSize: 500,
  // What is there before is copied by the job.
  from: 'now',
  sources: ['fact', 'seed', 'import'],
  take: async (ctx, events) => {
    const posts = objects(events, ofPosts, 'post')
    // What is new has no comments; what goes out of sight takes them along, what moves too.
    const changed = objects(events, new Set([postChanged.name]), 'post')
    await copies.refresh(ctx, 'post', posts)
    await copies.refresh(ctx, 'comment', [
      ...objects(events, ofComments, 'comment'),
      ...(await findCommentsOn(ctx, [...new Set(changed)])),
    ])
  },
})

export const fillTalkJob = (copies: TalkCopies) =>
  defineJob({
    name: 'insight.talk',
    label: words.fillLabel,
    input: z.object({}),
    expireSeconds: 3_600,
    run: async (ctx, _, run) => {
      await copies.fill(ctx, run.signal)
    },
  })

/** Nothing tells when the warehouse is made anew; looking costs one row. */
export const fillTalkSchedule: Schedule = {
  job: 'insight.talk',
  cron: '* * * * *',
  zone: 'UTC',
  why: words.fillWhy,
}

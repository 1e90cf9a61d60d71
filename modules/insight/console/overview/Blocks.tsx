/** Content, feedback, revenue, newcomers and habit, each in a sentence and a few figures. */
import {
  activityTitle,
  contentTitle,
  feedbackTitle,
  newcomersTitle,
  revenueTitle,
} from '../../overview/sentences.ts'
import { PeopleDoor } from '../frame/PeopleDoor.tsx'
import { BlockCard, type BlockFigure } from './BlockCard.tsx'
import type { Pair } from './overview.queries.ts'
import { overviewWords as words } from './overview.words.ts'
import { behindOf, type Seen, useSaying } from './seen.ts'

const unknown = '—'

function useFigures({ question }: Seen) {
  const saying = useSaying()
  const { t, format } = saying
  const behind = behindOf(question)
  return {
    saying,
    /** A count whose doers in the last week are behind it. */
    count: (name: { zh: string; en: string }, pair: Pair, event?: string): BlockFigure => ({
      name: t(name),
      now: format.number(pair.now),
      before: format.number(pair.before),
      door: event && pair.now > 0 && (
        <PeopleDoor {...behind(t(name), { of: 'doing', event, week: 0 })}>
          {format.number(pair.now)}
        </PeopleDoor>
      ),
    }),
    share: (
      name: { zh: string; en: string },
      pair: { now: number | null; before: number | null },
    ): BlockFigure => ({
      name: t(name),
      now: pair.now === null ? unknown : saying.percent(pair.now),
      before: pair.before === null ? undefined : saying.percent(pair.before),
    }),
    behind,
  }
}

export function ContentBlock(seen: Seen) {
  const { content } = seen.answer
  const { saying, count, share } = useFigures(seen)
  const then = saying.earlier(seen.question.against)
  const number = (value: number | null) =>
    value === null ? unknown : saying.format.number(Math.round(value * 100) / 100)
  return (
    <BlockCard
      title={saying.title(contentTitle(content, then))}
      note={saying.t(words.contentNote, { then })}
      file="content"
      weekly={content.weekly}
      figures={[
        count(words.posts, content.posts, 'post.published'),
        count(words.comments, content.comments, 'comment.posted'),
        count(words.reactions, content.reactions, 'reaction.given'),
        count(words.reads, content.reads, 'post.read'),
        share(words.interactionRate, content.interactionRate),
        {
          name: saying.t(words.perActive),
          now: number(content.perActive.now),
          before: content.perActive.before === null ? undefined : number(content.perActive.before),
        },
      ]}
    />
  )
}

export function FeedbackBlock(seen: Seen) {
  const { feedback } = seen.answer
  const { saying, count } = useFigures(seen)
  return (
    <BlockCard
      title={saying.title(feedbackTitle(feedback, saying.whole, saying.minutes))}
      note={saying.t(words.feedbackNote)}
      file="feedback"
      weekly={feedback.weekly}
      colour="var(--sky)"
      figures={[
        count(words.answers, feedback.answers, 'question.answered'),
        count(words.accepted, feedback.accepted, 'answer.accepted'),
        count(words.reports, feedback.reports, 'content.reported'),
      ]}
    />
  )
}

export function RevenueBlock(seen: Seen) {
  const { revenue } = seen.answer
  const { saying, count } = useFigures(seen)
  const money = (name: { zh: string; en: string }, pair: Pair): BlockFigure => ({
    name: saying.t(name),
    now: saying.money(pair.now),
    before: saying.money(pair.before),
  })
  return (
    <BlockCard
      title={saying.title(revenueTitle(revenue, saying.earlier(seen.question.against), saying.money))}
      note={saying.t(words.revenueNote)}
      file="revenue"
      weekly={revenue.weekly}
      colour="var(--wheat)"
      figures={[
        money(words.net, revenue.net),
        money(words.refunded, revenue.refunded),
        count(words.orders, revenue.orders),
        count(words.buyers, revenue.buyers, 'order.paid'),
      ]}
    />
  )
}

export function NewcomersBlock(seen: Seen) {
  const { newcomers } = seen.answer
  const { saying, count } = useFigures(seen)
  const { answered } = newcomers
  return (
    <BlockCard
      title={saying.title(newcomersTitle(newcomers, saying.whole))}
      note={saying.t(words.newcomersNote)}
      file="newcomers"
      weekly={newcomers.weekly}
      figures={[
        count(words.joinedWeek, newcomers.joined, seen.question.group ? 'group.joined' : 'member.joined'),
        {
          name: saying.t(words.answeredRate),
          now:
            answered && answered.newcomers > 0
              ? `${saying.percent(answered.answered / answered.newcomers)} · ${saying.format.number(answered.answered)}/${saying.format.number(answered.newcomers)}`
              : unknown,
        },
      ]}
    />
  )
}

export function ActivityBlock(seen: Seen) {
  const { activity } = seen.answer
  const { saying, share, behind } = useFigures(seen)
  const { t, format } = saying
  const people = (name: { zh: string; en: string }, pair: Pair, cell: object): BlockFigure => ({
    name: t(name),
    now: format.number(pair.now),
    before: format.number(pair.before),
    door: (
      <PeopleDoor {...behind(t(name), cell)} count={pair.now}>
        {format.number(pair.now)}
      </PeopleDoor>
    ),
  })
  return (
    <BlockCard
      title={saying.title(activityTitle(activity, saying.whole))}
      note={t(words.activityNote)}
      file="habit"
      weekly={activity.daily.map(({ actives }) => actives)}
      figures={[
        {
          name: t(words.dau),
          now: format.number(Math.round(activity.dau.now)),
          before: format.number(Math.round(activity.dau.before)),
        },
        people(words.wau, activity.wau, { of: 'actives', week: 0 }),
        people(words.mau, activity.mau, { of: 'month' }),
        share(words.sticky, activity.stickiness),
      ]}
    />
  )
}

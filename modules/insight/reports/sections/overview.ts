/** What the time was like in a few figures, what changed, and what stands out. */
import { type Locale, render } from '#base/i18n/messages.ts'
import { formatDay } from '#base/time/format.ts'
import { vocabularyOf } from '#modules/audience/api.ts'
import { figureWords } from '../../figure.ts'
import { overviewLabels } from '../../overview/overview.messages.ts'
import type { Overview, Stopped } from '../../overview/question.ts'
import {
  changeTitle,
  fewPeople,
  northTitle,
  stoppedTitle,
  thenIn,
  titleText,
} from '../../overview/sentences.ts'
import { both, type Door, type ReportSection, type Sentence } from '../body.ts'
import type { Material } from '../material.ts'
import { anomalyMetrics, sectionLabels, saysWords as words } from '../reports.messages.ts'

const ofGroup = ['active_members', 'group_joins', 'members_total', 'messages', 'interactions']
const ofAll = [
  'active_members',
  'new_members',
  'members_total',
  'weekly_active_rate',
  'messages',
  'interactions',
]

/** The overview that the sections speak of, live. */
export const overviewDoor = ({ period, group, against }: Material): Door => ({
  path: '/insight',
  question: { to: period.to, against, ...(group ? { group, by: 'kind' } : {}) },
})

export async function overviewSection(from: Material): Promise<ReportSection> {
  const [figures, overview] = await Promise.all([from.figures(from.group ? ofGroup : ofAll), from.overview()])
  const now = figures[0]?.value ?? 0
  const moved = now - (figures[0]?.before ?? 0)
  const head =
    now === 0
      ? words.activesNone
      : moved > 0
        ? words.activesUp
        : moved < 0
          ? words.activesDown
          : words.activesSame
  const few = now > 0 && Math.max(now, figures[0]?.before ?? 0) < fewPeople
  const door = overviewDoor(from)
  return {
    name: 'overview',
    label: sectionLabels.overview,
    title: from.say(few ? { zh: head.zh + words.few.zh, en: head.en + words.few.en } : head, () => ({
      now,
      change: Math.abs(moved),
    })),
    about: from.say(words.overviewAbout, (locale) => ({
      to: formatDay(from.period.to, locale),
      weeks: from.against,
    })),
    parts: [
      { kind: 'figures', items: figures },
      {
        kind: 'sentences',
        items: [
          changeSentence(overview.change, from),
          ...overview.change.stopped.map((each) => stoppedSentence(each, from)),
          ...anomalySentences(overview.anomalies, from),
        ],
      },
    ],
    door,
  }
}

function changeSentence(change: Overview['change'], from: Material): Sentence {
  return {
    text: both((locale) =>
      titleText(changeTitle(changeIn(change, from, locale), thenIn(locale)(from.against)), locale),
    ),
    tone: change.now < change.before ? 'warn' : 'plain',
    door: overviewDoor(from),
  }
}

/** Contributors as the reader calls them; what groups are called is what people wrote. */
const changeIn = (change: Overview['change'], { group }: Material, locale: Locale): Overview['change'] => ({
  ...change,
  contributors: change.contributors.map((each) => {
    if (group && (each.value === 'new' || each.value === 'back' || each.value === 'away'))
      return { ...each, label: render(overviewLabels[each.value], locale) }
    return each.value === '' ? { ...each, label: render(overviewLabels.outside, locale) } : each
  }),
})

const stoppedSentence = (stopped: Stopped, from: Material): Sentence => ({
  text: both((locale) =>
    titleText(
      stoppedTitle({
        ...stopped,
        label: vocabularyOf(locale, from.asking.parts.declared, []).event(stopped.event),
        groupLabel: stopped.group === '' ? render(overviewLabels.outside, locale) : stopped.groupLabel,
      }),
      locale,
    ),
  ),
  tone: 'warn',
  ...(stopped.group
    ? { door: { path: '/insight', question: { to: from.period.to, group: stopped.group, by: 'kind' } } }
    : {}),
})

/** Only those of the days that the report is about. */
const anomalySentences = (anomalies: Overview['anomalies'], from: Material): Sentence[] =>
  anomalies
    .filter(({ day }) => day >= from.period.from && day <= from.period.to)
    .map(({ day, metric, value, usual }) => ({
      text: from.say(words.anomaly, (locale) => {
        const figure = (number: number) =>
          figureWords(number, metric === 'revenue' ? 'money' : 'times', locale)
        return {
          day: formatDay(day, locale, { weekday: true }),
          metric: render(anomalyMetrics[metric], locale),
          value: figure(value),
          usual: figure(usual),
        }
      }),
      tone: value < usual ? 'warn' : 'good',
    }))

/** How the most important figure went, with the pace of its goal. */
export async function northSection(from: Material): Promise<ReportSection> {
  const { north, activity } = await from.overview()
  const daily = from.kind === 'daily'
  const title = both((locale) => titleText(northTitle(north), locale))
  return {
    name: 'north',
    label: sectionLabels.north,
    title,
    about: from.say(words.northAbout),
    parts: [
      daily
        ? {
            kind: 'line',
            title: words.northDaily,
            note: from.say(words.northAbout),
            unit: 'members',
            points: activity.daily.map(({ day, actives }) => ({ start: day, value: actives })),
            before: [],
            goal: null,
            door: overviewDoor(from),
          }
        : {
            kind: 'line',
            title,
            note: from.say(words.northAbout),
            unit: 'members',
            points: north.weeks.map(({ start, actives }) => ({ start, value: actives })),
            before: north.weeks.map(({ before }) => before),
            goal: north.goal?.target ?? null,
            door: overviewDoor(from),
          },
    ],
    door: overviewDoor(from),
  }
}

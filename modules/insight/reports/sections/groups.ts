/** How the groups are: lights, weekly active rates, and of those that fell what else changed at the same time. */
import { hear } from '#base/declarations/said.ts'
import { render } from '#base/i18n/messages.ts'
import { formatDay } from '#base/time/format.ts'
import { vocabularyOf } from '#modules/audience/api.ts'
import { causeSays } from '../../alerts/sentences.ts'
import { distanceWords, figureWords } from '../../figure.ts'
import type { Overview } from '../../overview/question.ts'
import { groupsTitle, titleText } from '../../overview/sentences.ts'
import { both, type ReportCell, type ReportSection, type Sentence, same, type TextTone } from '../body.ts'
import type { Material } from '../material.ts'
import { sectionLabels, saysWords as words } from '../reports.messages.ts'
import { findSignalsOf, titlesOf } from './signals.ts'

const mostGroups = 20
/** Of a group, how many of the things that changed beside its figure are told. */
const mostCauses = 2

const lights = {
  good: [words.lightGood, 'good'],
  warn: [words.lightWarn, 'warn'],
  bad: [words.lightBad, 'bad'],
  off: [words.lightOff, 'plain'],
} as const

export async function groupsSection(from: Material): Promise<ReportSection> {
  const { groups } = await from.overview()
  // Before groups were measured for the first time there is nothing to compare: the title says so.
  const measured = groups.some(({ light }) => light !== 'off')
  return {
    name: 'groups',
    label: sectionLabels.groups,
    title: both((locale) => titleText(groupsTitle(groups), locale)),
    about: from.say(words.groupsAbout, (locale) => ({ to: formatDay(from.period.to, locale) })),
    parts: !measured
      ? []
      : [
          {
            kind: 'table',
            title: null,
            head: [words.groupHead, words.lightHead, words.membersHead, words.rateHead, words.rateChange],
            figures: [2, 3, 4],
            rows: groups.slice(0, mostGroups).map(rowOf),
          },
          { kind: 'sentences', items: await whyOf(from) },
        ],
    door: { path: '/groups' },
  }
}

function rowOf(group: Overview['groups'][number]): ReportCell[] {
  const [text, tone] = lights[group.light]
  const { activeRate: now, activeRateBefore: before } = group
  const moved = now === null || before === null ? null : (now - before) / 100
  const turn: TextTone = moved === null || moved === 0 ? 'plain' : moved > 0 ? 'good' : 'bad'
  return [
    { text: same(group.name), door: { path: `/groups/${group.id}` } },
    { text, tone },
    { text: both((locale) => figureWords(group.members, 'members', locale)) },
    { text: both((locale) => (now === null ? '—' : figureWords(now / 100, 'share', locale))) },
    {
      text: both((locale) =>
        moved === null
          ? '—'
          : `${moved > 0 ? '+' : moved < 0 ? '−' : ''}${distanceWords(moved, 'share', locale)}`,
      ),
      tone: turn,
    },
  ]
}

/** Of groups about which a signal was raised or was open: the signal, and what people did less of. Signs, no proof. */
async function whyOf(from: Material): Promise<Sentence[]> {
  const found = (await findSignalsOf(from)).filter(({ groupId }) => groupId !== null)
  const latest = [...Map.groupBy(found, ({ groupId }) => groupId).values()]
    .map(([first]) => first!)
    .slice(0, 6)
  const titles = await titlesOf(from, latest)
  return latest.flatMap((signal): Sentence[] => [
    { text: titles.get(signal.id)!, tone: 'warn', door: { path: `/plan/signals/${signal.id}` } },
    ...signal.evidence.causes.slice(0, mostCauses).map(
      (_, at): Sentence => ({
        text: both((locale) => {
          const { event } = vocabularyOf(locale, from.asking.parts.declared, [])
          return render(words.groupCause, locale, {
            group: signal.groupName ?? '',
            cause: hear(causeSays(signal.evidence, event)[at]!, locale),
          })
        }),
        door: { path: `/plan/signals/${signal.id}` },
      }),
    ),
  ])
}

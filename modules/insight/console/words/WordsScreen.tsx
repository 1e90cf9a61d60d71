/** Hot words: what is talked about, what comes up, and how it sounds; behind each word the people who said it. */
import { useMemo } from 'react'
import type { z } from 'zod'
import {
  axisStyle,
  baseOption,
  type ChartOption,
  type Colours,
  fontFamily,
} from '#ui/console/chart/option.ts'
import { MenuChip } from '#ui/console/condition/Chip.tsx'
import { Card } from '#ui/console/Page.tsx'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import type { wordsAnswer, wordsQuestion } from '../../words/words.ts'
import { AnalysisScreen } from '../frame/AnalysisScreen.tsx'
import { ChartCard } from '../frame/ChartCard.tsx'
import { type Behind, PeopleDoor } from '../frame/PeopleDoor.tsx'
import type { Scope } from '../frame/question.ts'
import { RangePick } from '../frame/RangePick.tsx'
import { ScopePick } from '../frame/ScopePick.tsx'
import { useAnswer } from '../frame/useAnswer.ts'
import { useQuestion } from '../frame/useQuestion.ts'
import { wordsWords as words } from './words.words.ts'
import './words.css'

type WordsQuestion = Omit<z.input<typeof wordsQuestion>, 'scope'> & { readonly scope?: Scope }
export type WordsAnswer = z.output<typeof wordsAnswer>
type HotWord = WordsAnswer['words'][number]

const initial: WordsQuestion = { range: { last: 7, unit: 'day' }, scope: {}, of: 'all', least: 2 }
const drawn = 20

export default function WordsScreen() {
  const t = useT()
  const [question, change, put] = useQuestion(initial)
  const answering = useAnswer<WordsAnswer>('words', question)
  const { of = 'all', least = 2 } = question
  return (
    <AnalysisScreen
      analysis="words"
      title={t(words.title)}
      lead={t(words.lead)}
      question={question}
      put={put}
      bar={
        <>
          <RangePick value={question.range} onChange={(range) => change({ range })} />
          <ScopePick value={question.scope ?? {}} onChange={(scope) => change({ scope })} />
          <MenuChip
            name={t(words.of)}
            label={t(words[of])}
            value={of}
            options={(['all', 'posts', 'comments'] as const).map((value) => ({
              value,
              label: t(words[value]),
            }))}
            choose={(value) => change({ of: value as typeof of })}
          />
          <MenuChip
            name={t(words.least)}
            label={t(words.leastOf, { count: least })}
            value={String(least)}
            options={[1, 2, 3, 5, 10].map((count) => ({
              value: String(count),
              label: t(words.leastOf, { count }),
            }))}
            choose={(count) => change({ least: Number(count) })}
          />
        </>
      }
      answering={answering}
      isEmpty={({ items }) => items === 0}
      emptyHint={t(words.emptyHint)}
    >
      {(answer) => <Answer answer={answer} question={question} />}
    </AnalysisScreen>
  )
}

function wordsOption(
  list: readonly HotWord[],
  tip: (word: HotWord) => string,
  percent: (share: number) => string,
) {
  return (colours: Colours): ChartOption => ({
    ...baseOption(colours),
    tooltip: { ...(baseOption(colours).tooltip as object), trigger: 'item' },
    grid: { left: 88, right: 56, top: 4, bottom: 8 },
    xAxis: { type: 'value', show: false },
    yAxis: {
      type: 'category',
      inverse: true,
      data: list.map(({ word }) => word),
      ...axisStyle(colours),
      axisLine: { show: false },
      axisLabel: { color: colours.ink, fontSize: 12.5, fontFamily, width: 80, overflow: 'truncate' },
    },
    series: [
      {
        type: 'bar',
        id: 'words',
        barWidth: 12,
        itemStyle: { color: colours.pine, borderRadius: [0, 4, 4, 0] },
        label: {
          show: true,
          position: 'right',
          color: colours.muted,
          fontSize: 11.5,
          fontFamily,
          formatter: ({ dataIndex }: { dataIndex: number }) => percent(list[dataIndex]!.share),
        },
        data: list.map((word) => ({ value: word.heat, name: word.word, tooltip: { formatter: tip(word) } })),
      },
    ],
  })
}

export function Answer({ answer, question }: { answer: WordsAnswer; question: WordsQuestion }) {
  const t = useT()
  const format = useFormat()
  const list = useMemo(() => answer.words.slice(0, drawn), [answer])
  const option = useMemo(
    () =>
      wordsOption(
        list,
        ({ word, items, members, before }) => t(words.tip, { word, items, members, before }),
        format.percent,
      ),
    [list, format, t],
  )
  const behind = (cell: object, title: string): Behind => ({ analysis: 'words', question, cell, title })
  const ofWord = (word: string) => behind({ of: 'word', word }, t(words.behind, { word }))
  const [hottest] = answer.words
  return (
    <div className="words-split">
      <ChartCard
        title={
          hottest
            ? t(words.sentence, { word: hottest.word, share: format.percent(hottest.share) })
            : t(words.items, { count: answer.items })
        }
        note={t(words.note)}
        option={list.length > 0 ? option : undefined}
        summary={t(words.summary)}
        file="words"
        height={24 + list.length * 25}
        behind={({ at }) => (list[at] ? ofWord(list[at].word) : undefined)}
        table={{
          head: [
            t(words.wordHead),
            t(words.members),
            t(words.texts),
            t(words.before),
            t(words.share),
            t(words.weight),
            t(words.mood),
          ],
          rows: answer.words.map((each) => [
            each.word,
            { value: each.members, shown: <PeopleDoor {...ofWord(each.word)} count={each.members} /> },
            each.items,
            each.before,
            format.percent(each.share),
            Math.round(each.weight * 100) / 100,
            Math.round(each.mood * 100) / 100,
          ]),
        }}
      />
      <div className="stack">
        <Rising answer={answer} ofWord={ofWord} />
        <Mood answer={answer} behind={behind} />
      </div>
    </div>
  )
}

function Rising({ answer, ofWord }: { answer: WordsAnswer; ofWord: (word: string) => Behind }) {
  const t = useT()
  const format = useFormat()
  const [first] = answer.rising
  return (
    <Card
      title={
        first
          ? t(words.risingTitle, {
              word: first.word,
              before: format.percent(first.shareBefore),
              share: format.percent(first.share),
            })
          : t(words.risingNone)
      }
      note={t(words.risingNote)}
    >
      <ul className="words-list">
        {answer.rising.map((each) => (
          <li key={each.word}>
            <span>{each.word}</span>
            <span className="muted small nowrap">
              {format.percent(each.shareBefore)} → {format.percent(each.share)}
            </span>
            <PeopleDoor {...ofWord(each.word)} count={each.members} />
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Mood({ answer, behind }: { answer: WordsAnswer; behind: (cell: object, title: string) => Behind }) {
  const t = useT()
  const format = useFormat()
  const share = (many: number) => many / answer.items
  const neutral = { items: answer.items - answer.glad.items - answer.sorry.items, members: 0 }
  const parts = [
    ['glad', answer.glad],
    ['neutral', neutral],
    ['sorry', answer.sorry],
  ] as const
  return (
    <Card
      title={t(words.moodTitle, {
        glad: format.percent(share(answer.glad.items)),
        sorry: format.percent(share(answer.sorry.items)),
      })}
      note={t(words.moodNote)}
    >
      <div className="words-mood" aria-hidden="true">
        {parts.map(([key, { items }]) => (
          <span key={key} className={`words-${key}`} style={{ flexGrow: items }} />
        ))}
      </div>
      <ul className="words-list">
        {parts.map(([key, { items, members }]) => (
          <li key={key}>
            <span>
              <i className={`words-key words-${key}`} aria-hidden="true" /> {t(words[key])}
            </span>
            <span className="muted small nowrap">
              {format.percent(share(items))} · {t(words.items, { count: items })}
            </span>
            {key === 'neutral' ? (
              <span />
            ) : (
              <PeopleDoor
                {...behind({ of: key }, t(key === 'glad' ? words.behindGlad : words.behindSorry))}
                count={members}
              />
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}

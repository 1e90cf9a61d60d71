import { useMemo } from 'react'
import { seriesColours } from '#ui/palette.ts'
import { distanceWords } from '../../figure.ts'
import { ChartCard } from '../frame/ChartCard.tsx'
import { MarksKey, useMarks } from '../frame/Marks.tsx'
import { PeopleDoor } from '../frame/PeopleDoor.tsx'
import { useRangeWords } from '../frame/useRange.ts'
import { useSaying } from '../overview/seen.ts'
import { drawnOf, floorOf, rightUnit, trendOption } from './drawing.ts'
import { letters, type Point, type Series, type TrendAnswer, type TrendQuestion } from './trend.ts'
import { trendWords as words } from './trends.words.ts'
import { trendTitle, unitWords, valueWords } from './trendTitle.ts'

/** Lines of all series, the comparison dotted, what happened numbered; every point opens its people. */
export function TrendCard({ question, answer }: { question: TrendQuestion; answer: TrendAnswer }) {
  const saying = useSaying()
  const { t, format, locale } = saying
  const range = useRangeWords()
  const { from, to } = answer.days
  const drawn = useMemo(() => drawnOf(answer), [answer])
  const points = drawn[0]?.points
  const buckets = useMemo(() => (points ?? []).map((each) => ({ ...each, end: each.to })), [points])
  const marks = useMarks(buckets, question.scope.group)
  const say = useMemo(() => valueWords(locale, format, saying.money), [locale, format, saying.money])
  const option = useMemo(
    () => trendOption(drawn, { marks, label: saying.shortDay, say, before: t(words.before) }),
    [drawn, marks, saying.shortDay, say, t],
  )
  const first = drawn[0]?.unit ?? 'number'
  const right = rightUnit(drawn)
  const floor = floorOf(drawn.filter(({ unit }) => unit !== right))
  const nameOf = ({ name, part }: Series) => (part ? `${part.label}` : name)
  const behind = (series: Series, start: string | undefined) => {
    const place = letters.indexOf(series.letter)
    if (place === -1) return undefined
    return {
      analysis: 'trend',
      question,
      cell: {
        series: place,
        ...(start === undefined ? {} : { start }),
        ...(series.part ? { part: series.part.key } : {}),
      },
      title: t(words.peopleTitle, {
        name: series.part ? `${series.name} · ${series.part.label}` : series.name,
        when: start === undefined ? t(words.wholeRange) : saying.day(start),
      }),
    }
  }
  const cell = (series: Series, point: Pick<Point, 'value'>, start: string | undefined) => {
    const text = say(series.unit, point.value)
    const whose = behind(series, start)
    return {
      value: point.value ?? '',
      shown:
        whose && point.value !== null && point.value > 0 ? <PeopleDoor {...whose}>{text}</PeopleDoor> : text,
    }
  }
  const compared = drawn.filter(({ before }) => before !== null)
  return (
    <ChartCard
      title={saying.title(
        trendTitle(question, answer, say, {
          range: range(question.range),
          percent: saying.whole,
          points: (share) => distanceWords(share, 'share', locale),
          comma: t(words.comma),
        }),
      )}
      note={[
        t(words.note, { unit: t(unitWords[first]), formula: drawn[0]?.formula ?? '' }),
        ...(floor > 0 ? [t(words.truncated, { from: say(first, floor) })] : []),
        ...(right ? [t(words.mixed)] : []),
        ...(buckets.at(-1)?.running ? [t(words.noteRunning)] : []),
      ].join(' · ')}
      option={option}
      behind={({ seriesId, at }) => {
        const series = drawn[Number(seriesId.split(' ')[1])]
        const point = series?.points[at]
        return seriesId.startsWith('line') && series && point?.value ? behind(series, point.start) : undefined
      }}
      table={{
        head: [
          t(words.date),
          ...drawn.map((series) => `${series.letter} ${nameOf(series)}`),
          ...compared.map((series) => `${series.letter} ${nameOf(series)} · ${t(words.before)}`),
        ],
        rows: [
          ...buckets.map((bucket, at) => [
            bucket.start,
            ...drawn.map((series) => cell(series, series.points[at] ?? { value: null }, bucket.start)),
            ...compared.map(({ before, unit }) => say(unit, before?.points[at]?.value ?? null)),
          ]),
          [
            t(words.total),
            ...drawn.map((series) => cell(series, series.total, undefined)),
            ...compared.map(({ before, unit }) => say(unit, before?.total.value ?? null)),
          ],
        ],
      }}
      summary={t(words.summary, { names: drawn.map(nameOf).join(t(words.comma)), from, to })}
      file="trend"
      height={340}
      legend={
        <>
          <ul className="trend-legend">
            {drawn.map((series, at) => (
              <li key={`${series.letter} ${series.part?.key ?? ''}`}>
                <i
                  style={{ background: `var(--${seriesColours[at % seriesColours.length]})` }}
                  aria-hidden="true"
                />
                <span>
                  {series.letter} {nameOf(series)}
                </span>
                <b>{cell(series, series.total, undefined).shown}</b>
                {series.before && <small>{say(series.unit, series.before.total.value)}</small>}
              </li>
            ))}
          </ul>
          <MarksKey marks={marks} asked={{ metric: question.of[0]!.metric, scope: question.scope }} />
        </>
      }
    />
  )
}

import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { effectSays, signedWords } from '../../effect/say-effect.ts'
import { figureWords } from '../../figure.ts'
import { ChartCard } from '../frame/ChartCard.tsx'
import { PeopleDoor } from '../frame/PeopleDoor.tsx'
import { useSaying } from '../overview/seen.ts'
import { unitWords } from '../trends/trendTitle.ts'
import { effectOption } from './drawing.ts'
import type { EffectAnswer, EffectQuestion } from './effect.ts'
import { effectWords as words } from './effect.words.ts'
import './effect.css'

interface Props {
  readonly question: EffectQuestion
  readonly answer: EffectAnswer
}

/** What was found, in a sentence over the course of the days; below it how sure that is, and why it is no proof. */
export function EffectCard({ question, answer }: Props) {
  const { t, locale, day } = useSaying()
  const { metric, after, course } = answer
  const option = useMemo(
    () =>
      effectOption(answer, {
        names: {
          actual: t(words.actual),
          usual: t(words.usual),
          other: t(words.other),
          start: t(words.start),
        },
        figure: (value) => meanWords(value, answer, locale),
      }),
    [answer, t, locale],
  )
  const behind = (cell: object, title: string) => ({ analysis: 'effect', question, cell, title })
  const ofDay = (on: string) =>
    behind(
      { side: on < answer.on ? 'before' : 'after', day: on },
      t(words.whoDay, { metric: metric.name, day: day(on) }),
    )
  const title = after.days ? effectSays(answer, locale) : t(words.nothingYet)
  const first = course[0]?.day ?? answer.on
  const last = course.at(-1)?.day ?? answer.on
  return (
    <ChartCard
      title={`${metric.name} · ${title}`}
      note={
        answer.reads === 'change'
          ? t(words.noteChange, { formula: metric.formula })
          : t(words.note, { unit: t(unitWords[metric.unit]), formula: metric.formula })
      }
      summary={t(words.summary, { from: first, to: last, metric: metric.name, on: answer.on })}
      file="effect"
      height={300}
      option={option}
      behind={({ seriesId, at }) => {
        const point = course[at]
        return seriesId === 'actual' && point?.value ? ofDay(point.day) : undefined
      }}
      table={{
        head: [t(words.date), t(words.actual), t(words.usual), t(words.other)],
        rows: course.map((each) => [
          each.counted ? each.day : `${each.day} · ${t(words.left)}`,
          {
            value: each.value ?? '',
            shown: each.value ? (
              <PeopleDoor {...ofDay(each.day)}>{meanWords(each.value, answer, locale)}</PeopleDoor>
            ) : (
              meanWords(each.value, answer, locale)
            ),
          },
          each.usual === null ? '' : meanWords(each.usual, answer, locale),
          each.against === null ? '' : meanWords(each.against, answer, locale),
        ]),
      }}
      legend={
        <div className="effect-facts">
          <dl>
            {(['before', 'after'] as const).map((side) => (
              <div key={side}>
                <dt>{t(side === 'before' ? words.meanBefore : words.meanAfter)}</dt>
                <dd>
                  <b>{meanWords(answer[side].mean, answer, locale)}</b>
                  <small>{t(words.daysOf, { count: answer[side].counted })}</small>
                  {answer[side].days && (
                    <small>
                      <PeopleDoor
                        {...behind(
                          { side },
                          t(side === 'before' ? words.whoBefore : words.whoAfter, { metric: metric.name }),
                        )}
                      >
                        {t(words.who)}
                      </PeopleDoor>
                    </small>
                  )}
                </dd>
              </div>
            ))}
            <div>
              <dt>{t(words.difference)}</dt>
              <dd>
                <Difference answer={answer} />
              </dd>
            </div>
          </dl>
          <Remarks answer={answer} />
        </div>
      }
    />
  )
}

/** Means of members are no whole people. */
const meanWords = (value: number | null, { metric: { unit } }: EffectAnswer, locale: 'zh-CN' | 'en') =>
  value === null ? '—' : figureWords(value, unit === 'members' ? 'number' : unit, locale)

function Difference({ answer }: { answer: EffectAnswer }) {
  const { t, locale } = useSaying()
  const { difference, low, high, relative, relativeLow, relativeHigh, verdict, metric } = answer
  if (difference === null || low === null || high === null) return <small>{t(words.few)}</small>
  const tone = verdict === 'better' ? 'good' : verdict === 'worse' ? 'bad' : ''
  const share = (part: number) => `${part > 0 ? '+' : ''}${figureWords(part, 'share', locale)}`
  return (
    <>
      <b className={tone}>{signedWords(difference, metric.unit, locale)}</b>
      <small>
        {t(words.interval, {
          low: signedWords(low, metric.unit, locale),
          high: signedWords(high, metric.unit, locale),
        })}
      </small>
      {relative !== null && relativeLow !== null && relativeHigh !== null && metric.unit !== 'share' && (
        <small>
          {t(words.relative, { share: share(relative), low: share(relativeLow), high: share(relativeHigh) })}
        </small>
      )}
    </>
  )
}

function Remarks({ answer }: { answer: EffectAnswer }) {
  const { t, locale } = useSaying()
  const { verdict, ahead, leftOut, drift, metric } = answer
  const lines = [
    ...(verdict === 'fewDays' ? [] : [t(verdict === 'unclear' ? words.unsure : words.sure)]),
    ...(ahead > 0 ? [t(words.ahead, { days: ahead })] : []),
    ...(leftOut.noBase > 0 ? [t(words.noBase, { days: leftOut.noBase })] : []),
    ...(leftOut.mixed > 0 ? [t(words.mixed, { days: leftOut.mixed })] : []),
  ]
  return (
    <>
      {lines.length > 0 && <p>{lines.join(locale === 'en' ? '. ' : '；')}</p>}
      {drift !== null && (
        <p className="warn">{t(words.drift, { perWeek: signedWords(drift, metric.unit, locale) })}</p>
      )}
      <p className="muted">
        {t(words.noProof)}{' '}
        <Link className="link" to="/insight/experiments">
          {t(words.makeExperiment)}
        </Link>
      </p>
    </>
  )
}

import { Card, Tag } from '#ui/console/Page.tsx'
import { useFormat, useReading, useT } from '#ui/locale/locale.tsx'
import { changeWords, figureWords } from '../../figure.ts'
import { type Stage, stages } from '../../stage/life.ts'
import { stageNames } from '../../stage/stage.messages.ts'
import type { Sign } from '../../stage/stage.ts'
import { daysBetween } from '../calendar.ts'
import { PeopleDoor } from '../frame/PeopleDoor.tsx'
import type { StageAnswer } from './stage.queries.ts'
import { stageWords as words } from './stage.words.ts'

type Suggestion = NonNullable<StageAnswer['suggestion']>

/** The four stages, where the product stands, and the figures that say so; each opens who is behind it. */
export function Evidence({
  chosen,
  suggestion,
}: {
  readonly chosen: Stage | undefined
  readonly suggestion: StageAnswer['suggestion']
}) {
  const t = useT()
  const format = useFormat()
  const suggested = suggestion?.suggested
  const day = (at: string) => format.date(`${at}T04:00:00Z`)
  const days = suggestion ? daysBetween(suggestion.days.from, suggestion.days.to) + 1 : 0
  const title = !suggestion
    ? t(words.saysAway)
    : !suggested
      ? t(words.saysSilent)
      : t(suggested === chosen ? words.saysSame : words.saysOther, { stage: t(stageNames[suggested]) })
  const note = !suggestion
    ? undefined
    : suggestion.silent
      ? t(suggestion.silent === 'days' ? words.silentDays : words.silentPeople, {
          known: suggestion.known,
          days,
          active: suggestion.active,
        })
      : suggestion.signs.length === 0
        ? t(words.young, { known: suggestion.known })
        : t(words.compared, {
            days,
            from: day(suggestion.days.from),
            to: day(suggestion.days.to),
            than: t(suggestion.year ? words.thanYear : words.thanBefore, { days }),
          })
  return (
    <Card title={title} note={note}>
      <ol className="stage-track">
        {stages.map((stage) => (
          <li
            key={stage}
            className={`${stage === chosen ? 'chosen' : ''} ${stage === suggested ? 'suggested' : ''}`}
            {...(stage === chosen ? { 'aria-current': 'step' as const } : {})}
          >
            <b>{t(stageNames[stage])}</b>
            <span>
              {stage === chosen && <Tag tone="pine">{t(words.chosenMark)}</Tag>}
              {stage === suggested && <Tag tone="wheat">{t(words.suggestedMark)}</Tag>}
            </span>
          </li>
        ))}
      </ol>
      {suggestion && suggestion.signs.length > 0 && (
        <>
          <ul className="stage-signs">
            {suggestion.signs.map((sign, series) => (
              <SignLine key={sign.metric} {...{ sign, series, suggestion, days }} />
            ))}
          </ul>
          <p className="muted small">{t(words.rule)}</p>
        </>
      )}
    </Card>
  )
}

interface SignProps {
  readonly sign: Sign
  readonly series: number
  readonly suggestion: Suggestion
  readonly days: number
}

const tones = { up: 'good', down: 'bad', flat: 'muted', unknown: 'muted' } as const

function SignLine({ sign, series, suggestion, days }: SignProps) {
  const t = useT()
  const { locale } = useReading()
  const than = sign.year ?? sign.before
  const behind = {
    analysis: 'trend',
    question: {
      of: suggestion.signs.map(({ metric }) => ({ metric })),
      range: suggestion.days,
      unit: 'month',
      compare: sign.year === null ? 'previous' : 'year',
    },
  }
  const figure = (value: number) => figureWords(value, sign.unit, locale)
  return (
    <li>
      <span>{sign.name}</span>
      <b>
        <PeopleDoor
          {...behind}
          cell={{ series }}
          title={t(words.peopleNow, { name: sign.name, days })}
          count={sign.now}
        >
          {figure(sign.now)}
        </PeopleDoor>
      </b>
      <span className={tones[sign.way]}>
        {sign.way === 'unknown'
          ? t(words.unknown)
          : `${sign.change === null ? '' : `${changeWords(sign.change, locale)} `}${t(words[sign.way])}`}
      </span>
      <small className="muted">
        <PeopleDoor
          {...behind}
          cell={{ series, before: true }}
          title={t(words.peopleThen, { name: sign.name })}
          count={than}
        >
          {t(sign.year === null ? words.was : words.wasYear, { figure: figure(than) })}
        </PeopleDoor>
      </small>
    </li>
  )
}

import type { ReactNode } from 'react'
import { useFormat, useReading, useT } from '#ui/locale/locale.tsx'
import { figureWords } from '../../figure.ts'
import { ChartCard } from '../frame/ChartCard.tsx'
import { Intervals } from '../value/Intervals.tsx'
import type { Effect, ExperimentAnswer, Figure } from './experiments.queries.ts'
import { experimentWords as words } from './experiments.words.ts'

interface Props {
  readonly answer: ExperimentAnswer
  readonly figures: readonly Figure[]
  readonly guardrails?: boolean
  readonly legend?: ReactNode
}

/** What the arms change against the control: the sentence says what is known, the rows how sure it is. */
export function EffectCard({ answer, figures, guardrails = false, legend }: Props) {
  const t = useT()
  const format = useFormat()
  const { locale } = useReading()
  const signed = (part: number | null) =>
    part === null
      ? '—'
      : `${part > 0 ? '+' : part < 0 ? '−' : ''}${format.percent(Math.abs(Math.round(part * 1000) / 1000))}`
  const nameOf = (key: string) => answer.arms.find((arm) => arm.key === key)?.name ?? key
  const rows = figures.flatMap((figure) => figure.effects.map((effect) => ({ figure, effect })))
  const shown = (figure: Figure, key: string) =>
    figureWords(figure.arms.find((arm) => arm.key === key)?.value ?? null, figure.metric.unit, locale)
  const control = answer.arms[0]?.key ?? ''
  const interval = t(words.interval, { share: format.percent(1 - answer.alpha) })
  const explained = figures[0]?.explained ?? null
  const note = guardrails
    ? t(words.guardNote, { interval })
    : t(words.effectNote, {
        interval,
        window:
          answer.windowDays === null ? t(words.windowAll) : t(words.windowOf, { days: answer.windowDays }),
        look: t(words[answer.look]),
        adjusted:
          explained !== null && explained >= 0.01
            ? t(words.adjusted, { share: format.percent(Math.round(explained * 100) / 100) })
            : '',
      })
  const title = guardrails ? guardTitle(t, rows) : goalTitle(t, signed, nameOf, rows)
  return (
    <ChartCard
      title={title}
      note={[
        note,
        !guardrails && answer.look === 'once' && answer.state === 'running' ? t(words.tooEarly) : '',
      ]
        .filter(Boolean)
        .join(' · ')}
      summary={title}
      file={guardrails ? 'experiment-guardrails' : 'experiment-goal'}
      height={320}
      legend={legend}
      table={{
        head: [
          t(words.goal),
          t(words.arms),
          t(words.control),
          t(words.value),
          t(words.change),
          interval,
          'p',
        ],
        rows: rows.map(({ figure, effect }) => [
          figure.metric.name,
          nameOf(effect.arm),
          shown(figure, control),
          shown(figure, effect.arm),
          signed(effect.relative),
          `${signed(effect.relativeLow)} – ${signed(effect.relativeHigh)}`,
          effect.pValue === null ? '—' : effect.pValue.toFixed(4),
        ]),
      }}
    >
      <Intervals
        zero
        label={title}
        rows={rows.map(({ figure, effect }) => ({
          key: `${figure.metric.name} ${effect.arm}`,
          name: guardrails && figure.effects.length === 1 ? figure.metric.name : nameOf(effect.arm),
          note: `${guardrails && figure.effects.length > 1 ? `${figure.metric.name} · ` : ''}${shown(figure, control)} → ${shown(figure, effect.arm)}`,
          value: effect.relative,
          low: effect.relativeLow,
          high: effect.relativeHigh,
          tone: effect.verdict === 'worse' ? ('bad' as const) : ('plain' as const),
          shown: (
            <>
              <b>{signed(effect.relative)}</b>{' '}
              <span className="muted small">
                {effect.chance === null
                  ? ''
                  : t(words.chance, { share: format.percent(Math.round(effect.chance * 1000) / 1000) })}
              </span>
            </>
          ),
        }))}
      />
      {!guardrails && <Unsettled effects={figures.flatMap(({ effects }) => effects)} />}
    </ChartCard>
  )
}

interface Row {
  readonly figure: Figure
  readonly effect: Effect
}

function goalTitle(
  t: ReturnType<typeof useT>,
  signed: (part: number | null) => string,
  nameOf: (key: string) => string,
  rows: readonly Row[],
): string {
  const most = [...rows].sort((one, other) => (other.effect.chance ?? 0) - (one.effect.chance ?? 0))
  const found =
    most.find(({ effect }) => effect.verdict === 'better') ??
    most.find(({ effect }) => effect.verdict === 'worse') ??
    most[0]
  if (!found) return t(words.unknownPlain)
  const { figure, effect } = found
  if (effect.verdict !== 'unknown')
    return t(effect.verdict === 'better' ? words.better : words.worse, {
      arm: nameOf(effect.arm),
      metric: figure.metric.name,
      relative: signed(effect.relative),
      low: signed(effect.relativeLow),
      high: signed(effect.relativeHigh),
    })
  if (effect.relativeLow === null) return t(words.unknownPlain)
  return t(words.unknown, {
    metric: figure.metric.name,
    low: signed(effect.relativeLow),
    high: signed(effect.relativeHigh),
  })
}

function guardTitle(t: ReturnType<typeof useT>, rows: readonly Row[]): string {
  const harmed = rows.filter(({ effect }) => effect.verdict === 'worse').length
  return harmed > 0 ? t(words.guardHarmed, { count: harmed }) : t(words.guardTitle)
}

/** What is not known yet, and how many members would tell. */
function Unsettled({ effects }: { effects: readonly Effect[] }) {
  const t = useT()
  const format = useFormat()
  const needed = effects.map(({ toSettle }) => toSettle).filter((each) => each !== null)
  if (needed.length === 0 || Math.min(...needed) > 10_000_000) return null
  return <p className="muted small">{t(words.toSettle, { count: format.number(Math.min(...needed)) })}</p>
}

/** The funnel of each value of the breakdown, side by side. */
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { ChartCard } from '../frame/ChartCard.tsx'
import { PeopleDoor } from '../frame/PeopleDoor.tsx'
import type { FunnelAnswer, FunnelQuestion } from './answer.ts'
import { funnelWords as words } from './funnel.words.ts'

/** Fewer than these say little about a rate. */
const enough = 10

export function Values({ question, answer }: { question: FunnelQuestion; answer: FunnelAnswer }) {
  const t = useT()
  const format = useFormat()
  const { values, steps } = answer
  const named = values.map((each) => ({ ...each, label: each.value === '' ? t(words.unknown) : each.label }))
  const rateOf = (each: (typeof named)[number]) => each.steps.at(-1)?.overall ?? 0
  const solid = named.filter((each) => (each.steps[0]?.count ?? 0) >= enough)
  const [best] = [...(solid.length > 0 ? solid : named)].sort((one, other) => rateOf(other) - rateOf(one))
  const title = t(words.valuesTitle, {
    best: best?.label ?? '',
    rate: format.percent(best ? rateOf(best) : 0),
  })
  const door = (each: (typeof named)[number], at: number) => ({
    analysis: 'funnel',
    question,
    cell: { of: 'reached', step: at + 1, value: each.value },
    title: t(words.valueTitle, { label: each.label, step: steps[at]!.name }),
    count: each.steps[at]!.members,
  })
  const head = [t(words.value), ...steps.map(({ name }, at) => `${at + 1} ${name}`), t(words.overall)]
  const rows = named.map((each) => ({
    each,
    cells: each.steps.map(({ count }, at) => ({
      at,
      count,
      shown: <PeopleDoor {...door(each, at)}>{format.number(count)}</PeopleDoor>,
    })),
  }))
  return (
    <ChartCard
      title={title}
      note={t(words.valuesNote)}
      summary={title}
      file="funnel-values"
      height={420}
      legend={
        answer.otherValues > 0 ? (
          <span className="muted">{t(words.otherValues, { count: answer.otherValues })}</span>
        ) : undefined
      }
      table={{
        head,
        rows: rows.map(({ each, cells }) => [
          each.label,
          ...cells.map(({ count, shown }) => ({ value: count, shown })),
          format.percent(rateOf(each)),
        ]),
      }}
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable from the keyboard */}
      <section className="funnel-scroll" tabIndex={0} aria-label={title}>
        <table className="funnel-values">
          <thead>
            <tr>
              {head.map((cell) => (
                <th key={cell} scope="col">
                  {cell}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ each, cells }) => (
              <tr key={each.value}>
                <th scope="row">{each.label}</th>
                {cells.map(({ at, shown }) => (
                  <td key={at}>{shown}</td>
                ))}
                <td>
                  <span className="funnel-mini" aria-hidden="true">
                    <i style={{ width: `${rateOf(each) * 100}%` }} />
                  </span>
                  {format.percent(rateOf(each))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </ChartCard>
  )
}

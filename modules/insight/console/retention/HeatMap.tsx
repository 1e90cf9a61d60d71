/** Cohorts and what is left of them, as a map of warmth: every cell is a door. */
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { shortDay } from '../calendar.ts'
import { ChartCard } from '../frame/ChartCard.tsx'
import { PeopleDoor } from '../frame/PeopleDoor.tsx'
import { useShade } from '../frame/shade.ts'
import type { RetentionAnswer, RetentionQuestion } from './answer.ts'
import { retentionWords as words } from './retention.words.ts'
import { useColumns } from './useColumns.ts'

interface Props {
  readonly question: RetentionQuestion
  readonly answer: RetentionAnswer
}

export function HeatMap({ question, answer }: Props) {
  const t = useT()
  const format = useFormat()
  const nameOf = useColumns(question)
  const shade = useShade()
  const { cohorts, mean, columns } = answer
  const began = cohorts.filter(({ size }) => size > 0)
  const after = columns.slice(1)
  const highest = Math.max(
    0.01,
    ...began.flatMap(({ cells }) => cells.slice(1).map(({ share }) => share ?? 0)),
  )
  const behind = (cell: object, title: string) => ({ analysis: 'retention', question, cell, title })
  const day = (start: string) => (question.unit === 'month' ? start.slice(0, 7) : shortDay(start))
  const ofCohort = (start: string) =>
    behind({ cohort: start, column: 0 }, t(words.cohortTitle, { start: day(start) }))
  const ofCell = (start: string, column: number) =>
    behind({ cohort: start, column }, t(words.cellTitle, { start: day(start), column: nameOf(column) }))
  const title = useTitle(answer, nameOf(1))
  const whole = (share: number) => Math.round(share * 100)
  return (
    <ChartCard
      title={title}
      note={t(words.mapNote)}
      summary={title}
      file="retention"
      height={480}
      table={{
        head: [t(words.cohort), t(words.size), ...after.map(({ column }) => nameOf(column))],
        rows: began.map(({ start, size, cells }) => [
          start,
          { value: size, shown: <PeopleDoor {...ofCohort(start)} count={size} /> },
          ...after.map(({ column }) => {
            const cell = cells[column]
            return cell && cell.share !== null
              ? {
                  value: `${whole(cell.share)}%`,
                  shown: (
                    <PeopleDoor
                      {...ofCell(start, column)}
                      count={cell.returned}
                    >{`${whole(cell.share)}%`}</PeopleDoor>
                  ),
                }
              : ''
          }),
        ]),
      }}
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable from the keyboard */}
      <section className="ret-scroll" tabIndex={0} aria-label={title}>
        <table className="ret-heat">
          <thead>
            <tr>
              <th scope="col">{t(words.cohort)}</th>
              <th scope="col">{t(words.size)}</th>
              {after.map(({ column }) => (
                <th key={column} scope="col">
                  {nameOf(column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <tr className="ret-mean">
              <th scope="row">{t(words.mean)}</th>
              <td className="ret-size">{format.number(mean[0]?.of ?? 0)}</td>
              {mean.slice(1).map(({ column, share, returned }) => (
                <td key={column}>
                  {share === null ? (
                    '—'
                  ) : (
                    <PeopleDoor
                      {...behind({ column }, t(words.meanTitle, { column: nameOf(column) }))}
                      count={returned}
                    >
                      {whole(share)}
                    </PeopleDoor>
                  )}
                </td>
              ))}
            </tr>
            {began.map(({ start, size, cells }) => (
              <tr key={start}>
                <th scope="row">{day(start)}</th>
                <td className="ret-size">
                  <PeopleDoor {...ofCohort(start)} count={size} />
                </td>
                {cells.slice(1).map(({ returned, share, complete }, at) => (
                  <td
                    // biome-ignore lint/suspicious/noArrayIndexKey: cells have no identity but their place
                    key={at}
                    className={complete ? 'ret-cell' : 'ret-cell open'}
                    style={shade((share ?? 0) / highest)}
                  >
                    <PeopleDoor {...ofCell(start, at + 1)} count={returned}>
                      {whole(share ?? 0)}
                    </PeopleDoor>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </ChartCard>
  )
}

/** What the first column says: of all cohorts, and of the latest. */
function useTitle({ cohorts, mean }: RetentionAnswer, column: string): string {
  const t = useT()
  const format = useFormat()
  const share = mean[1]?.share ?? null
  const whole = cohorts.filter(({ size, cells }) => size > 0 && cells[1]?.complete)
  const latest = whole.at(-1)?.cells[1]?.share ?? null
  if (share === null || latest === null) return t(words.mapNone, { column })
  const best = Math.max(...whole.map(({ cells }) => cells[1]!.share ?? 0))
  const rounded = (value: number) => Math.round(value * 1_000)
  const word =
    whole.length > 1 && latest === best
      ? words.latestBest
      : rounded(latest) > rounded(share)
        ? words.latestAbove
        : rounded(latest) < rounded(share)
          ? words.latestBelow
          : words.latestSame
  return t(words.mapTitle, {
    column,
    share: format.percent(share),
    latest: t(word, { share: format.percent(latest) }),
  })
}

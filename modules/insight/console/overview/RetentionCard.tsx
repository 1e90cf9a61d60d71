import { Empty } from '#ui/console/states.tsx'
import { retentionTitle } from '../../overview/sentences.ts'
import { ChartCard } from '../frame/ChartCard.tsx'
import { PeopleDoor } from '../frame/PeopleDoor.tsx'
import { useShade } from '../frame/shade.ts'
import { overviewWords as words } from './overview.words.ts'
import { behindOf, type Seen, useSaying } from './seen.ts'

/** How many of each week's newcomers came back in the weeks after. Cells are buttons: every one opens its people. */
export function RetentionCard({ question, answer: { retention } }: Seen) {
  const saying = useSaying()
  const { t, format } = saying
  const { cohorts } = retention
  const width = Math.max(1, ...cohorts.map(({ retained }) => retained.length))
  const highest = Math.max(
    0.01,
    ...cohorts.flatMap(({ size, retained }) => retained.map((kept) => kept / size)),
  )
  const columns = Array.from({ length: width }, (_, at) => t(words.nthWeek, { n: at + 1 }))
  const behind = behindOf(question)
  const shade = useShade()
  const title = saying.title(retentionTitle(retention, saying.whole))
  return (
    <ChartCard
      className="ov-retention"
      title={title}
      note={t(words.retentionNote)}
      table={{
        head: [t(words.cohort), t(words.size), ...columns],
        rows: cohorts.map(({ end, size, retained }) => [
          end,
          size,
          ...columns.map((_, at) => {
            const kept = retained[at]
            return kept === undefined ? '' : `${Math.round((kept / size) * 100)}%`
          }),
        ]),
      }}
      summary={title}
      file="newcomer-retention"
      height={320}
    >
      {cohorts.length === 0 ? (
        <Empty icon="newcomer" title={title} />
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable from the keyboard
        <section className="scroll-x" tabIndex={0} aria-label={title}>
          <table className="ov-heat">
            <thead>
              <tr>
                <th scope="col">{t(words.cohort)}</th>
                <th scope="col">{t(words.size)}</th>
                {columns.map((column) => (
                  <th key={column} scope="col">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {cohorts.map(({ end, size, retained }) => {
                // The number of the week it is counted back from the last one: as many weeks as are known of it.
                const week = retained.length
                const day = saying.shortDay(end)
                return (
                  <tr key={end}>
                    <th scope="row">{day}</th>
                    <td className="ov-size">
                      <PeopleDoor
                        {...behind(t(words.cohortTitle, { day }), { of: 'cohort', week })}
                        count={size}
                      >
                        {format.number(size)}
                      </PeopleDoor>
                    </td>
                    {retained.length === 0 && (
                      <td colSpan={Math.min(3, width)} className="muted ov-pending">
                        {t(words.pending)}
                      </td>
                    )}
                    {retained.map((kept, at) => {
                      const share = kept / size
                      return (
                        <td
                          // biome-ignore lint/suspicious/noArrayIndexKey: cells have no identity but their place
                          key={at}
                          className="ov-cell"
                          style={shade(share / highest)}
                        >
                          <PeopleDoor
                            {...behind(t(words.keptTitle, { day, n: at + 1 }), {
                              of: 'cohort',
                              week,
                              after: at + 1,
                            })}
                            count={kept}
                          >
                            {Math.round(share * 100)}
                          </PeopleDoor>
                        </td>
                      )
                    })}
                  </tr>
                )
              })}
            </tbody>
          </table>
        </section>
      )}
    </ChartCard>
  )
}

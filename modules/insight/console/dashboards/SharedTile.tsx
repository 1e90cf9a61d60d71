/** A tile as strangers see it: figures, lines, tables; nothing to open. */
import { useMemo } from 'react'
import { Chart } from '#ui/console/chart/Chart.tsx'
import { axisStyle, baseOption, type Colours } from '#ui/console/chart/option.ts'
import { Spark } from '#ui/console/chart/Spark.tsx'
import { Light } from '#ui/console/Page.tsx'
import { useFormat, useReading, useT } from '#ui/locale/locale.tsx'
import { seriesColours } from '#ui/palette.ts'
import { figureWords } from '../../figure.ts'
import type { SharedAnswer } from './dashboards.queries.ts'
import { dashboardWords, shareWords as words } from './dashboards.words.ts'
import { TextTile } from './tiles/TextTile.tsx'

type Shared = SharedAnswer['tiles'][number]
type Figures = NonNullable<Shared['figures']>

export function SharedTile({ tile }: { tile: Shared }) {
  const t = useT()
  const { kind, figures, goal, signals } = tile
  if (kind === 'text') return <TextTile title={tile.title || null} text={tile.text ?? ''} />
  const named = words[(tile.analysis ?? 'analysis') as keyof typeof words] ?? words.analysis
  const title = tile.title || t(kind === 'signals' ? words.signals : named)
  if (goal) return <SharedGoal goal={goal} />
  if (signals) return <SharedSignals title={title} signals={signals} />
  if (!figures)
    return (
      <section className="card tile-broken">
        <h2>{title}</h2>
        <p className="muted small">{t(words.noAnswer)}</p>
      </section>
    )
  if (tile.show === 'number') return <SharedNumber title={title} figures={figures} />
  const drawn = figures.lines.length > 0 && tile.show !== 'table'
  return (
    <SharedChart
      title={figures.headline ? `${title} · ${figures.headline}` : title}
      figures={figures}
      drawn={drawn}
      bars={tile.show === 'bars' || tile.analysis === 'funnel' || tile.analysis === 'stickiness'}
    />
  )
}

function SharedNumber({ title, figures }: { title: string; figures: Figures }) {
  const t = useT()
  const { change } = figures
  return (
    <section className="card tile-number" title={figures.formula}>
      <h2>{title}</h2>
      <p className="tile-figure">{figures.headline ?? '—'}</p>
      <p className="tile-change">
        {change && (
          <span className={change.side === 'same' ? 'muted' : change.good ? 'good' : 'warn'}>
            {change.side !== 'same' && <span aria-hidden="true">{change.side === 'up' ? '▲' : '▼'}</span>}{' '}
            {t(
              change.side === 'same'
                ? dashboardWords.same
                : change.side === 'up'
                  ? dashboardWords.upBy
                  : dashboardWords.downBy,
              { by: change.by },
            )}
          </span>
        )}
      </p>
      <div className="tile-course">
        <span />
        <Spark
          values={(figures.lines[0]?.values ?? []).flatMap((value) => value ?? [])}
          width={96}
          height={26}
        />
      </div>
    </section>
  )
}

function SharedChart({
  title,
  figures,
  drawn,
  bars,
}: {
  title: string
  figures: Figures
  drawn: boolean
  bars: boolean
}) {
  const { locale } = useReading()
  const option = useMemo(() => {
    const { labels, lines } = figures
    const unit = lines[0]?.unit ?? 'number'
    return (colours: Colours) => ({
      ...baseOption(colours),
      grid: { left: 4, right: 12, top: 12, bottom: 4, containLabel: true },
      xAxis: { type: 'category', data: labels, boundaryGap: bars, ...axisStyle(colours) },
      yAxis: {
        type: 'value',
        splitNumber: 3,
        ...axisStyle(colours),
        axisLine: { show: false },
        axisLabel: {
          ...axisStyle(colours).axisLabel,
          formatter: (value: number) => figureWords(value, unit, locale),
        },
      },
      tooltip: {
        ...(baseOption(colours).tooltip as object),
        valueFormatter: (value: unknown) =>
          typeof value === 'number' ? figureWords(value, unit, locale) : '—',
      },
      series: lines.flatMap(({ name, values, before }, at) => {
        const colour = colours[seriesColours[at % seriesColours.length] ?? 'pine']
        return [
          {
            type: bars ? 'bar' : 'line',
            name,
            data: values,
            color: colour,
            barMaxWidth: 26,
            symbol: 'circle',
            symbolSize: 5,
            lineStyle: { width: 2 },
          },
          ...(before && !bars
            ? [
                {
                  type: 'line',
                  name,
                  data: before,
                  color: colours.slate,
                  symbol: 'none',
                  lineStyle: { width: 1.4, type: [1.5, 3], cap: 'round' },
                },
              ]
            : []),
        ]
      }),
    })
  }, [figures, locale, bars])
  return (
    <Chart
      title={title}
      note={figures.formula}
      summary={title}
      file="dashboard"
      height={220}
      option={drawn ? option : undefined}
      table={figures.table}
      legend={
        drawn &&
        figures.lines.length > 1 && (
          <ul className="shared-legend">
            {figures.lines.map(({ name }, at) => (
              <li key={name}>
                <i
                  style={{ background: `var(--${seriesColours[at % seriesColours.length]})` }}
                  aria-hidden="true"
                />
                {name}
              </li>
            ))}
          </ul>
        )
      }
    >
      {!drawn && (
        <div className="tile-table">
          <table>
            <thead>
              <tr>
                {figures.table.head.map((each, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
                  <th key={at} scope="col">
                    {each}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {figures.table.rows.map((row, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place
                <tr key={at}>
                  {row.map((cell, place) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its place
                    <td key={place}>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Chart>
  )
}

function SharedGoal({ goal }: { goal: NonNullable<Shared['goal']> }) {
  const t = useT()
  const format = useFormat()
  return (
    <section className="card tile-number">
      <h2>{goal.name}</h2>
      <p className="tile-figure">{goal.value}</p>
      <p className="tile-change">
        <span className={goal.pace === 'behind' ? 'warn' : 'good'}>
          {t(goal.reached ? words.reached : words[goal.pace])}
        </span>
      </p>
      <small className="muted">
        {t(words.target, { target: goal.target, day: format.date(`${goal.dueOn}T12:00:00Z`) })}
      </small>
    </section>
  )
}

function SharedSignals({ title, signals }: { title: string; signals: NonNullable<Shared['signals']> }) {
  const format = useFormat()
  const t = useT()
  return (
    <section className="card tile-signals-card">
      <h2>{title}</h2>
      {signals.length === 0 && <p className="muted small">{t(dashboardWords.signalsNoneHint)}</p>}
      <ul>
        {signals.map((signal) => (
          <li key={`${signal.title} ${signal.at}`}>
            <Light state="warn">{signal.title}</Light>
            <small className="muted">{format.ago(signal.at)}</small>
          </li>
        ))}
      </ul>
    </section>
  )
}

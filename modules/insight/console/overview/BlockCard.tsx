import { Fragment, type ReactNode } from 'react'
import { Spark } from '#ui/console/chart/Spark.tsx'
import { useT } from '#ui/locale/locale.tsx'
import { ChartCard } from '../frame/ChartCard.tsx'
import { overviewWords as words } from './overview.words.ts'

export interface BlockFigure {
  readonly name: string
  readonly now: string
  readonly before?: string | undefined
  /** Opens the people behind it. */
  readonly door?: ReactNode
}

interface Props {
  readonly title: string
  readonly note: string
  readonly figures: readonly BlockFigure[]
  readonly weekly?: readonly number[]
  readonly colour?: string
  readonly file: string
  readonly children?: ReactNode
}

/** A few figures of one kind under a sentence, with the line of the weeks behind them. */
export function BlockCard({
  title,
  note,
  figures,
  weekly = [],
  colour = 'var(--pine)',
  file,
  children,
}: Props) {
  const t = useT()
  return (
    <ChartCard
      className="ov-block"
      title={title}
      note={note}
      table={{
        head: [t(words.figure), t(words.now), t(words.compared)],
        rows: figures.map(({ name, now, before }) => [name, now, before ?? '']),
      }}
      summary={title}
      file={file}
      height={220}
    >
      {weekly.some((value) => value !== 0) && (
        <div className="ov-block-line">
          <Spark values={weekly} width={280} height={44} colour={colour} />
        </div>
      )}
      <dl className="ov-figures">
        {figures.map(({ name, now, before, door }) => (
          <Fragment key={name}>
            <dt>{name}</dt>
            <dd>
              {door || now}
              {before !== undefined && <small className="muted">{t(words.before, { value: before })}</small>}
            </dd>
          </Fragment>
        ))}
      </dl>
      {children}
    </ChartCard>
  )
}

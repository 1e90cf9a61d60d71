import { Spark } from '#ui/console/chart/Spark.tsx'
import { Tag } from '#ui/console/Page.tsx'
import { useReading, useT } from '#ui/locale/locale.tsx'
import { figureWords } from '../../figure.ts'
import type { Figures, Metric, Source } from './metrics.queries.ts'
import { metricWords as words } from './metrics.words.ts'

export const sourceWords: Readonly<Record<Source, (typeof words)[keyof typeof words]>> = {
  own: words.fromOwn,
  import: words.fromImport,
  wecom: words.fromWecom,
  track: words.fromTrack,
}

interface Props {
  readonly metric: Metric
  /** Undefined while they come. */
  readonly figures: Figures | undefined
  readonly open: () => void
}

export function MetricRow({ metric, figures, open }: Props) {
  const t = useT()
  const { locale } = useReading()
  // A week that is not over would look like a fall.
  const values = (figures?.points ?? []).flatMap(({ value, running }) =>
    value === null || running ? [] : [value],
  )
  return (
    <tr>
      <td>
        <span className="metric-head">
          <button type="button" className="metric-name" aria-haspopup="dialog" onClick={open}>
            <span className="metric-title">{metric.name}</span>
          </button>
          {metric.version > 0 && metric.family && <Tag>{t(words.changed, { version: metric.version })}</Tag>}
        </span>
        <p className="metric-formula">{metric.formula || metric.says}</p>
      </td>
      <td className="figure">
        {metric.lastDay === null ? (
          <span className="muted">{t(words.noData)}</span>
        ) : figures === undefined ? (
          <span className="muted" aria-busy="true">
            …
          </span>
        ) : (
          <strong>{figureWords(figures.value, metric.unit, locale)}</strong>
        )}
      </td>
      <td className="course">{values.length > 1 && <Spark values={values} width={104} height={30} />}</td>
      <td className="source">
        <span className="tags">
          {metric.sources.map((source) => (
            <Tag key={source} tone={source === 'own' ? 'pine' : 'plain'}>
              {t(sourceWords[source])}
            </Tag>
          ))}
        </span>
      </td>
    </tr>
  )
}

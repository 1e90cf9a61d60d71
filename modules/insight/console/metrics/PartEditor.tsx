/** One figure of a metric: what it takes, which events, how they are counted. */
import { Button, Checkbox, InputNumber, Select } from 'antd'
import type { Happening } from '#ui/console/condition/condition.ts'
import { Icon } from '#ui/icon/Icon.tsx'
import { useT } from '#ui/locale/locale.tsx'
import type { Counted, EventsExpression, Expression, ReturningExpression } from '../../metrics/metric.ts'
import { EventPick } from '../frame/EventPick.tsx'
import { noEvent } from './building.ts'
import type { Metric } from './metrics.queries.ts'
import { metricWords as words } from './metrics.words.ts'

interface Props {
  readonly value: Expression
  readonly change: (value: Expression) => void
  /** Metrics that it may refer to. */
  readonly metrics: readonly Metric[]
}

const kinds = ['events', 'metric', 'population', 'returning', 'time'] as const
type Kind = (typeof kinds)[number]
const kindWords = {
  events: words.kindEvents,
  metric: words.kindMetric,
  population: words.kindPopulation,
  returning: words.kindReturning,
  time: words.kindTime,
} as const

const fresh = (kind: Kind): Expression => {
  switch (kind) {
    case 'events':
      return noEvent
    case 'metric':
      return { kind, metric: '' }
    case 'population':
      return { kind }
    case 'returning':
      return { kind, first: { event: '*' }, newcomers: true, again: { event: '*' }, after: 7, unit: 'day' }
    case 'time':
      return { kind, unit: 'day' }
  }
}

export function PartEditor({ value, change, metrics }: Props) {
  const t = useT()
  const known = kinds.find((kind) => kind === value.kind)
  if (!known) return <p className="muted small">{t(words.fixed)}</p>
  return (
    <div className="part-editor">
      <Select<Kind>
        aria-label={t(words.kind)}
        value={known}
        onChange={(kind) => change(fresh(kind))}
        options={kinds.map((kind) => ({ value: kind, label: t(kindWords[kind]) }))}
        popupMatchSelectWidth={false}
      />
      {value.kind === 'events' && <EventsEditor value={value} change={change} />}
      {value.kind === 'returning' && <ReturningEditor value={value} change={change} />}
      {value.kind === 'metric' && (
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          className="part-metric"
          aria-label={t(words.kindMetric)}
          placeholder={t(words.kindMetric)}
          value={value.metric || undefined}
          onChange={(metric) => change({ kind: 'metric', metric })}
          options={metrics.map(({ key, name }) => ({ value: key, label: name }))}
        />
      )}
      {value.kind === 'population' && (
        <Select
          aria-label={t(words.counted)}
          value={value.at ?? 'end'}
          onChange={(at) => change({ kind: 'population', ...(at === 'start' ? { at } : {}) })}
          options={[
            { value: 'end', label: t(words.atEnd) },
            { value: 'start', label: t(words.atStart) },
          ]}
        />
      )}
      {value.kind === 'time' && (
        <Select
          aria-label={t(words.kindTime)}
          value={value.unit}
          onChange={(unit) => change({ kind: 'time', unit })}
          options={(['day', 'week', 'month'] as const).map((unit) => ({
            value: unit,
            label: t(words[unit]),
          }))}
        />
      )}
    </div>
  )
}

const countings = {
  count: words.ofCount,
  members: words.ofMembers,
  days: words.ofDays,
  sum: words.ofSum,
  average: words.ofAverage,
  percentile: words.ofMedian,
} as const
type Counting = keyof typeof countings

const countedAs = (of: Counting): Counted => (of === 'percentile' ? { of, p: 50 } : { of })

/** Without what is undefined, which the API does not take. */
const plain = ({ event, where, group }: Happening) =>
  ({ event, ...(where?.length ? { where } : {}), ...(group ? { group } : {}) }) as EventsExpression

function EventsEditor({
  value,
  change,
}: {
  value: EventsExpression
  change: (value: EventsExpression) => void
}) {
  const t = useT()
  const { counted, or = [], rolling, by } = value
  const put = (part: Partial<EventsExpression>) => change({ ...value, ...part })
  const alternatives = (list: readonly Happening[]) => {
    const { or: _, ...rest } = value
    change(list.length > 0 ? { ...rest, or: list.map(plain) } : rest)
  }
  return (
    <div className="part-events">
      <div className="part-row">
        <EventPick
          value={value as Happening}
          onChange={(happening) => {
            const { where: _, group: __, ...rest } = value
            change({ ...rest, ...plain(happening) })
          }}
        />
        {or.map((each, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: alternatives have no name but their place
          <span key={at} className="part-or">
            <span className="muted">{t(words.orEvent)}</span>
            <EventPick
              value={each as Happening}
              onChange={(happening) =>
                alternatives(or.map((one, place) => (place === at ? happening : (one as Happening))))
              }
            />
            <Button
              type="text"
              size="small"
              aria-label={t(words.removeEvent)}
              icon={<Icon name="close" size={14} />}
              onClick={() => alternatives(or.filter((_, place) => place !== at) as Happening[])}
            />
          </span>
        ))}
        {value.event !== '' && or.length < 6 && (
          <Button
            type="link"
            size="small"
            onClick={() => alternatives([...(or as Happening[]), { event: '' }])}
          >
            {t(words.addEvent)}
          </Button>
        )}
      </div>
      <div className="part-row">
        <Select<Counting>
          aria-label={t(words.counting)}
          value={counted.of as Counting}
          onChange={(of) => put({ counted: countedAs(of) })}
          options={(Object.keys(countings) as Counting[]).map((of) => ({
            value: of,
            label: t(countings[of]),
          }))}
          popupMatchSelectWidth={false}
        />
        {counted.of === 'members' && (
          <Select
            aria-label={t(words.atLeast)}
            value={counted.atLeast ?? 1}
            onChange={(n) => put({ counted: n > 1 ? { of: 'members', atLeast: n } : { of: 'members' } })}
            options={[1, 2, 3, 5, 10].map((n) => ({ value: n, label: t(words.times, { n }) }))}
            popupMatchSelectWidth={false}
          />
        )}
        <Select
          aria-label={t(words.rolling)}
          value={rolling ?? 0}
          onChange={(n) => {
            const { rolling: _, ...rest } = value
            change(n > 0 ? { ...rest, rolling: n } : rest)
          }}
          options={[
            { value: 0, label: t(words.inBucket) },
            ...[7, 14, 30, 90].map((n) => ({ value: n, label: t(words.lastDays, { n }) })),
          ]}
          popupMatchSelectWidth={false}
        />
        <Checkbox
          checked={by === 'anyone'}
          onChange={(event) => {
            const { by: _, ...rest } = value
            change(event.target.checked ? { ...rest, by: 'anyone' } : rest)
          }}
        >
          {t(words.anyone)}
        </Checkbox>
      </div>
    </div>
  )
}

function ReturningEditor({
  value,
  change,
}: {
  value: ReturningExpression
  change: (value: ReturningExpression) => void
}) {
  const t = useT()
  const units = { day: words.day, week: words.week, month: words.month } as const
  return (
    <div className="part-events">
      <div className="part-row">
        <span className="muted">{t(words.first)}</span>
        <EventPick
          value={value.first as Happening}
          onChange={(first) => change({ ...value, first: plain(first) })}
        />
        <Checkbox
          checked={value.newcomers ?? false}
          onChange={(event) => change({ ...value, newcomers: event.target.checked })}
        >
          {t(words.newcomers)}
        </Checkbox>
      </div>
      <div className="part-row">
        <span className="muted">{t(words.after)}</span>
        <InputNumber
          aria-label={t(words.after)}
          min={1}
          max={365}
          value={value.after}
          onChange={(after) => after && change({ ...value, after })}
        />
        <Select
          aria-label={t(words.unit)}
          value={value.unit}
          onChange={(unit) => change({ ...value, unit })}
          options={(['day', 'week', 'month'] as const).map((unit) => ({
            value: unit,
            label: t(units[unit]),
          }))}
        />
        <span className="muted">{t(words.again)}</span>
        <EventPick
          value={value.again as Happening}
          onChange={(again) => change({ ...value, again: plain(again) })}
        />
      </div>
    </div>
  )
}

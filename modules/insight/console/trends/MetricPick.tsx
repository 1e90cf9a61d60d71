import { useQuery } from '@tanstack/react-query'
import { Input } from 'antd'
import { useState } from 'react'
import { Chip, MenuChip } from '#ui/console/condition/Chip.tsx'
import { useT } from '#ui/locale/locale.tsx'
import { EventPick } from '../frame/EventPick.tsx'
import { type Counted, type Metric, metricsQuery } from './trend.ts'
import { trendWords as words } from './trends.words.ts'

interface Props {
  readonly value: Metric
  readonly onChange: (metric: Metric) => void
}

/** A metric of the catalogue, or an event and how it is counted. */
export function MetricPick({ value, onChange }: Props) {
  const t = useT()
  const metrics = useQuery(metricsQuery).data ?? []
  const named = typeof value === 'string' ? metrics.find(({ key }) => key === value)?.name : undefined
  return (
    <>
      <Chip
        name={t(words.metric)}
        label={
          typeof value === 'string'
            ? value === ''
              ? t(words.pickMetric)
              : (named ?? value)
            : t(words.ownEvent).replace('…', '')
        }
        unset={value === ''}
      >
        {(close) => (
          <MetricList
            choose={(metric) => {
              onChange(metric)
              close()
            }}
            value={value}
          />
        )}
      </Chip>
      {typeof value !== 'string' && <WrittenPick value={value} onChange={onChange} />}
    </>
  )
}

function MetricList({ value, choose }: { value: Metric; choose: (metric: Metric) => void }) {
  const t = useT()
  const [text, setText] = useState('')
  const metrics = useQuery(metricsQuery).data ?? []
  const wanted = text.trim().toLowerCase()
  const found = metrics.filter(({ key, name, formula }) =>
    `${key} ${name} ${formula}`.toLowerCase().includes(wanted),
  )
  return (
    <div className="metric-pick">
      <Input
        size="small"
        aria-label={t(words.findMetric)}
        placeholder={t(words.findMetric)}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onPressEnter={() => found[0] && choose(found[0].key)}
      />
      <div className="frame-choices">
        <button
          type="button"
          className="frame-choice link"
          onClick={() => choose({ version: 1, how: { kind: 'events', event: '', counted: { of: 'count' } } })}
        >
          {t(words.ownEvent)}
        </button>
        {found.map(({ key, name, formula }) => (
          <button
            key={key}
            type="button"
            className="frame-choice"
            aria-pressed={key === value}
            onClick={() => choose(key)}
          >
            {name}
            <small className="muted">{formula}</small>
          </button>
        ))}
        {found.length === 0 && <p className="muted small saved-empty">{t(words.noMetric)}</p>}
      </div>
    </div>
  )
}

const countings = ['count', 'members', 'days', 'sum', 'average'] as const

function WrittenPick({
  value: { how },
  onChange,
}: {
  value: Exclude<Metric, string>
  onChange: (metric: Metric) => void
}) {
  const t = useT()
  return (
    <>
      <EventPick
        value={{ event: how.event, where: how.where, group: how.group }}
        onChange={(happening) =>
          onChange({ version: 1, how: { kind: 'events', ...happening, counted: how.counted } })
        }
      />
      <MenuChip
        name={t(words.counted)}
        label={t(words[how.counted.of])}
        value={how.counted.of}
        options={countings.map((of) => ({ value: of, label: t(words[of]) }))}
        choose={(of) => onChange({ version: 1, how: { ...how, counted: { of: of as Counted['of'] } } })}
      />
    </>
  )
}

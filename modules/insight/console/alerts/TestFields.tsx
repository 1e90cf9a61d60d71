/** How a figure is judged, as fields of a form. */
import { Checkbox, Form, InputNumber, Select } from 'antd'
import { useT } from '#ui/locale/locale.tsx'
import type { MetricUnit } from '../../metrics/metric.ts'
import type { RuleFields } from './alerts.queries.ts'
import { alertWords as words } from './alerts.words.ts'

export type Test = RuleFields['test']

/** Percents of shares and yuan of money, as people write them. */
const factorOf = (unit: MetricUnit) => (unit === 'share' ? 0.01 : unit === 'money' ? 100 : 1)
const tidy = (value: number) => Number(value.toPrecision(12))

interface TestProps {
  readonly test: Test
  readonly unit: MetricUnit
  readonly each: boolean
  readonly change: (test: Test) => void
}

/** Topics are looked for in the whole community, or in one group. */
const kindsOf = (each: boolean): readonly Test['kind'][] =>
  each
    ? ['threshold', 'change', 'anomaly', 'silence']
    : ['threshold', 'change', 'anomaly', 'silence', 'topic']

export function TestFields({ test, unit, each, change }: TestProps) {
  const t = useT()
  const side = 'side' in test ? test.side : 'below'
  const start: Record<Test['kind'], Test> = {
    threshold: { kind: 'threshold', side, line: 0 },
    change: { kind: 'change', side, by: 0.3, against: 'previous' },
    anomaly: { kind: 'anomaly', side, strength: 4 },
    silence: { kind: 'silence', buckets: 1 },
    topic: { kind: 'topic', times: 2 },
  }
  const factor = factorOf(unit)
  const suffix = unit === 'share' ? '%' : ''
  return (
    <>
      <div className="goal-fields">
        <Form.Item label={t(words.test)} htmlFor="alert-test">
          <Select
            id="alert-test"
            value={test.kind}
            onChange={(kind: Test['kind']) => change(start[kind])}
            options={kindsOf(each).map((kind) => ({
              value: kind,
              label: t(words[kind]),
            }))}
          />
        </Form.Item>
        {'side' in test && (
          <Form.Item label={t(words.side)} htmlFor="alert-side">
            <Select
              id="alert-side"
              value={test.side}
              onChange={(value: 'below' | 'above') => change({ ...test, side: value })}
              options={[
                { value: 'below', label: t(words.below) },
                { value: 'above', label: t(words.above) },
              ]}
            />
          </Form.Item>
        )}
      </div>
      {test.kind === 'threshold' && (
        <Form.Item label={t(words.line)} htmlFor="alert-line">
          {each && (
            <Checkbox
              checked={test.line === 'health'}
              onChange={(event) => change({ ...test, line: event.target.checked ? 'health' : 0.3 })}
            >
              {t(words.health)}
            </Checkbox>
          )}
          {test.line !== 'health' && (
            <InputNumber
              id="alert-line"
              value={tidy(test.line / factor)}
              suffix={suffix}
              onChange={(value) => change({ ...test, line: tidy((value ?? 0) * factor) })}
            />
          )}
        </Form.Item>
      )}
      {test.kind === 'change' && (
        <div className="goal-fields">
          <Form.Item label={t(words.by)} htmlFor="alert-by">
            <InputNumber
              id="alert-by"
              min={1}
              max={10_000}
              suffix="%"
              value={tidy(test.by * 100)}
              onChange={(value) => change({ ...test, by: tidy((value ?? 30) / 100) })}
            />
          </Form.Item>
          <Form.Item label={t(words.against)} htmlFor="alert-against">
            <Select
              id="alert-against"
              value={test.against}
              onChange={(value: 'previous' | 'year') => change({ ...test, against: value })}
              options={[
                { value: 'previous', label: t(words.previous) },
                { value: 'year', label: t(words.year) },
              ]}
            />
          </Form.Item>
        </div>
      )}
      {test.kind === 'anomaly' && (
        <Form.Item label={t(words.strength)} htmlFor="alert-strength">
          <Select
            id="alert-strength"
            value={test.strength}
            onChange={(strength: number) => change({ ...test, strength })}
            options={[
              { value: 3, label: t(words.strength3) },
              { value: 4, label: t(words.strength4) },
              { value: 6, label: t(words.strength6) },
            ]}
          />
        </Form.Item>
      )}
      {test.kind === 'topic' && (
        <Form.Item label={t(words.topicTimes)} htmlFor="alert-times" extra={t(words.topicHint)}>
          <InputNumber
            id="alert-times"
            min={1.2}
            max={20}
            step={0.5}
            value={test.times}
            onChange={(times) => change({ ...test, times: times ?? 2 })}
          />
        </Form.Item>
      )}
      {test.kind === 'silence' && (
        <Form.Item label={t(words.buckets)} htmlFor="alert-buckets">
          <InputNumber
            id="alert-buckets"
            min={1}
            max={31}
            precision={0}
            value={test.buckets}
            onChange={(buckets) => change({ ...test, buckets: buckets ?? 1 })}
          />
        </Form.Item>
      )}
    </>
  )
}

/** The editors behind chips: windows, measures, moments, amounts. */
import { Input, InputNumber, Radio, Select } from 'antd'
import type { ReactNode } from 'react'
import { useT } from '#ui/locale/locale.tsx'
import { isNever } from './catalogue.ts'
import type { Comparison, Measure, Span, TimeTest, Window } from './condition.ts'
import { editWords, opMenuWords, opWords } from './words.ts'

export const comparisons: readonly Comparison[] = ['gte', 'lte', 'gt', 'lt', 'eq', 'ne']

const wholeDays = { min: 1, max: 3_660, precision: 0 }

interface CompareProps {
  readonly op: Comparison
  readonly value: number
  readonly change: (op: Comparison, value: number) => void
  readonly unit?: string
  /** Fen: shown and typed in yuan. */
  readonly money?: boolean
  readonly least?: number
  readonly enter: () => void
}

/** At least 8 times. */
export function Compare({ op, value, change, unit, money, least, enter }: CompareProps) {
  const t = useT()
  return (
    <span className="edit-line">
      <Select<Comparison>
        aria-label={t(editWords.operator)}
        value={op}
        onChange={(chosen) => change(chosen, value)}
        options={comparisons.map((each) => ({ value: each, label: t(opMenuWords[each] ?? opWords[each]) }))}
        popupMatchSelectWidth={false}
      />
      <InputNumber<number>
        aria-label={t(editWords.amount)}
        min={least}
        value={money ? value / 100 : value}
        precision={least === undefined ? (money ? 2 : undefined) : 0}
        onChange={(typed) => typed !== null && change(op, money ? Math.round(typed * 100) : typed)}
        onPressEnter={enter}
      />
      <span className="muted">{money ? t(editWords.yuan) : unit}</span>
    </span>
  )
}

interface DaysProps {
  readonly label: string
  readonly value: number
  readonly change: (days: number) => void
  readonly enter: () => void
  readonly least?: number
  readonly most?: number
}

export function Days({ label, value, change, enter, least = 1, most = 3_660 }: DaysProps) {
  const t = useT()
  return (
    <span className="edit-line">
      <span>{label}</span>
      <InputNumber<number>
        aria-label={label}
        min={least}
        max={most}
        precision={0}
        value={value}
        onChange={(typed) => typed !== null && change(typed)}
        onPressEnter={enter}
      />
      <span className="muted">{t(editWords.unitDays)}</span>
    </span>
  )
}

interface SpanProps {
  readonly label: string
  readonly value: Span
  readonly change: (span: Span) => void
  readonly enter: () => void
}

export function SpanEditor({ label, value, change, enter }: SpanProps) {
  const t = useT()
  return (
    <span className="edit-line">
      <InputNumber<number>
        {...wholeDays}
        aria-label={label}
        value={value.amount}
        onChange={(amount) => amount !== null && change({ ...value, amount })}
        onPressEnter={enter}
      />
      <Select<Span['unit']>
        aria-label={`${label} (${t(editWords.unitDays)} / ${t(editWords.unitHours)})`}
        value={value.unit}
        onChange={(unit) => change({ ...value, unit })}
        options={[
          { value: 'days', label: t(editWords.unitDays) },
          { value: 'hours', label: t(editWords.unitHours) },
        ]}
      />
    </span>
  )
}

interface WindowProps {
  readonly value: Window | undefined
  readonly change: (window: Window | undefined) => void
  readonly enter: () => void
}

const presets = [7, 14, 30, 60, 90, 180] as const

/** When: the last so many days, between two days, or ever. */
export function WindowEditor({ value, change, enter }: WindowProps) {
  const t = useT()
  const kind = value === undefined ? 'ever' : 'last' in value ? 'last' : 'between'
  const between = value && !('last' in value) ? value : {}
  return (
    <Radio.Group
      className="edit-choices"
      value={kind}
      onChange={({ target }) =>
        change(
          target.value === 'ever'
            ? undefined
            : target.value === 'last'
              ? { last: { amount: 30, unit: 'days' } }
              : { from: '', to: '' },
        )
      }
    >
      <Choice value="last" label={t(editWords.last)} chosen={kind === 'last'}>
        {value && 'last' in value && (
          <>
            <SpanEditor
              label={t(editWords.last)}
              value={value.last}
              change={(last) => change({ last })}
              enter={enter}
            />
            <span className="edit-presets">
              {presets.map((amount) => (
                <button
                  key={amount}
                  type="button"
                  aria-pressed={value.last.unit === 'days' && value.last.amount === amount}
                  onClick={() => {
                    change({ last: { amount, unit: 'days' } })
                    enter()
                  }}
                >
                  {amount}
                </button>
              ))}
            </span>
          </>
        )}
      </Choice>
      <Choice value="between" label={t(editWords.between)} chosen={kind === 'between'}>
        <span className="edit-line">
          <Day
            label={t(editWords.from)}
            value={between.from}
            change={(from) => change({ ...between, from: from || undefined })}
          />
          <span className="muted">–</span>
          <Day
            label={t(editWords.to)}
            value={between.to}
            change={(to) => change({ ...between, to: to || undefined })}
          />
        </span>
      </Choice>
      <Choice value="ever" label={t(editWords.ever)} chosen={kind === 'ever'} />
    </Radio.Group>
  )
}

interface ChoiceProps {
  readonly value: string
  readonly label: string
  readonly chosen: boolean
  readonly children?: ReactNode
}

/** One of several ways; what it needs shows once it is chosen. */
function Choice({ value, label, chosen, children }: ChoiceProps) {
  return (
    <div className="edit-choice">
      <Radio value={value}>{label}</Radio>
      {chosen && children && <div className="edit-detail">{children}</div>}
    </div>
  )
}

interface DayProps {
  readonly label: string
  readonly value: string | undefined
  readonly change: (day: string) => void
}

const Day = ({ label, value, change }: DayProps) => (
  <Input
    type="date"
    className="edit-day"
    aria-label={label}
    value={value ?? ''}
    onChange={(event) => change(event.target.value)}
  />
)

interface TimeProps {
  readonly value: TimeTest
  readonly change: (test: TimeTest) => void
  readonly enter: () => void
  readonly ops?: readonly TimeTest['op'][]
}

type DayTest = Extract<TimeTest, { value: string }>
const isOfDay = (test: TimeTest): test is DayTest => test.op === 'onOrAfter' || test.op === 'before'

const timeOps: readonly TimeTest['op'][] = ['inLast', 'beforeLast', 'onOrAfter', 'before']

/** A test of a moment: within the last days, longer ago, after or before a day. */
export function TimeEditor({ value, change, enter, ops = timeOps }: TimeProps) {
  const t = useT()
  const choose = (op: TimeTest['op']) =>
    change(
      op === 'onOrAfter' || op === 'before'
        ? { op, value: typeof value.value === 'string' ? value.value : '' }
        : { op, value: typeof value.value === 'number' ? value.value : 30 },
    )
  return (
    <span className="edit-line">
      <Select<TimeTest['op']>
        aria-label={t(editWords.operator)}
        value={value.op}
        onChange={choose}
        options={ops.map((op) => ({ value: op, label: t(opMenuWords[op] ?? opWords[op]) }))}
        popupMatchSelectWidth={false}
      />
      {isOfDay(value) ? (
        <Day
          label={t(editWords.day)}
          value={value.value}
          change={(day) => change({ op: value.op, value: day })}
        />
      ) : (
        <Days
          label=""
          value={value.value}
          change={(days) => change({ op: value.op, value: days })}
          enter={enter}
        />
      )}
    </span>
  )
}

interface MeasureProps {
  readonly value: Measure
  readonly change: (measure: Measure) => void
  /** Properties that can be summed; the event's own amount goes first. */
  readonly sums: readonly {
    readonly name: string | undefined
    readonly label: string
    readonly money: boolean
  }[]
  readonly enter: () => void
}

type Way = 'count' | 'never' | 'days' | 'sum' | 'last' | 'first' | 'daysSince'

/** How often, on how many days, how much, when first and last. */
export function MeasureEditor({ value, change, sums, enter }: MeasureProps) {
  const t = useT()
  const way: Way = isNever(value) ? 'never' : value.of
  const choose = (chosen: Way) => {
    switch (chosen) {
      case 'never':
        change({ of: 'count', op: 'eq', value: 0 })
        return enter()
      case 'sum':
        return change({ of: 'sum', op: 'gte', value: sums[0]?.money ? 10_000 : 1, property: sums[0]?.name })
      case 'first':
      case 'last':
        return change({ of: chosen, test: { op: chosen === 'last' ? 'beforeLast' : 'inLast', value: 14 } })
      case 'daysSince':
        return change({ of: 'daysSince', op: 'gte', value: 14 })
      default:
        return change({ of: chosen, op: 'gte', value: chosen === 'days' ? 3 : 1 })
    }
  }
  const sum = value.of === 'sum' ? sums.find((each) => each.name === value.property) : undefined
  const compare = (unit: string, money = false) =>
    'op' in value && (
      <Compare
        op={value.op}
        value={value.value}
        unit={unit}
        money={money}
        least={value.of === 'sum' ? undefined : 0}
        change={(op, amount) => change({ ...value, op, value: amount })}
        enter={enter}
      />
    )
  const time = (value.of === 'first' || value.of === 'last') && (
    <TimeEditor value={value.test} change={(test) => change({ ...value, test })} enter={enter} />
  )
  return (
    <Radio.Group
      className="edit-choices"
      value={way}
      onChange={({ target }) => choose(target.value as Way)}
      aria-label={t(editWords.measure)}
    >
      <Choice value="count" label={t(editWords.count)} chosen={way === 'count'}>
        {compare(t(editWords.unitTimes))}
      </Choice>
      <Choice value="never" label={t(editWords.never)} chosen={way === 'never'} />
      <Choice value="days" label={t(editWords.days)} chosen={way === 'days'}>
        {compare(t(editWords.unitDays))}
      </Choice>
      {sums.length > 0 && (
        <Choice value="sum" label={t(editWords.sum)} chosen={way === 'sum'}>
          {sums.length > 1 && value.of === 'sum' && (
            <Select
              aria-label={t(editWords.property)}
              value={value.property ?? ''}
              onChange={(name) => change({ ...value, property: name || undefined })}
              options={sums.map((each) => ({ value: each.name ?? '', label: each.label }))}
              popupMatchSelectWidth={false}
            />
          )}
          {compare('', sum?.money)}
        </Choice>
      )}
      <Choice value="last" label={t(editWords.lastTime)} chosen={way === 'last'}>
        {time}
      </Choice>
      <Choice value="first" label={t(editWords.first)} chosen={way === 'first'}>
        {time}
      </Choice>
      <Choice value="daysSince" label={t(editWords.daysSince)} chosen={way === 'daysSince'}>
        {compare(t(editWords.unitDays))}
      </Choice>
    </Radio.Group>
  )
}

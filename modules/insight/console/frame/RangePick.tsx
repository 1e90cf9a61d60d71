/** When: a period by its length, or two days. Keyboard: a menu, then two date fields. */
import { Button, Input, Segmented } from 'antd'
import { useState } from 'react'
import { Chip } from '#ui/console/condition/Chip.tsx'
import { useReading, useT } from '#ui/locale/locale.tsx'
import { frameWords as words } from './frame.words.ts'
import type { Days, Range, Unit } from './question.ts'
import { useRangeWords } from './useRange.ts'

export const usualRanges: readonly Range[] = [
  { last: 7, unit: 'day' },
  { last: 30, unit: 'day' },
  { last: 12, unit: 'week' },
  { last: 26, unit: 'week' },
  { last: 12, unit: 'month' },
  { last: 1, unit: 'week', whole: true },
  { last: 1, unit: 'month', whole: true },
]

interface Props {
  readonly value: Range
  readonly onChange: (range: Range) => void
  /** Other choices than the usual ones. */
  readonly choices?: readonly Range[]
}

export function RangePick({ value, onChange, choices = usualRanges }: Props) {
  const t = useT()
  const say = useRangeWords()
  const chosen = JSON.stringify(value)
  return (
    <Chip name={t(words.range)} label={say(value)}>
      {(close) => (
        <div className="range-pick">
          {choices.map((range) => (
            <button
              key={JSON.stringify(range)}
              type="button"
              className="frame-choice"
              aria-pressed={JSON.stringify(range) === chosen}
              onClick={() => {
                onChange(range)
                close()
              }}
            >
              {say(range)}
            </button>
          ))}
          <OwnDays
            value={'from' in value ? value : undefined}
            choose={(days) => {
              onChange(days)
              close()
            }}
          />
        </div>
      )}
    </Chip>
  )
}

function OwnDays({ value, choose }: { value: Days | undefined; choose: (days: Days) => void }) {
  const t = useT()
  const { now } = useReading()
  const today = new Date(now()).toISOString().slice(0, 10)
  const [from, setFrom] = useState(value?.from ?? '')
  const [to, setTo] = useState(value?.to ?? today)
  const backwards = from !== '' && to !== '' && from > to
  return (
    <form
      className="range-own"
      onSubmit={(event) => {
        event.preventDefault()
        if (from && to && !backwards) choose({ from, to })
      }}
    >
      <p className="muted caption">{t(words.ownDays)}</p>
      <div>
        <Input
          type="date"
          aria-label={t(words.from)}
          value={from}
          onChange={(event) => setFrom(event.target.value)}
        />
        <span aria-hidden="true">–</span>
        <Input
          type="date"
          aria-label={t(words.to)}
          value={to}
          onChange={(event) => setTo(event.target.value)}
        />
      </div>
      {backwards && (
        <p className="bad caption" role="alert">
          {t(words.backwards)}
        </p>
      )}
      <Button htmlType="submit" size="small" disabled={!from || !to || backwards}>
        {t(words.apply)}
      </Button>
    </form>
  )
}

const units = [
  ['day', words.byDay],
  ['week', words.byWeek],
  ['month', words.byMonth],
] as const

/** By day, week or month. */
export function UnitPick({ value, onChange }: { value: Unit; onChange: (unit: Unit) => void }) {
  const t = useT()
  return (
    <Segmented<Unit>
      size="small"
      aria-label={t(words.unit)}
      value={value}
      onChange={onChange}
      options={units.map(([unit, label]) => ({ value: unit, label: t(label) }))}
    />
  )
}

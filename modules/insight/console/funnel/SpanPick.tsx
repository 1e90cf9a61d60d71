/** A length of time: usual ones as a menu. */
import { MenuChip } from '#ui/console/condition/Chip.tsx'
import { useT } from '#ui/locale/locale.tsx'
import type { FunnelSpan } from './answer.ts'
import { funnelWords as words } from './funnel.words.ts'

const usual: readonly FunnelSpan[] = [
  { amount: 5, unit: 'minutes' },
  { amount: 30, unit: 'minutes' },
  { amount: 1, unit: 'hours' },
  { amount: 24, unit: 'hours' },
  { amount: 3, unit: 'days' },
  { amount: 7, unit: 'days' },
  { amount: 14, unit: 'days' },
  { amount: 30, unit: 'days' },
  { amount: 90, unit: 'days' },
]

export function useSpanWords(): (span: FunnelSpan) => string {
  const t = useT()
  return ({ amount, unit }) => t(words[unit], { n: amount })
}

interface Props {
  readonly name: string
  readonly value: FunnelSpan | undefined
  readonly label: (span: string) => string
  readonly onChange: (span: FunnelSpan | undefined) => void
  /** What no limit is called; without it there is always one. */
  readonly none?: string
  /** Which of the usual ones may be chosen here; without it all. */
  readonly fits?: (span: FunnelSpan) => boolean
}

export function SpanPick({ name, value, label, onChange, none, fits = () => true }: Props) {
  const say = useSpanWords()
  const key = (span: FunnelSpan | undefined) => (span ? `${span.amount} ${span.unit}` : '')
  const known =
    value && !usual.some((each) => key(each) === key(value))
      ? [...usual.filter(fits), value]
      : usual.filter(fits)
  return (
    <MenuChip
      name={name}
      label={value ? label(say(value)) : (none ?? '')}
      value={key(value)}
      quiet={value === undefined}
      options={[
        ...(none ? [{ value: '', label: none }] : []),
        ...known.map((span) => ({ value: key(span), label: say(span) })),
      ]}
      choose={(chosen) => onChange(known.find((span) => key(span) === chosen))}
    />
  )
}

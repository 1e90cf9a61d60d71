import { InputNumber } from 'antd'
import { useT } from '#ui/locale/locale.tsx'
import { builderWords, editWords } from './words.ts'

interface Props {
  readonly label: string
  readonly value: readonly number[]
  readonly change: (value: readonly number[]) => void
  readonly money: boolean
  readonly enter: () => void
}

/** From one number to another, both included. */
export function InputPair({ label, value, change, money, enter }: Props) {
  const t = useT()
  const by = money ? 100 : 1
  const field = (place: 0 | 1) => (
    <InputNumber<number>
      aria-label={`${label} ${place === 0 ? t(editWords.from) : t(builderWords.and)}`}
      value={(value[place] ?? 0) / by}
      precision={money ? 2 : undefined}
      onChange={(typed) => {
        if (typed === null) return
        const amount = Math.round(typed * by * 1e6) / 1e6
        change(place === 0 ? [amount, value[1] ?? amount] : [value[0] ?? amount, amount])
      }}
      onPressEnter={enter}
    />
  )
  return (
    <span className="edit-line">
      {field(0)}
      <span className="muted">{t(builderWords.and)}</span>
      {field(1)}
      {money && <span className="muted">{t(editWords.yuan)}</span>}
    </span>
  )
}

import { Select } from 'antd'
import { useT } from '#ui/locale/locale.tsx'
import { careWords } from './care.words.ts'

const rhythms = [7, 14, 30, 60, 90]

/** How often somebody is visited; `null` when there is a reason. A form's control. */
export function Cadence({
  value,
  onChange,
  id,
}: {
  value?: number | null
  onChange?: (days: number | null) => void
  id?: string
}) {
  const t = useT()
  const own = value && !rhythms.includes(value) ? [value] : []
  return (
    <Select
      id={id}
      value={value ?? 0}
      onChange={(days: number) => onChange?.(days === 0 ? null : days)}
      options={[
        ...[...rhythms, ...own]
          .toSorted((a, b) => a - b)
          .map((days) => ({
            value: days,
            label: t(careWords.everyDays, { days }),
          })),
        { value: 0, label: t(careWords.cadenceNone) },
      ]}
    />
  )
}

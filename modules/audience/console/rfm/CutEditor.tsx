import { InputNumber, Select } from 'antd'
import { useT } from '#ui/locale/locale.tsx'
import { modelWords } from './model.words.ts'
import type { Cut } from './rfm.queries.ts'

interface CutEditorProps {
  readonly name: string
  readonly cut: Cut
  readonly unit: string
  /** What is shown is the stored value divided by this: yuan of fen. */
  readonly scale?: number
  readonly start: number
  readonly change: (cut: Cut) => void
}

/** How high is told from low, for one of R, F, M. */
export function CutEditor({ name, cut, unit, scale = 1, start, change }: CutEditorProps) {
  const t = useT()
  const choose = (mode: Cut['mode']) => {
    if (mode === 'fixed') change({ mode, value: start })
    else if (mode === 'quintile') change({ mode, from: 4 })
    else change({ mode })
  }
  return (
    <div className="cut-editor">
      <b>{name}</b>
      <Select
        aria-label={`${name} ${t(modelWords.mode)}`}
        value={cut.mode}
        onChange={choose}
        options={(['fixed', 'mean', 'median', 'quintile'] as const).map((mode) => ({
          value: mode,
          label: t(modelWords[mode]),
        }))}
      />
      {cut.mode === 'fixed' && (
        <InputNumber
          aria-label={`${name} ${t(modelWords.value)}`}
          min={0}
          max={1e9}
          value={cut.value / scale}
          suffix={unit}
          onChange={(value) => value !== null && change({ mode: 'fixed', value: Math.round(value * scale) })}
        />
      )}
      {cut.mode === 'quintile' && (
        <Select
          aria-label={`${name} ${t(modelWords.quintile)}`}
          value={cut.from}
          onChange={(from) => change({ mode: 'quintile', from })}
          options={[2, 3, 4, 5].map((from) => ({ value: from, label: t(modelWords.from, { from }) }))}
        />
      )}
    </div>
  )
}

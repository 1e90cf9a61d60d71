import { useT } from '#ui/locale/locale.tsx'
import { standing } from './figures.ts'
import type { Cut, Measured } from './rfm.queries.ts'
import { rfmWords } from './rfm.words.ts'

interface RulerProps {
  readonly name: string
  /** The rule in words: 30 天内算近. */
  readonly rule: string
  readonly cut: Cut
  readonly measured: Measured
  /** R: less is better, so the good side is on the left. */
  readonly lessIsBetter?: boolean
  readonly show: (value: number) => string
  readonly share: number
  /** The same in words: 41% 算高. */
  readonly shareSaid: string
}

/** Where high begins: fifths of the members as marks, the cut-off as a line, the good side filled. */
export function Ruler({ name, rule, cut, measured, lessIsBetter, show, share, shareSaid }: RulerProps) {
  const t = useT()
  const at = 100 * standing(measured, measured.cut)
  const mode =
    cut.mode === 'quintile'
      ? t(rfmWords.modeQuintile, { from: cut.from })
      : t({ fixed: rfmWords.modeFixed, mean: rfmWords.modeMean, median: rfmWords.modeMedian }[cut.mode])
  const lopsided = share > 0.97 || share < 0.03
  return (
    <div className="ruler">
      <div className="ruler-head">
        <b>{name}</b>
        <span className="ruler-rule">{rule}</span>
        <span className="muted small">{mode}</span>
      </div>
      <div className="ruler-bar" aria-hidden="true">
        <i
          className="ruler-good"
          style={lessIsBetter ? { left: 0, width: `${at}%` } : { left: `${at}%`, right: 0 }}
        />
        {[20, 40, 60, 80].map((mark) => (
          <i key={mark} className="ruler-mark" style={{ left: `${mark}%` }} />
        ))}
        <i className="ruler-cut" style={{ left: `${at}%` }} />
      </div>
      <div className="ruler-marks" aria-hidden="true">
        {measured.fifths.map((value, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: four marks in a fixed order, some of them equal
          <span key={place} style={{ left: `${(place + 1) * 20}%` }}>
            {show(value)}
          </span>
        ))}
      </div>
      <p className="ruler-foot small">
        <span className={lopsided ? 'warn' : ''}>{shareSaid}</span>
        <span className="muted">
          {t(rfmWords.spread, { mean: show(measured.mean), median: show(measured.median) })}
        </span>
      </p>
      {lopsided && <p className="ruler-warn small warn">{t(rfmWords.lopsided)}</p>}
    </div>
  )
}

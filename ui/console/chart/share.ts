/** What charts of shares have in common: an axis of percent from zero, labels below, and a tip in percent. */
import { axisStyle, baseOption, type ChartOption, type Colours } from './option.ts'

/**
 * Values of series are shares: `0.318` is 31.8 %. `bars` stand between the ends of the axis, lines begin at it;
 * `top` leaves room for marks above the drawing.
 */
export const shareChart = (
  colours: Colours,
  labels: readonly string[],
  percent: (share: number) => string,
  { bars = false, top = 12 }: { readonly bars?: boolean; readonly top?: number } = {},
): ChartOption => {
  const base = baseOption(colours)
  return {
    ...base,
    tooltip: {
      ...(base.tooltip as object),
      valueFormatter: (value: unknown) => (typeof value === 'number' ? percent(value) : '—'),
    },
    grid: { left: 4, right: bars ? 8 : 16, top, bottom: 4, containLabel: true },
    xAxis: { type: 'category', data: labels, boundaryGap: bars, ...axisStyle(colours) },
    yAxis: {
      type: 'value',
      min: 0,
      ...axisStyle(colours),
      axisLabel: { ...axisStyle(colours).axisLabel, formatter: percent },
    },
  }
}

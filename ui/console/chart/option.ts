/** What every chart shares, so that each says only what is its own. */
import type { EChartsCoreOption } from 'echarts/core'
import { type ColourName, palettes, type Theme } from '#ui/palette.ts'

export type Colours = Readonly<Record<ColourName, string>>
export type ChartOption = EChartsCoreOption

export const fontFamily =
  'Inter, "PingFang SC", "HarmonyOS Sans SC", "Noto Sans SC", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif'

/** The theme in force: the choice on <html>, else the system's. */
export function themeNow(): Theme {
  const chosen = document.documentElement.dataset.theme
  if (chosen === 'light' || chosen === 'dark') return chosen
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
}

export const coloursOf = (theme: Theme): Colours => palettes[theme]

/** Text is drawn inside the canvas (no HTML tooltip), so that the page's style policy holds. */
export const baseOption = (colours: Colours): ChartOption => ({
  animation: !matchMedia('(prefers-reduced-motion: reduce)').matches,
  animationDuration: 160,
  textStyle: { fontFamily, color: colours.muted, fontSize: 12 },
  tooltip: {
    trigger: 'axis',
    renderMode: 'richText',
    backgroundColor: colours.card,
    borderColor: colours.line,
    borderWidth: 1,
    padding: [8, 12],
    textStyle: { color: colours.ink, fontSize: 12, fontFamily, lineHeight: 18 },
    axisPointer: { type: 'line', lineStyle: { color: colours.slate, type: 'dotted' } },
  },
})

export const axisStyle = (colours: Colours) => ({
  axisLine: { lineStyle: { color: colours.line } },
  axisTick: { show: false },
  axisLabel: { color: colours.muted, fontSize: 11, fontFamily },
  splitLine: { lineStyle: { color: colours.line } },
})

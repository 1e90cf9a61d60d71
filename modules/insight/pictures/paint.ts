/**
 * Pictures of figures, drawn on the server: ECharts writes SVG without a page, and for mail that is painted as PNG.
 * They hold no text, because the machine may have no fonts, and no address: numbers are all that goes in.
 */
import { BarChart, LineChart } from 'echarts/charts'
import { GridComponent, MarkLineComponent } from 'echarts/components'
import { type EChartsCoreOption, init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import sharp from 'sharp'
import { palettes } from '#ui/palette.ts'

use([BarChart, LineChart, GridComponent, MarkLineComponent, SVGRenderer])

export interface PictureSize {
  /** CSS pixels; the PNG has twice as many, for fine screens. */
  readonly width: number
  readonly height: number
  /** Drawn for a dark ground. */
  readonly dark?: boolean
}

export type PictureColours = (typeof palettes)['light' | 'dark']

/** Axes without words or numbers, high enough for the goal too. */
export const bareAxes = (points: number, colours: PictureColours, goal?: number): EChartsCoreOption => ({
  grid: { left: 8, right: 8, top: 10, bottom: 8 },
  xAxis: {
    type: 'category',
    data: Array.from({ length: points }, (_, at) => at),
    axisLabel: { show: false },
    axisTick: { show: false },
    axisLine: { lineStyle: { color: colours.line } },
  },
  yAxis: {
    type: 'value',
    axisLabel: { show: false },
    splitLine: { showMaxLine: false, lineStyle: { color: colours['line-soft'] } },
    splitNumber: 3,
    ...(goal === undefined ? {} : { max: ({ max }: { max: number }) => Math.max(max, goal) * 1.04 }),
  },
})

/** The drawing as SVG markup. */
export function drawSvg(
  option: (colours: PictureColours) => EChartsCoreOption,
  { width, height, dark }: PictureSize,
): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height })
  try {
    chart.setOption({ animation: false, ...option(palettes[dark ? 'dark' : 'light']) })
    // Its style sheet only says how the mouse looks over it.
    return chart.renderToSVGString().replace(/<style[\s\S]*?<\/style>/g, '')
  } finally {
    chart.dispose()
  }
}

/** The drawing as PNG, twice as fine as its size says, on the ground of a card. */
export async function paintPng(
  option: (colours: PictureColours) => EChartsCoreOption,
  size: PictureSize,
): Promise<Buffer> {
  const { card } = palettes[size.dark ? 'dark' : 'light']
  return await sharp(Buffer.from(drawSvg(option, size)), { density: 144 })
    .flatten({ background: card })
    .png({ palette: true, compressionLevel: 9 })
    .toBuffer()
}

/** Figures side by side; one that stands out is painted full, the others lighter. */
import { type PictureColours, type PictureSize, paintPng } from './paint.ts'

export interface BarFigures {
  readonly values: readonly (number | null)[]
  /** Which one is meant; the last when left out, none with null. */
  readonly marked?: number | null
}

/** A PNG without text. */
export const barPicture = async (figures: BarFigures, size: PictureSize): Promise<Buffer> =>
  await paintPng((colours) => barOption(figures, colours), size)

export const barOption = ({ values, marked = values.length - 1 }: BarFigures, colours: PictureColours) => ({
  grid: { left: 8, right: 8, top: 10, bottom: 8 },
  xAxis: {
    type: 'category',
    data: values.map((_, at) => at),
    axisLabel: { show: false },
    axisTick: { show: false },
    axisLine: { lineStyle: { color: colours.line } },
  },
  yAxis: {
    type: 'value',
    axisLabel: { show: false },
    splitLine: { lineStyle: { color: colours['line-soft'] } },
    splitNumber: 3,
  },
  series: [
    {
      type: 'bar',
      barCategoryGap: '30%',
      data: values.map((value, at) => ({
        value,
        itemStyle: {
          color: colours.pine,
          opacity: marked === null || at === marked ? 1 : 0.4,
          borderRadius: [3, 3, 0, 0],
        },
      })),
    },
  ],
})

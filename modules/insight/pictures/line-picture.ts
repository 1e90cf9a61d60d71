/** The course of a figure: the line of now, the one before dotted, the goal wheat and dashed. */
import { bareAxes, type PictureColours, type PictureSize, paintPng } from './paint.ts'

export interface LineFigures {
  /** Oldest first; null where nothing is known: the line has a gap there. */
  readonly values: readonly (number | null)[]
  readonly before?: readonly (number | null)[]
  readonly goal?: number
}

/** A PNG without text. */
export const linePicture = async (figures: LineFigures, size: PictureSize): Promise<Buffer> =>
  await paintPng((colours) => lineOption(figures, colours), size)

const line = (data: readonly (number | null)[], colour: string, type: 'solid' | 'dotted', width: number) => ({
  type: 'line',
  data: [...data],
  symbol: 'none',
  lineStyle: { color: colour, width, type },
})

export const lineOption = ({ values, before, goal }: LineFigures, colours: PictureColours) => ({
  ...bareAxes(values.length, colours, goal),
  series: [
    ...(before ? [line(before, colours.muted, 'dotted', 1.5)] : []),
    {
      ...line(values, colours.pine, 'solid', 2.5),
      symbol: 'circle',
      symbolSize: (_: unknown, { dataIndex }: { dataIndex: number }) =>
        dataIndex === values.length - 1 || lonely(values, dataIndex) ? 7 : 0,
      itemStyle: { color: colours.pine },
      ...(goal === undefined
        ? {}
        : {
            markLine: {
              silent: true,
              symbol: 'none',
              label: { show: false },
              lineStyle: { color: colours.wheat, type: 'dashed', width: 1.5 },
              data: [{ yAxis: goal }],
            },
          }),
    },
  ],
})

/** A figure between two gaps would be no line at all. */
const lonely = (values: readonly (number | null)[], at: number): boolean =>
  values[at] !== null && (values[at - 1] ?? null) === null && (values[at + 1] ?? null) === null

/** Figures side by side; one that stands out is painted full, the others lighter. */
import { bareAxes, type PictureColours, type PictureSize, paintPng } from './paint.ts'

export interface BarFigures {
  readonly values: readonly (number | null)[]
  /** Which one is meant; the last when left out, none with null. */
  readonly marked?: number | null
}

/** A PNG without text. */
export const barPicture = async (figures: BarFigures, size: PictureSize): Promise<Buffer> =>
  await paintPng((colours) => barOption(figures, colours), size)

export const barOption = ({ values, marked = values.length - 1 }: BarFigures, colours: PictureColours) => ({
  ...bareAxes(values.length, colours),
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

/** Cells of heat maps as buttons: a colour over the card, and the text that reads on it (AA on every shade). */
import { useMemo } from 'react'
import { useTheme } from '#ui/console/chart/Chart.tsx'
import { coloursOf } from '#ui/console/chart/option.ts'
import type { ColourName } from '#ui/palette.ts'

const channels = (hex: string) => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16))

/** Luminance at which black and white text are equally readable, 4.58 to 1. */
const even = 0.179

function luminance(mixed: readonly number[]): number {
  const [r = 0, g = 0, b = 0] = mixed.map((channel) => {
    const share = channel / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

/** `share` 0 to 1 of a colour over the card, with its text. */
export function useShade() {
  const theme = useTheme()
  return useMemo(() => {
    const colours = coloursOf(theme)
    return (name: ColourName, share: number) => {
      const [top, below] = [channels(colours[name]), channels(colours.card)]
      const mixed = top.map((channel, at) => Math.round(channel * share + (below[at] ?? 0) * (1 - share)))
      return {
        background: `rgb(${mixed.join(' ')})`,
        color: luminance(mixed) > even ? '#000' : '#fff',
      }
    }
  }, [theme])
}

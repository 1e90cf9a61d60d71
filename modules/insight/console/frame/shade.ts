/** Cells of heat maps that are drawn in the page: pine over the ground of the card, with text that can be read on it. */
import { useTheme } from '#ui/console/chart/Chart.tsx'
import { coloursOf } from '#ui/console/chart/option.ts'

const [dark, light] = ['#0d1711', '#ffffff']

/** `strength` from 0 to 1 → colours of a cell, at least 4.5 to 1 (WCAG 2.2, 1.4.3). */
export function useShade(): (strength: number) => { background: string; color: string } {
  const { pine, card } = coloursOf(useTheme())
  return (strength) => shadeOf(pine, card, strength)
}

export function shadeOf(colour: string, ground: string, strength: number) {
  const [top, below] = [channels(colour), channels(ground)]
  const mix = (share: number) =>
    top.map((channel, at) => Math.round(channel * share + (below[at] ?? 0) * (1 - share)))
  let share = 0.12 + Math.min(1, Math.max(0, strength)) * 0.86
  // On a middling ground neither dark nor light text is readable: such a cell becomes a little stronger.
  while (share < 1 && contrast(mix(share)) < 4.55) share += 0.02
  const ended = mix(Math.min(1, share))
  return {
    background: `rgb(${ended.join(' ')})`,
    color: luminance(ended) > 0.19 ? dark : light,
  }
}

/** Dark or light text, whichever reads better on a colour (`#rrggbb`). */
export const readableOn = (hex: string): string => (luminance(channels(hex)) > 0.19 ? dark : light)

const channels = (hex: string) => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16))

function luminance(rgb: readonly number[]): number {
  const [r = 0, g = 0, b = 0] = rgb.map((channel) => {
    const share = channel / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(rgb: readonly number[]): number {
  const ground = luminance(rgb)
  return ground > 0.19
    ? (ground + 0.05) / (luminance(channels(dark)) + 0.05)
    : (luminance(channels(light)) + 0.05) / (ground + 0.05)
}

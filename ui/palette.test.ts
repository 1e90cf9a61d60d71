import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type ColourName, palettes, seriesColours, type Theme, tintOf, tints } from './palette.ts'

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8')

/** The colour variables of each theme block, as written in the style sheet. */
function block(start: string): Record<string, string> {
  const from = css.indexOf(start)
  const body = css.slice(from, css.indexOf('}', from))
  return Object.fromEntries(
    [...body.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value]),
  )
}

const lower = (palette: Record<string, string>) =>
  Object.fromEntries(Object.entries(palette).map(([name, value]) => [name, value.toLowerCase()]))

/** Relative luminance of WCAG 2.2. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (light + 0.05) / (dark + 0.05)
}

const surfaces: readonly ColourName[] = ['paper', 'card', 'rail', 'soft', 'selected']
const onSurfaces: readonly ColourName[] = ['ink', 'muted', 'pine', 'persimmon-text', 'good-text', 'warn-text', 'bad-text'] // biome-ignore format: one list
const pairs: readonly (readonly [ColourName, ColourName])[] = [
  ...onSurfaces.flatMap((text) => surfaces.map((surface) => [text, surface] as const)),
  ['on-pine', 'pine'],
  ['on-pine', 'pine-hover'],
  ['pine', 'pine-soft'],
  ['persimmon-text', 'persimmon-soft'],
  ['wheat-text', 'wheat-soft'],
  ['sky-text', 'sky-soft'],
  ['plum', 'plum-soft'],
  ['teal-text', 'teal-soft'],
  ['clay-text', 'clay-soft'],
  ['slate-text', 'slate-soft'],
  ['bad-text', 'bad-soft'],
]

describe('the palette', () => {
  it('is the same in the style sheet and in the code', () => {
    expect(block(':root {')).toEqual(lower(palettes.light))
    expect(block(':root:not([data-theme="light"])')).toEqual(lower(palettes.dark))
    expect(block(':root[data-theme="dark"]')).toEqual(lower(palettes.dark))
  })

  it.each(['light', 'dark'] as Theme[])('reads at AA wherever its text colours are used (%s)', (theme) => {
    const failing = pairs
      .map(([text, ground]) => ({
        text,
        ground,
        ratio: contrast(palettes[theme][text], palettes[theme][ground]),
      }))
      .filter(({ ratio }) => ratio < 4.5)
    expect(failing).toEqual([])
  })

  it('can tell a colour that fails', () => {
    expect(contrast(palettes.light.wheat, palettes.light.card)).toBeLessThan(4.5)
  })

  it('gives no two series the same colour', () => {
    expect(new Set(seriesColours.map((name) => palettes.light[name])).size).toBe(seriesColours.length)
  })

  it('gives one person one tint, and spreads people over all of them', () => {
    expect(tintOf('42')).toBe(tintOf('42'))
    expect(new Set(Array.from({ length: 200 }, (_, id) => tintOf(String(id)))).size).toBe(tints.length)
  })
})

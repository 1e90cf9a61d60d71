/** More of the same hand, for screens that come after the first. */
import { Drawn, glyphs as first } from './Glyph.tsx'

const glyphs = {
  ...first,
  warning: 'M10 3.6 17.2 16H2.8zM10 8.2v3.6M10 14v.1',
  sprout:
    'M10 17V9.4M10 10.6c0-3-1.8-5-5.6-5.2 0 3.6 2 5.4 5.6 5.2zM10 9c0-3 1.8-5 5.6-5.2 0 3.6-2 5.4-5.6 5.2z',
  eye: 'M2.6 10c1.8-3.4 4.3-5 7.4-5s5.6 1.6 7.4 5c-1.8 3.4-4.3 5-7.4 5s-5.6-1.6-7.4-5zM10 12.3a2.3 2.3 0 1 0 0-4.6 2.3 2.3 0 0 0 0 4.6z',
  shield: 'M10 3 4 5.2v4.4c0 3.8 2.5 6.2 6 7.4 3.5-1.2 6-3.6 6-7.4V5.2zM7.4 10l1.9 1.9 3.4-3.7',
  bag: 'M4.6 7h10.8l.7 9.5H3.9zM7.2 9V6.2a2.8 2.8 0 0 1 5.6 0V9',
  steps:
    'M6.6 3.6c1.4 0 2.2 1.5 2.2 3.2 0 1.3-.4 2-.5 3H5.2c-.1-1-.8-1.7-.8-3 0-1.7.8-3.2 2.2-3.2zM5.3 11.8h3c0 1.3-.5 2-1.5 2s-1.5-.7-1.5-2zM13.4 6.6c1.4 0 2.2 1.5 2.2 3.2 0 1.3-.7 2-.8 3h-3.1c-.1-1-.5-1.7-.5-3 0-1.7.8-3.2 2.2-3.2zM11.7 14.8h3c0 1.3-.5 2-1.5 2s-1.5-.7-1.5-2z',
} as const

export type LateGlyphName = keyof typeof glyphs

export const LateGlyph = ({ name, ...look }: { name: LateGlyphName; size?: number; className?: string }) => (
  <Drawn path={glyphs[name]} {...look} />
)

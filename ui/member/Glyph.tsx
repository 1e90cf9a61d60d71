/**
 * The few line icons of the first page, as paths on a 20 px grid with 1.6 px strokes. Everything that
 * loads later takes its icons from lucide; these spare the first load that library's frame.
 */
export const glyphs = {
  home: 'M3.4 9.2 10 3.6l6.6 5.6v6.3a1.5 1.5 0 0 1-1.5 1.5H4.9a1.5 1.5 0 0 1-1.5-1.5zM8 17v-4.6h4V17',
  person: 'M10 10a3.2 3.2 0 1 0 0-6.4 3.2 3.2 0 0 0 0 6.4zM3.8 16.6c.5-3.2 3-5 6.2-5s5.7 1.8 6.2 5',
  check: 'm4.5 10.5 3.6 3.6 7.4-8.2',
  pencil: 'm12.6 4.4 3 3L7 16H4v-3z',
  right: 'm8 5.5 4.5 4.5L8 14.5',
  left: 'm12 5.5-4.5 4.5 4.5 4.5',
  speech: 'M3.6 4h12.8v9.3h-6.9L6 16.4v-3.1H3.6zM7 7.4h6M7 10h3.6',
  cloudOff: 'M6.2 6.4A4 4 0 0 0 5.6 14h8.6M9 4.6a4.6 4.6 0 0 1 5 3.7 3.2 3.2 0 0 1 2.3 5M3 3l14 14',
  search: 'M9 14.6A5.6 5.6 0 1 0 9 3.4a5.6 5.6 0 0 0 0 11.2zM13.1 13.1l3.7 3.7',
  warning: 'M10 3.6 17.2 16H2.8zM10 8.2v3.6M10 14v.1',
  sprout:
    'M10 17V9.4M10 10.6c0-3-1.8-5-5.6-5.2 0 3.6 2 5.4 5.6 5.2zM10 9c0-3 1.8-5 5.6-5.2 0 3.6-2 5.4-5.6 5.2z',
  eye: 'M2.6 10c1.8-3.4 4.3-5 7.4-5s5.6 1.6 7.4 5c-1.8 3.4-4.3 5-7.4 5s-5.6-1.6-7.4-5zM10 12.3a2.3 2.3 0 1 0 0-4.6 2.3 2.3 0 0 0 0 4.6z',
  shield: 'M10 3 4 5.2v4.4c0 3.8 2.5 6.2 6 7.4 3.5-1.2 6-3.6 6-7.4V5.2zM7.4 10l1.9 1.9 3.4-3.7',
  houses: 'M2.8 16.4V9.6l4.6-3.8 4.6 3.8v6.8zM8.6 6.8l3.8-3.2 4.8 4v8.8H12M6.2 16.4v-3.6h2.4v3.6',
  bag: 'M4.6 7h10.8l.7 9.5H3.9zM7.2 9V6.2a2.8 2.8 0 0 1 5.6 0V9',
  steps:
    'M6.6 3.6c1.4 0 2.2 1.5 2.2 3.2 0 1.3-.4 2-.5 3H5.2c-.1-1-.8-1.7-.8-3 0-1.7.8-3.2 2.2-3.2zM5.3 11.8h3c0 1.3-.5 2-1.5 2s-1.5-.7-1.5-2zM13.4 6.6c1.4 0 2.2 1.5 2.2 3.2 0 1.3-.7 2-.8 3h-3.1c-.1-1-.5-1.7-.5-3 0-1.7.8-3.2 2.2-3.2zM11.7 14.8h3c0 1.3-.5 2-1.5 2s-1.5-.7-1.5-2z',
} as const

export type GlyphName = keyof typeof glyphs

export function Glyph({
  name,
  size = 20,
  className = '',
  strokeWidth = 1.6,
}: {
  name: GlyphName
  size?: number
  className?: string
  strokeWidth?: number
}) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 20 20"
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      strokeWidth={strokeWidth}
      strokeLinecap="round"
      strokeLinejoin="round"
      className={`block shrink-0 ${className}`}
    >
      <path d={glyphs[name]} />
    </svg>
  )
}

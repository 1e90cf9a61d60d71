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
  houses: 'M2.8 16.4V9.6l4.6-3.8 4.6 3.8v6.8zM8.6 6.8l3.8-3.2 4.8 4v8.8H12M6.2 16.4v-3.6h2.4v3.6',
} as const

export type GlyphName = keyof typeof glyphs

export const Glyph = ({ name, ...look }: Look & { name: GlyphName }) => (
  <Drawn path={glyphs[name]} {...look} />
)

interface Look {
  readonly size?: number
  readonly className?: string
  readonly strokeWidth?: number
}

export function Drawn({ path, size = 20, className = '', strokeWidth = 1.6 }: Look & { path: string }) {
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
      <path d={path} />
    </svg>
  )
}

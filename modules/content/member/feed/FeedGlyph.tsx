/** Icons of cards, drawn for the first load like those of `Glyph`. */
export const feedGlyphs = {
  heart:
    'M10 16.6 4.4 11a3.7 3.7 0 0 1 0-5.2 3.6 3.6 0 0 1 5.1 0l.5.5.5-.5a3.6 3.6 0 0 1 5.1 0 3.7 3.7 0 0 1 0 5.2z',
  reply: 'M8.2 4.4 3.2 9.2l5 4.8v-2.9c4.4-.2 6.6 1.3 8.6 4.3-.3-5-2.9-8-8.6-8.4z',
  star: 'm10 3 2.2 4.5 4.9.7-3.6 3.5.9 4.9-4.4-2.3-4.4 2.3.9-4.9L2.9 8.2l4.9-.7z',
  picture:
    'M4.4 3.8h11.2a1.5 1.5 0 0 1 1.5 1.5v9.4a1.5 1.5 0 0 1-1.5 1.5H4.4a1.5 1.5 0 0 1-1.5-1.5V5.3a1.5 1.5 0 0 1 1.5-1.5zM3.2 14.2l4-4.2 4.4 4.6 2-2 3.2 3M12.9 7.7h.1',
  bars: 'M4.6 16V9.6M10 16V4M15.4 16v-4.6',
  ask: 'M10 17.2a7.2 7.2 0 1 0 0-14.4 7.2 7.2 0 0 0 0 14.4zM7.9 8a2.1 2.1 0 1 1 3 1.9c-.7.3-.9.7-.9 1.5M10 13.9v.1',
  play: 'M7.5 5.5v9l7-4.5z',
} as const

export function FeedGlyph({
  name,
  size = 20,
  fill = false,
  className = '',
}: {
  name: keyof typeof feedGlyphs
  size?: number
  fill?: boolean
  className?: string
}) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 20 20"
      aria-hidden="true"
      fill={fill ? 'currentColor' : 'none'}
      stroke="currentColor"
      strokeWidth={1.6}
      strokeLinecap="round"
      strokeLinejoin="round"
      className={`block shrink-0 ${className}`}
    >
      <path d={feedGlyphs[name]} />
    </svg>
  )
}

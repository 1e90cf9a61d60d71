/** Which line is which: colour and mark. */
const shapes = {
  circle: <circle cx="6" cy="6" r="4" />,
  triangle: <path d="M6 1.5 10.500 10H1.500z" />,
  rect: <rect x="2" y="2" width="8" height="8" />,
} as const

interface Line {
  readonly colour: 'pine' | 'sky' | 'wheat'
  readonly shape: keyof typeof shapes
  readonly label: string
}

export const LineLegend = ({ lines }: { lines: readonly Line[] }) =>
  lines.map(({ colour, shape, label }) => (
    <span key={label}>
      <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true" fill={`var(--${colour})`}>
        {shapes[shape]}
      </svg>
      {label}
    </span>
  ))

import { useId } from 'react'

/** The mark: two houses, the near one a speech bubble. Takes its colours from the tokens. */
export function Mark({ size = 28, label }: { size?: number; label?: string }) {
  const gap = useId()
  const named = label ? ({ role: 'img', 'aria-label': label } as const) : ({ 'aria-hidden': true } as const)
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: named by aria-label, or hidden beside its name
    <svg width={size} height={size} viewBox="0 0 64 64" {...named}>
      <mask id={gap} maskUnits="userSpaceOnUse" x="0" y="0" width="64" height="64">
        <rect width="64" height="64" fill="#fff" />
        <path d="M9 31 26 18l17 13v19H23L9 59.5z" stroke="#000" strokeWidth="14" strokeLinejoin="round" />
      </mask>
      <path
        mask={`url(#${gap})`}
        d="M31 21.5 44.5 10 58 21.5V44H31z"
        fill="var(--wheat)"
        stroke="var(--wheat)"
        strokeWidth="7"
        strokeLinejoin="round"
      />
      <path
        d="M9 31 26 18l17 13v19H23L9 59.5z"
        fill="var(--pine)"
        stroke="var(--pine)"
        strokeWidth="7.5"
        strokeLinejoin="round"
      />
      <g fill="var(--card)">
        <circle cx="15.5" cy="38.5" r="3.7" />
        <circle cx="26" cy="38.5" r="3.7" />
        <circle cx="36.5" cy="38.5" r="3.7" />
      </g>
    </svg>
  )
}

/** A low band of the same hills, for the head of a card. */
export function HillBand({ className = '' }: { className?: string }) {
  return (
    <svg
      viewBox="0 0 680 84"
      preserveAspectRatio="xMidYMid slice"
      aria-hidden="true"
      className={`block ${className}`}
    >
      <rect width="680" height="84" fill="var(--sky-wash)" />
      <circle cx="392" cy="27" r="12" fill="var(--sun)" />
      <path d="M0 62c80-40 150-46 230-18s150 26 220-6 150-26 230 6v40H0z" fill="var(--hill-far)" />
      <path d="M0 76c90-30 170-34 260-12s170 18 240-4 120-18 180-2v26H0z" fill="var(--hill-mid)" />
      <g stroke="var(--contour)" fill="none" opacity=".32">
        <path d="M0 70c90-36 160-40 240-16s150 24 220-4 150-24 220 2M0 66c84-38 156-44 236-18s150 26 220-4 150-26 224 4" />
      </g>
    </svg>
  )
}

/** The hills of the brand, under a sun, with contour lines. `children` stand on them: see `Settlement`. */
import type { ReactNode } from 'react'

export function Hills({
  className = '',
  sky = true,
  children,
}: {
  className?: string
  /** Without it the page shines through, and the sun may rise above the picture. */
  sky?: boolean
  children?: ReactNode
}) {
  return (
    <svg
      viewBox="0 0 720 220"
      preserveAspectRatio="xMidYMax slice"
      aria-hidden="true"
      className={`block ${sky ? '' : 'overflow-visible'} ${className}`}
    >
      {sky ? <rect width="720" height="220" fill="var(--sky-wash)" /> : null}
      <circle cx="524" cy="62" r="26" fill="var(--sun)" />
      <path d="M0 128c84-44 160-52 244-22s158 28 232-8 158-30 244 8v114H0z" fill="var(--hill-far)" />
      <g stroke="var(--contour)" strokeWidth="1.2" fill="none" opacity=".32">
        <path d="M0 137c90-44 164-50 248-20s156 27 230-8 156-29 242 6" />
        <path d="M0 146c94-43 168-48 252-18s154 26 228-7 154-28 240 5" />
        <path d="M0 155c98-42 172-46 256-16s152 25 226-6 152-27 238 4" />
      </g>
      <path d="M0 176c96-34 182-38 278-14s182 20 256-6 128-20 186-2v66H0z" fill="var(--hill-mid)" />
      <path d="M0 204c110-30 196-32 300-14s190 14 262-4 110-14 158-4v38H0z" fill="var(--hill-near)" />
      {children}
    </svg>
  )
}

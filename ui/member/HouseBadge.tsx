/** A group or a badge: a rounded house with a letter or an icon in it. People are circles; this is never one. */
import type { ReactNode } from 'react'

const fills = {
  pine: 'fill-pine',
  clay: 'fill-clay',
  sky: 'fill-sky',
  plum: 'fill-plum',
  slate: 'fill-slate',
  wheat: 'fill-wheat',
  teal: 'fill-teal',
  persimmon: 'fill-persimmon',
} as const

export type HouseTone = keyof typeof fills

export function HouseBadge({
  tone = 'pine',
  name,
  icon,
  size = 32,
  empty = false,
}: {
  tone?: HouseTone
  /** The first letter is shown; for groups. */
  name?: string
  /** A 20 px icon drawn in the middle; for badges. */
  icon?: ReactNode
  size?: number
  /** Not yet earned: an outline only. */
  empty?: boolean
}) {
  return (
    <span
      className="relative inline-grid shrink-0 place-items-center"
      style={{ width: size, height: size }}
      aria-hidden="true"
    >
      <svg width={size} height={size} viewBox="0 0 32 32" className="absolute inset-0" aria-hidden="true">
        <path
          d="M13.4 3.3a4.2 4.2 0 0 1 5.2 0l8.8 6.9A4.2 4.2 0 0 1 29 13.5V24a5 5 0 0 1-5 5H8a5 5 0 0 1-5-5V13.5a4.2 4.2 0 0 1 1.6-3.3z"
          className={empty ? 'fill-soft stroke-line' : fills[tone]}
          strokeDasharray={empty ? '2.4 2.4' : undefined}
        />
      </svg>
      <span
        className={`relative mt-[8%] font-semibold leading-none ${empty ? 'text-muted' : 'text-white dark:text-paper'}`}
        style={{ fontSize: size * 0.4 }}
      >
        {icon ?? [...(name ?? '')][0]}
      </span>
    </span>
  )
}

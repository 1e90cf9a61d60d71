/** The brand's hills in the colour of a group, so that a list of groups is no wallpaper. */
import type { CSSProperties } from 'react'
import { HillBand } from '#ui/member/HillBand.tsx'
import type { GroupCard } from './groups.queries.ts'

const shade = (colour: string, share: number) => `color-mix(in srgb, var(--${colour}) ${share}%, var(--card))`

export function Hillside({ colour }: { colour: GroupCard['colour'] }) {
  const tints: Record<string, string> = {
    '--sky-wash': shade(colour, 9),
    '--hill-far': shade(colour, 22),
    '--hill-mid': shade(colour, 38),
    '--contour': shade(colour, 90),
    '--sun': shade('wheat', 80),
  }
  return (
    <span className="block" style={tints as CSSProperties}>
      <HillBand className="h-[58px] w-full" />
    </span>
  )
}

/** The house of a group: its picture, or its letter on its colour. */
import { HouseBadge } from '#ui/member/HouseBadge.tsx'
import type { GroupCard } from './groups.queries.ts'

export function House({
  group,
  size = 28,
}: {
  group: Pick<GroupCard, 'colour' | 'glyph' | 'pictureUrl'>
  size?: number
}) {
  if (!group.pictureUrl) return <HouseBadge tone={group.colour} name={group.glyph} size={size} />
  return (
    <img
      src={group.pictureUrl}
      alt=""
      width={size}
      height={size}
      className="shrink-0 rounded-[28%] object-cover"
      style={{ width: size, height: size }}
    />
  )
}

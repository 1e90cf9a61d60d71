/** Above what hosts have chosen: the same as a gallery, and what one person writes down over time. */
import { Link } from '@tanstack/react-router'
import { useT } from '#ui/locale/locale.tsx'
import { Glyph } from '#ui/member/Glyph.tsx'
import { feedTitles } from './titles.messages.ts'

const doors = [
  ['/works', feedTitles.gallery],
  ['/columns', feedTitles.columns],
  ['/ranking', feedTitles.ranking],
] as const

export default function FeaturedDoors() {
  const t = useT()
  return (
    <ul className="flex gap-2 overflow-x-auto pb-3 [scrollbar-width:none]">
      {doors.map(([to, title]) => (
        <li key={to}>
          <Link
            to={to}
            className="flex min-h-11 items-center gap-1.5 rounded-full border border-line bg-card pr-2.5 pl-4 text-[14px] whitespace-nowrap hover:bg-soft"
          >
            {t(title)}
            <Glyph name="right" size={16} className="text-muted" />
          </Link>
        </li>
      ))}
    </ul>
  )
}

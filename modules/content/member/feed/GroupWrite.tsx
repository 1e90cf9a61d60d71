/** 发帖, in the head of a group. */
import { Link } from '@tanstack/react-router'
import { useT } from '#ui/locale/locale.tsx'
import { buttonClass } from '#ui/member/Button.tsx'
import type { GroupPartProps } from '#ui/member/declare.ts'
import { Glyph } from '#ui/member/Glyph.tsx'
import { topicWords as words } from './topic.words.ts'

export default function GroupWrite({ slug, board, mayPost = false }: GroupPartProps) {
  const t = useT()
  if (board ? !board.mayPost : !mayPost) return null
  return (
    <Link
      to="/write"
      search={board ? { board: Number(board.id) } : { group: slug }}
      className={buttonClass('solid')}
    >
      <Glyph name="pencil" size={18} />
      {t(words.writeHere)}
    </Link>
  )
}

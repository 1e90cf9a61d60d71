import { useT } from '#ui/locale/locale.tsx'
import { Empty } from '#ui/member/Empty.tsx'
import { Glyph } from '#ui/member/Glyph.tsx'
import { words } from './trail.messages.ts'

/** Before anything happened. */
export default function NoTrail() {
  const t = useT()
  return (
    <Empty icon={<Glyph name="steps" size={24} />} title={t(words.trailEmpty)}>
      {t(words.trailEmptyBody)}
    </Empty>
  )
}

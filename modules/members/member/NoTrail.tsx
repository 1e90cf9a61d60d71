import { useT } from '#ui/locale/locale.tsx'
import { Empty } from '#ui/member/Empty.tsx'
import { LateGlyph } from '#ui/member/LateGlyph.tsx'
import { words } from './trail.messages.ts'

/** Before anything happened. */
export default function NoTrail() {
  const t = useT()
  return (
    <Empty icon={<LateGlyph name="steps" size={24} />} title={t(words.trailEmpty)}>
      {t(words.trailEmptyBody)}
    </Empty>
  )
}

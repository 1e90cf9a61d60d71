import { useParams } from '@tanstack/react-router'
import { useT } from '#ui/locale/locale.tsx'
import { PageHead } from '#ui/member/Page.tsx'
import { words } from './groups.words.ts'
import { Newcomers } from './Newcomers.tsx'
import { titles } from './titles.messages.ts'

export default function NewcomersScreen() {
  const t = useT()
  const { slug } = useParams({ strict: false }) as { slug: string }
  return (
    <div className="mx-auto max-w-[720px]">
      <PageHead title={t(titles.newcomers)} about={t(words.newcomersAbout)} back={`/groups/${slug}`} />
      <Newcomers slug={slug} />
    </div>
  )
}

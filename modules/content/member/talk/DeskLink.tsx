/** The way to the desk, on the page of a group that one hosts: with how many reports wait. */
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useT } from '#ui/locale/locale.tsx'
import { deskReportsQuery } from './desk.queries.ts'
import { deskWords as words } from './desk.words.ts'

export default function DeskLink({ slug }: { slug: string }) {
  const t = useT()
  const count = useInfiniteQuery(deskReportsQuery(slug)).data?.pages[0]?.total ?? 0
  return (
    <Link
      to={`/groups/${slug}/desk`}
      className="mr-auto inline-flex min-h-11 items-center rounded-[10px] px-3 text-[14px] text-muted hover:bg-soft"
    >
      {count > 0 ? t(words.openCount, { count }) : t(words.open)}
    </Link>
  )
}

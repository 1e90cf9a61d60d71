import { useInfiniteQuery } from '@tanstack/react-query'
import Footprints from 'lucide-react/icons/footprints'
import { useT } from '#ui/locale/locale.tsx'
import { Button } from '#ui/member/Button.tsx'
import { Card } from '#ui/member/Card.tsx'
import { Empty } from '#ui/member/Empty.tsx'
import { ErrorCard } from '#ui/member/ErrorCard.tsx'
import { PageHead } from '#ui/member/Page.tsx'
import { useSession } from '#ui/member/session.ts'
import { Skeleton } from '#ui/member/Skeleton.tsx'
import { BecomeMember } from './BecomeMember.tsx'
import { words } from './members.messages.ts'
import { trailQuery } from './members.queries.ts'
import { Trail } from './Trail.tsx'
import { titles } from './titles.messages.ts'

/** Everything I did here, as the product knows it. */
export default function TrailScreen() {
  const t = useT()
  const { member } = useSession()
  return (
    <>
      <PageHead title={t(titles.trail)} about={t(words.trailAbout)} back="/me" />
      {member ? <Pages /> : <BecomeMember />}
    </>
  )
}

function Pages() {
  const t = useT()
  const { data, error, isPending, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(trailQuery)
  if (isPending) return <Skeleton lines={3} face />
  if (!data) return <ErrorCard error={error} retry={() => void refetch()} />
  const moments = data.pages.flatMap((page) => page.items)
  if (moments.length === 0)
    return (
      <Card>
        <Empty icon={<Footprints size={22} />} title={t(words.trailEmpty)}>
          {t(words.trailEmptyBody)}
        </Empty>
      </Card>
    )
  return (
    <Card>
      <Trail moments={moments} />
      {hasNextPage ? (
        <Button wide sending={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t(words.more)}
        </Button>
      ) : null}
    </Card>
  )
}

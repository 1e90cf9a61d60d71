import { useInfiniteQuery } from '@tanstack/react-query'
import { useT } from '#ui/locale/locale.tsx'
import { Button } from '#ui/member/Button.tsx'
import { Card } from '#ui/member/Card.tsx'
import { ErrorCard } from '#ui/member/ErrorCard.tsx'
import { PageHead } from '#ui/member/Page.tsx'
import { Skeleton } from '#ui/member/Skeleton.tsx'
import { useSession } from '#ui/member/session.ts'
import BecomeMember from './BecomeMember.tsx'
import NoTrail from './NoTrail.tsx'
import { Trail } from './Trail.tsx'
import { titles } from './titles.messages.ts'
import { words } from './trail.messages.ts'
import { trailQuery } from './trail.queries.ts'

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
  const { data, error, isPending, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } =
    useInfiniteQuery(trailQuery)
  if (isPending) return <Skeleton lines={3} face />
  if (!data) return <ErrorCard error={error} retry={() => void refetch()} />
  const moments = data.pages.flatMap((page) => page.items)
  if (moments.length === 0)
    return (
      <Card>
        <NoTrail />
      </Card>
    )
  return (
    <Card>
      <Trail moments={moments} dayHeading="h2" />
      {hasNextPage ? (
        <Button wide sending={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t(words.more)}
        </Button>
      ) : null}
    </Card>
  )
}

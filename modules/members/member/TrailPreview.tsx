import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { lazy } from 'react'
import { useT } from '#ui/locale/locale.tsx'
import { Card } from '#ui/member/Card.tsx'
import { Skeleton } from '#ui/member/Skeleton.tsx'
import { recentTrailQuery } from './members.queries.ts'
import { Trail } from './Trail.tsx'

// Rare: everybody has joined at least, and things mostly work. They stay out of the first load.
const NoTrail = lazy(() => import('./NoTrail.tsx'))
const ErrorCard = lazy(async () => ({ default: (await import('#ui/member/ErrorCard.tsx')).ErrorCard }))

import { words } from './trail.messages.ts'

/** The newest lines of the trail, with the way to all of them. */
export function TrailPreview({ limit }: { limit: number }) {
  const t = useT()
  const { data, error, isPending, refetch } = useQuery(recentTrailQuery)
  if (isPending) return <Skeleton lines={3} />
  if (!data) return <ErrorCard error={error} retry={() => void refetch()} />
  const moments = data.items
  return (
    <Card
      title={t(words.recent)}
      aside={
        moments.length > 0 ? (
          <Link to="/me/trail" className="-my-2.5 inline-flex min-h-11 items-center hover:text-ink">
            {t(words.all)}
          </Link>
        ) : undefined
      }
    >
      {moments.length > 0 ? (
        <div className="-mb-2 pt-2">
          <Trail moments={moments} limit={limit} />
        </div>
      ) : (
        <NoTrail />
      )}
    </Card>
  )
}

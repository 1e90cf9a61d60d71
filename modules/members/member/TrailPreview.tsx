import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useT } from '#ui/locale/locale.tsx'
import { Card } from '#ui/member/Card.tsx'
import { Empty } from '#ui/member/Empty.tsx'
import { ErrorCard } from '#ui/member/ErrorCard.tsx'
import { Glyph } from '#ui/member/Glyph.tsx'
import { Skeleton } from '#ui/member/Skeleton.tsx'
import { recentTrailQuery } from './members.queries.ts'
import { Trail } from './Trail.tsx'
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
        <Empty icon={<Glyph name="steps" size={24} />} title={t(words.trailEmpty)}>
          {t(words.trailEmptyBody)}
        </Empty>
      )}
    </Card>
  )
}

import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Card } from '#ui/console/Page.tsx'
import { Failed, SkeletonRows } from '#ui/console/states.tsx'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { segmentsOfQuery } from './segments.queries.ts'
import { segmentWords } from './segments.words.ts'
import './segments.css'

/** On the page of a member: which segments he is in, since when. */
export default function MemberSegments({ memberId }: { memberId: string }) {
  const t = useT()
  const format = useFormat()
  const found = useQuery(segmentsOfQuery(memberId))
  return (
    <Card title={t(segmentWords.inSegments)}>
      {found.isPending && <SkeletonRows rows={2} height={30} />}
      {found.isError && <Failed error={found.error} retry={() => found.refetch()} />}
      {found.data?.items.length === 0 && <p className="muted small">{t(segmentWords.inNone)}</p>}
      <ul className="seg-uses">
        {found.data?.items.map((segment) => (
          <li key={segment.id}>
            <Link to="/segments/$id" params={{ id: segment.id }} className="door">
              {segment.name}
            </Link>
            <span className="muted small">{t(segmentWords.since, { when: format.ago(segment.since) })}</span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

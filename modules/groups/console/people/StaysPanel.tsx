import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Card } from '#ui/console/Page.tsx'
import { Failed, SkeletonRows } from '#ui/console/states.tsx'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { GroupHouse } from '../GroupHouse.tsx'
import { staysQuery } from '../group.queries.ts'
import { roleWord, groupWords as words } from '../group.words.ts'

/** The groups of a member, present ones first, on the page of the member. */
export default function StaysPanel({ memberId }: { memberId: string }) {
  const t = useT()
  const format = useFormat()
  const query = useQuery(staysQuery(memberId))
  const stays = (query.data?.items ?? []).toSorted(
    (a, b) => Number(a.leftAt !== null) - Number(b.leftAt !== null),
  )
  return (
    <Card title={t(words.inGroups)}>
      {query.isPending ? (
        <SkeletonRows rows={2} />
      ) : query.isError ? (
        <Failed error={query.error} />
      ) : stays.length === 0 ? (
        <p className="muted small">{t(words.noGroups)}</p>
      ) : (
        <ul className="people-list">
          {stays.map((stay) => (
            <li key={stay.membershipId} className={stay.leftAt ? 'muted' : ''}>
              <span className="group-name">
                <GroupHouse group={stay.group} />
                <span>
                  <Link to="/groups/$id" params={{ id: stay.group.id }} className="door">
                    {stay.group.name}
                  </Link>
                  <small>
                    {[
                      t(roleWord(stay.role)),
                      stay.tier?.name,
                      stay.leftAt
                        ? t(words.leftOn, { day: format.date(stay.leftAt) })
                        : t(words.joinedSince, { day: format.date(stay.joinedAt) }),
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </small>
                </span>
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

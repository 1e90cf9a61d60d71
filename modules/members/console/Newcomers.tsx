import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Person } from '#ui/console/Person.tsx'
import { Failed, SkeletonRows } from '#ui/console/states.tsx'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { channelName } from './channel.ts'
import { newcomersQuery } from './members.queries.ts'
import { memberWords } from './members.words.ts'
import './member.css'

/** Who came last: a face, where from, when. */
export default function Newcomers() {
  const t = useT()
  const format = useFormat()
  const query = useQuery(newcomersQuery)
  const members = query.data?.items ?? []
  return (
    <section>
      <h2 className="side-title">
        {t(memberWords.newcomers)}
        <Link to="/members" search={{ sort: '-joinedAt' }}>
          {t(memberWords.allMembers)}
        </Link>
      </h2>
      <div className="card newcomers">
        {query.isPending && <SkeletonRows rows={4} height={44} />}
        {query.isError && <Failed error={query.error} retry={() => query.refetch()} />}
        {query.isSuccess && members.length === 0 && (
          <p className="muted small newcomers-none">{t(memberWords.emptyHint)}</p>
        )}
        <ul>
          {members.map((member) => (
            <li key={member.id}>
              <Person
                id={member.id}
                memberId={member.id}
                name={member.nickname}
                url={member.avatarUrl}
                size={32}
                note={[member.city, t(channelName(member.channel))].filter(Boolean).join(' · ')}
              />
              <time dateTime={member.joinedAt}>{format.ago(member.joinedAt)}</time>
            </li>
          ))}
        </ul>
      </div>
    </section>
  )
}

/** Who I am here, for the head of the site, Home and Me: the member's name and face, else the account's. */
import { useQuery } from '@tanstack/react-query'
import { ownProfileQuery } from '#modules/members/member/members.queries.ts'
import { useReading } from '#ui/locale/locale.tsx'
import { daysSince } from '#ui/member/clock.ts'
import { useSession } from '#ui/member/session.ts'

export function useMe() {
  const { now } = useReading()
  const { account, member } = useSession()
  const { data: profile } = useQuery({ ...ownProfileQuery, enabled: Boolean(member) })
  return {
    name: profile?.nickname ?? account?.name ?? '',
    avatarUrl: profile ? profile.avatarUrl : account?.avatarUrl,
    /** What the tint of the initial is made from. */
    tintKey: member?.id ?? account?.id ?? '',
    city: profile?.city,
    /** Days since joining, counting the first; undefined for accounts that are no members. */
    days: profile ? daysSince(new Date(profile.joinedAt), new Date(now())) : undefined,
  }
}

/** The face of members: what other modules may call. */

export { type MemberFilter, membersWhere } from './people/filter.ts'
export {
  findMember,
  findMemberIdOfAccount,
  findMemberIds,
  findMemberOfAccount,
  type Member,
} from './people/members.sql.ts'
export {
  editOwnProfile,
  joinCommunity,
  keepFirstTouch,
  noteSeen,
  type ProfileChange,
  type Source,
} from './people/members.ts'
export { tagMembers, untagMembers } from './tags/tagging.ts'

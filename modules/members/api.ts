/** The face of members: what other modules may call. */

export { findMember, findMemberIdOfAccount, findMemberIds } from './people/members.sql.ts'
export { joinCommunity, keepFirstTouch, noteSeen } from './people/members.ts'
export { tagMembers } from './tags/tagging.ts'

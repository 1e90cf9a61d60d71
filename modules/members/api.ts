/** The face of members: what other modules may call. */

export type { ContactWords } from './contacts/contact.ts'
export { addContact, findContactHolders, findContacts } from './contacts/contacts.ts'
export type { MemberField, MemberValue } from './fields/field.ts'
export { addField, findFields } from './fields/fields.ts'
export { setFieldValues, writeValues } from './fields/set-values.ts'
export { findValues, openValue } from './fields/values.sql.ts'
export { noteMember } from './notes/notes.ts'
export { findOwners, handOverMembers, setOwner } from './owners/owners.ts'
export { findMember, findMemberIdOfAccount, findMemberIds } from './people/members.sql.ts'
export { joinCommunity, keepFirstTouch, noteSeen } from './people/members.ts'
export { tagMembers, untagMembers } from './tags/tagging.ts'
export { openVault, type Vault } from './vault.ts'

/** The face of identity: what other modules may call. */
export {
  type AccountRow,
  createAccount,
  findAccountByEmail,
  getAccount,
} from './accounts/accounts.ts'
export { resetPasswordFor } from './accounts/reset.ts'
export { type AuditObject, audit, changes } from './audit/audit.ts'
export { type CommunityRow, findCommunity } from './community/community.ts'
export { createOwner, type Founding, foundCommunity } from './community/setup.ts'
export { agreesTo, recordConsents } from './consents/consents.ts'
export { type PurposeCode, purposes } from './consents/purposes.ts'
export { closeAccount, reinstateAccount, suspendAccount } from './operators/suspensions.ts'

/** The face of identity: what other modules may call. */

export { type AccountRow, createAccount, findAccountByEmail, getAccount } from './accounts/accounts.ts'
export { type AuditObject, audit, changes } from './audit/audit.ts'
export { agreesTo, recordConsents } from './consents/consents.ts'
export { type PurposeCode, purposes } from './consents/purposes.ts'

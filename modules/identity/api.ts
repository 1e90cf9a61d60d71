/** The face of identity: what other modules may call. */
export { createAccount } from './accounts/accounts.ts'
export { resetPasswordFor } from './accounts/reset.ts'
export { audit } from './audit/audit.ts'
export { findCommunity } from './community/community.ts'
export { createOwner, foundCommunity } from './community/setup.ts'
export { agreesTo, recordConsents } from './consents/consents.ts'
export { suspendAccount } from './operators/suspensions.ts'

/** The face of identity: what other modules may call. */
export { type AuditObject, audit, changes } from './audit/audit.ts'

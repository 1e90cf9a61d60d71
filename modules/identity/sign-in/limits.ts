/** How often the doors may be knocked on from one address; counted exactly, across all processes. */
import type { Limit } from '#base/http/route.ts'

/** Trying to get in. */
export const knock: Limit = { max: 30, perSeconds: 60, globalMax: 3_000, exact: true }
/** Asking for something that sends a mail or makes an account. */
export const ask: Limit = { max: 20, perSeconds: 300, globalMax: 3_000, exact: true }
/** Changing how one signs in. */
export const change: Limit = { max: 30, perSeconds: 300, exact: true }

/**
 * Facts that put right what an earlier event about the same object said. The log is append-only and keeps both; table
 * `event_amendment` holds the value that counts, written in the transaction that announces the fact. Whoever adds
 * values up (the sink, conditions about one member) takes the value from there.
 */
export const amending = { 'order.amended': 'order.paid' } as const

/** Names of events whose value may be amended. */
export const amendable: ReadonlySet<string> = new Set(Object.values(amending))

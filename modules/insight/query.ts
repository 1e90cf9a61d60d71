/** What a read of the warehouse is given: the query function of the part, and limits. */
import type { Warehouse } from '#base/parts.ts'

export type WarehouseQuery = Warehouse['query']
export type QueryOptions = NonNullable<Parameters<WarehouseQuery>[2]>

/** Longest that a person waits for a figure. */
export const patience = 15

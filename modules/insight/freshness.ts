/** How old the numbers of an answer are; every answer of insight carries it. */
import { z } from 'zod'
import type { Warehouse } from '#base/parts.ts'

export const freshness = z.object({
  /** Up to when the numbers are complete; null when nobody knows. */
  freshTo: z.iso.datetime().nullable(),
  lagSeconds: z.number().nullable(),
})

export async function findFreshness(warehouse: Warehouse): Promise<z.input<typeof freshness>> {
  const { freshTo, lagSeconds } = await warehouse.status()
  return {
    freshTo: freshTo?.toISOString() ?? null,
    lagSeconds: lagSeconds === undefined ? null : Math.round(lagSeconds * 10) / 10,
  }
}

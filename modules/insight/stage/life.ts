/** The stages of a product's life, in their order; free of anything that a browser need not load. */
export const stages = ['introduction', 'growth', 'maturity', 'decline'] as const
export type Stage = (typeof stages)[number]

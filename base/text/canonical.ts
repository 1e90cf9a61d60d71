/**
 * JSON that is equal for equal values: PostgreSQL gives the keys of `jsonb` back in an order of its own. What is
 * undefined is left out, as in all JSON.
 */
export const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, each: unknown) =>
    each !== null && typeof each === 'object' && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([one], [other]) => (one < other ? -1 : 1)))
      : each,
  )

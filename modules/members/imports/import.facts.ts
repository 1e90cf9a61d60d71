import { z } from 'zod'
import { defineFact } from '#base/facts/fact.ts'
import { importLabels } from './import.messages.ts'

/**
 * A member came with a list, or a list told more about him: whoever keeps copies of values reads them again. It
 * touches no query keys, since a list is up to a million of these; `import.ended` does.
 */
export const memberImported = defineFact({
  name: 'member.imported',
  payload: z.object({ importId: z.string(), created: z.boolean() }),
  label: importLabels.imported,
})

export const importEnded = defineFact({
  name: 'import.ended',
  payload: z.object({
    importId: z.string(),
    state: z.enum(['checked', 'done', 'stopped', 'failed', 'undone']),
  }),
  label: importLabels.ended,
  touches: ({ payload }) => [['imports'], ['imports', payload.importId], ['members']],
})

/** What a list had said of a member was taken back; perhaps the member with it. */
export const importUndone = defineFact({
  name: 'member.import_undone',
  payload: z.object({ importId: z.string() }),
  label: importLabels.undone,
})

/** Follows the log: whatever may have changed is read anew. Demo and imports count like what people do. */
import type { Declared } from '#base/declarations/declared.ts'
import type { BatchConsumer } from '#base/facts/consumer.ts'
import { refresh } from './keep.ts'

export const followThings = (declared: Pick<Declared, 'searchable'>): BatchConsumer => ({
  name: 'search',
  kind: 'batch',
  batchSize: 500,
  sources: ['fact', 'seed', 'import'],
  take: async (ctx, events) => {
    for (const source of declared.searchable()) {
      const ids = [...new Set(events.flatMap((event) => source.touched(event)))]
      if (ids.length > 0) await refresh(ctx, source, ids)
    }
  },
})

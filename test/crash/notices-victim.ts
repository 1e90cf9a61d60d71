/** Tells the followers of a thing of one event until it is killed, or everybody knows. */
import { z } from 'zod'
import { systemCtx } from '#base/context.ts'
import { openDatabase } from '#base/db/database.ts'
import type { NoticeSource } from '#base/declarations/notices.ts'
import { say } from '#base/declarations/said.ts'
import { defineFact } from '#base/facts/fact.ts'
import { findEvent } from '#base/facts/log.ts'
import { tellPiece } from '#modules/engage/inbox/telling.ts'

const words = { zh: '水开了', en: 'The kettle boils' }

/** Everybody in the community is told. */
const kettle: NoticeSource = {
  name: 'test.kettle',
  label: words,
  because: words,
  section: words,
  tab: 'system',
  on: defineFact({ name: 'kettle.boiled', payload: z.object({}), label: words }),
  usually: ['inbox', 'push'],
  recipients: async (ctx, _event, { after, limit }) =>
    (
      await ctx.db
        .selectFrom('member')
        .select('id')
        .where('id', '>', after)
        .orderBy('id')
        .limit(limit)
        .execute()
    ).map((row) => row.id),
  together: () => 'kettle',
  show: async (_ctx, notices) => new Map(notices.map(({ id }) => [id, { text: say(words), path: '/inbox' }])),
}

const connection = openDatabase({ url: process.env.DATABASE_URL!, max: 3 })
const ctx = systemCtx(connection.db, 'victim')
const live = { publish: async () => undefined, subscribe: () => () => undefined }
process.stdout.write('ready\n')
for (const seq of process.env.EVENTS!.split(',')) {
  const [tx = '', at = ''] = seq.split(':')
  const event = await findEvent(connection.db, { tx, seq: at })
  for (let done = false; !done; ) ({ done } = await tellPiece(ctx, { live }, kettle, event!))
}
await connection.close()

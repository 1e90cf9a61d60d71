/** `npm run demo`: the demo brand 山丘咖啡 with its people and months of history, beside a running product. */
import type { Supervisor } from '#apps/server/supervise.ts'
import { readConfig } from '#base/config/config.ts'
import { systemCtx } from '#base/context.ts'
import { openDatabase } from '#base/db/database.ts'
import { createEgress } from '#base/egress/egress.ts'
import { createFiles, fileSettings } from '#base/files/files.ts'
import { openLog } from '#base/log/log.ts'
import { deriveSecrets } from '#base/secrets.ts'
import { rebuildWarehouse } from '#base/warehouse/warehouse.ts'
import { loadDemoContent } from '#modules/content/demo/load.ts'
import { seedCommunity } from '#modules/members/simulation/load.ts'
import { demo } from '#modules/members/simulation/load-demo.ts'
import { buildWorld } from '#test/world.ts'
import { findWriters } from '#test/world-content.ts'
import { liveInGroups } from '#test/world-course.ts'
import { settleSimulated } from '#test/world-groups.ts'
import { owner, worldPassword } from '#test/world-people.ts'
import { storePictures } from '#test/world-pictures.ts'

/** Loads what is not there yet. Resolves with the lines that tell how to sign in. */
export async function loadDemo(
  supervisor: Supervisor,
  secret: string,
  say: (line: string) => void,
): Promise<string[]> {
  const connection = openDatabase({ url: supervisor.databaseUrl, max: 4 })
  const drawPictures = () =>
    storePictures(
      systemCtx(connection.db, 'demo'),
      createFiles(fileSettings({ config: readConfig(), egress: createEgress() })),
    )
  try {
    const founded = await connection.db.selectFrom('community').select('id').executeTakeFirst()
    if (!founded) {
      say('Founding 山丘咖啡 …')
      const config = readConfig()
      const secrets = deriveSecrets(secret)
      const log = openLog({ level: 'warn' })
      await buildWorld({ config, connection, secrets, log }, new Date(), await drawPictures())
    }
    say('Loading half a year of its history …')
    // The founding asked a worker for the same; whoever comes second finds it done.
    const outcome = await seedCommunity(connection.pool, { ...demo, now: new Date() })
    await settleSimulated(connection.pool)
    await liveInGroups(connection.pool)
    say('Giving everybody their words …')
    const content = await loadDemoContent(connection.pool, {
      people: await findWriters(systemCtx(connection.db, 'demo')),
      pictures: await drawPictures(),
      now: new Date(),
    })
    // The warehouse may have seen what they did before it was about anything.
    if (content.fresh) await rebuildWarehouse(connection.pool)
    return [
      `山丘咖啡: ${outcome.members.toLocaleString('en')} members, ${outcome.events.toLocaleString('en')} events, ${outcome.orders.toLocaleString('en')} orders.`,
      `${content.posts.toLocaleString('en')} posts, ${content.comments.toLocaleString('en')} comments, ${content.reads.toLocaleString('en')} reads.`,
      '',
      `  Operator  ${owner.email}    (林晓, owner)`,
      '  Member    ache@mail.example',
      `  Password  ${worldPassword}    for both`,
    ]
  } finally {
    await connection.close()
  }
}

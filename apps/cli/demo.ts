/** `npm run demo`: the demo brand 山丘咖啡 with its people and months of history, beside a running product. */
import type { Supervisor } from '#apps/server/supervise.ts'
import { readConfig } from '#base/config/config.ts'
import { type Ctx, systemCtx } from '#base/context.ts'
import { type Connection, openDatabase } from '#base/db/database.ts'
import { createEgress } from '#base/egress/egress.ts'
import { createFiles, fileSettings } from '#base/files/files.ts'
import { startBoss } from '#base/jobs/boss.ts'
import { jobQueue } from '#base/jobs/queue.ts'
import { openLog } from '#base/log/log.ts'
import type { Log } from '#base/parts.ts'
import { deriveSecrets } from '#base/secrets.ts'
import { openWarehouse, rebuildWarehouse } from '#base/warehouse/warehouse.ts'
import { openAudience } from '#modules/audience/api.ts'
import { loadDemoOrders } from '#modules/commerce/demo/load.ts'
import { loadDemoContent } from '#modules/content/demo/load.ts'
import { rankPosts, rankTopics } from '#modules/content/feed/heat.ts'
import { measureJob } from '#modules/groups/health/health.jobs.ts'
import { membershipFields } from '#modules/groups/memberships/fields.ts'
import { findCommunity } from '#modules/identity/api.ts'
import { loadDemoFiguresJob } from '#modules/insight/demo/job.ts'
import type { InsightParts } from '#modules/insight/parts.ts'
import { computeValueJob } from '#modules/insight/value/jobs.ts'
import { seedCommunity } from '#modules/members/simulation/load.ts'
import { demo } from '#modules/members/simulation/load-demo.ts'
import { buildWorld } from '#test/world.ts'
import { findWriters } from '#test/world-content.ts'
import { liveInGroups } from '#test/world-course.ts'
import { settleSimulated } from '#test/world-groups.ts'
import { colleagues, owner, worldPassword } from '#test/world-people.ts'
import { storePictures } from '#test/world-pictures.ts'
import { readAround } from '#test/world-reading.ts'

/** Loads what is not there yet. Resolves with the lines that tell how to sign in. */
export async function loadDemo(
  supervisor: Supervisor,
  secret: string,
  say: (line: string) => void,
): Promise<string[]> {
  const connection = openDatabase({ url: supervisor.databaseUrl, max: 4 })
  const warehouse = openWarehouse({ url: supervisor.clickhouseUrl, pool: connection.pool })
  const drawPictures = () =>
    storePictures(
      systemCtx(connection.db, 'demo'),
      createFiles(fileSettings({ config: readConfig(), egress: createEgress() })),
    )
  try {
    const parts = {
      config: readConfig(),
      connection,
      secrets: deriveSecrets(secret),
      log: openLog({ level: 'warn' }),
    }
    const founded = await connection.db.selectFrom('community').select('id').executeTakeFirst()
    if (!founded) {
      say('Founding 山丘咖啡 …')
      await buildWorld(parts, new Date(), await drawPictures())
    }
    say('Loading half a year of its history …')
    // The founding asked a worker for the same; whoever comes second finds it done.
    const outcome = await seedCommunity(connection.pool, { ...demo, now: new Date() })
    await settleSimulated(connection.pool)
    await liveInGroups(connection.pool)
    say('Giving everybody their words …')
    const ctx = systemCtx(connection.db, 'demo')
    const audience = openAudience({ warehouse }, { facts: () => [], fields: () => [membershipFields] })
    const people = await findWriters(ctx)
    const content = await loadDemoContent(connection.pool, {
      people,
      pictures: await drawPictures(),
      now: new Date(),
    })
    const orders = await loadDemoOrders(connection.pool, new Date())
    if (content.fresh) await readAround(ctx, { audience, secrets: parts.secrets }, people)
    // The warehouse may have seen what they did before it was about anything.
    if (content.fresh || orders.fresh) await rebuildWarehouse(connection.pool)
    // What is hot stands from the first look on, not from the next round of the ranking.
    await rankPosts(ctx)
    await rankTopics(ctx, { audience }, (await findCommunity(ctx))?.time_zone ?? 'Asia/Shanghai')
    await askForFigures(connection, parts.log, ctx)
    return [
      `山丘咖啡: ${outcome.members.toLocaleString('en')} members, ${outcome.events.toLocaleString('en')} events, ${outcome.orders.toLocaleString('en')} orders.`,
      `${content.posts.toLocaleString('en')} posts, ${content.comments.toLocaleString('en')} comments, ${content.reads.toLocaleString('en')} reads.`,
      '',
      `  Operator  ${owner.email}    (林晓, owner)`,
      '  Member    ache@mail.example',
      `  Password  ${worldPassword}    for both`,
    ]
  } finally {
    await warehouse.close()
    await connection.close()
  }
}

/** Who answers for the goals, in the order in which the story names them. */
const responsible = ['linxiao', 'chengbai', 'chenlang', 'hechuan']

/** Goals, costs and alerts wait for the warehouse to know the history; a worker of the running product sees to it. */
async function askForFigures(connection: Connection, log: Log, ctx: Ctx): Promise<void> {
  const people = [owner, ...colleagues]
  const emails = responsible.map((key) => people.find((each) => each.key === key)!.email)
  const accounts = await ctx.db
    .selectFrom('account')
    .select(['id', 'email'])
    .where('email', 'in', emails)
    .execute()
  const owners = emails.flatMap((email) => accounts.find((each) => each.email === email)?.id ?? [])
  const boss = await startBoss({ connection, supervises: false, log })
  try {
    // Only their names and inputs are needed to ask for them.
    const unused = {} as InsightParts
    const queue = jobQueue(boss, () => [])
    await queue.enqueue(ctx, loadDemoFiguresJob(unused), { owners })
    // The health of groups and the value of buyers stand from the first look on, not from the next hour or night.
    await queue.enqueue(ctx, measureJob(unused, unused.audience), {})
    await queue.enqueue(ctx, computeValueJob(unused), {})
  } finally {
    await boss.stop({ close: false, graceful: false })
  }
}

/** `bin/juluo seed`: a simulated community whose truth is known (docs/simulation.md). */
import { parseArgs } from 'node:util'
import { ConfigError, readConfig } from '#base/config/config.ts'
import { systemCtx } from '#base/context.ts'
import { openClient } from '#base/warehouse/client.ts'
import { createDatabase, createStatements, dropStatements } from '#base/warehouse/schema/ddl.ts'
import { warehouseSchema } from '#base/warehouse/schema/schema.ts'
import { rebuildWarehouse } from '#base/warehouse/warehouse.ts'
import { simulatedOrders } from '#modules/commerce/demo/unload.ts'
import { simulatedContent } from '#modules/content/demo/unload.ts'
import { simulatedFigures } from '#modules/insight/demo/unload.ts'
import { type SeedRequest, seedCommunity, settingsOf } from '#modules/members/simulation/load.ts'
import { removeDemo } from '#modules/members/simulation/remove.ts'
import { streamToWarehouse } from '#modules/members/simulation/stream.ts'
import { withDatabase } from './database.ts'
import { readRuntime } from './doctor.ts'

const usage = `bin/juluo seed [--members 2000] [--days 180] [--seed 42] [--ends 2026-11-19]
bin/juluo seed --members 1000000 --days 365 --target warehouse [--database juluo_seed]
                                              (for benchmarks: past the log, into a database of its own)
bin/juluo seed --remove                       (takes all simulated members out again)`

export async function seed(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      members: { type: 'string', default: '2000' },
      days: { type: 'string', default: '180' },
      seed: { type: 'string', default: '42' },
      ends: { type: 'string' },
      target: { type: 'string', default: 'log' },
      database: { type: 'string', default: 'juluo_seed' },
      remove: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) return console.log(usage)
  const request: SeedRequest = {
    members: whole('members', values.members, 1, 10_000_000),
    days: whole('days', values.days, 1, 1_095),
    seed: whole('seed', values.seed, 0, 2_147_483_647),
    ...(values.ends ? { endsOn: values.ends } : {}),
    now: new Date(),
  }
  if (values.remove) return await remove()
  if (values.target === 'warehouse') return await intoWarehouse(request, values.database)
  if (values.target !== 'log') throw new ConfigError(`--target is log or warehouse, not ${values.target}`)
  await withDatabase(readConfig(), async ({ connection }) => {
    const started = performance.now()
    const outcome = await seedCommunity(connection.pool, request, (done, total) =>
      show(`${done} of ${total} members`),
    )
    const seconds = ((performance.now() - started) / 1_000).toFixed(1)
    show('')
    console.log(
      outcome.fresh
        ? `Loaded ${outcome.members} members, ${outcome.events} events and ${outcome.orders} orders in ${seconds} s (run ${outcome.runId}).`
        : `This community is there already (run ${outcome.runId}); nothing to do.`,
    )
  })
}

async function remove(): Promise<void> {
  await withDatabase(readConfig(), async ({ connection }) => {
    const gone = await removeDemo(systemCtx(connection.db, 'seed'), [
      simulatedContent,
      simulatedOrders,
      simulatedFigures,
    ])
    await rebuildWarehouse(connection.pool)
    console.log(`Removed ${gone.members} simulated members and ${gone.events} events.`)
  })
}

/** The product's own database follows the log and would throw out rows that the log has not; this is another one. */
async function intoWarehouse(request: SeedRequest, database: string): Promise<void> {
  const config = readConfig()
  const given = config.CLICKHOUSE_URL ?? readRuntime(config)?.clickhouseUrl
  if (!given) throw new ConfigError('There is no warehouse: start Juluo first, or set CLICKHOUSE_URL')
  const url = new URL(given)
  if (url.pathname === `/${database}`)
    throw new ConfigError(`${database} is the database of the product; choose another with --database`)
  url.pathname = `/${database}`
  const client = openClient(url.href)
  try {
    const schema = warehouseSchema({ timeZone: 'Asia/Shanghai' })
    await client.command(createDatabase({ database }), {}, { database: false })
    for (const statement of [
      ...dropStatements(schema, { database }),
      ...createStatements(schema, { database }),
    ])
      await client.command(statement)
    const started = performance.now()
    const events = await streamToWarehouse(client, settingsOf(request), (members, sent) =>
      show(`${members} of ${request.members} members, ${sent} events`),
    )
    show('')
    const seconds = (performance.now() - started) / 1_000
    console.log(
      `Streamed ${events} events into ${database} in ${seconds.toFixed(1)} s (${Math.round(events / seconds)} a second).`,
    )
  } finally {
    await client.close()
  }
}

function whole(name: string, text: string, least: number, most: number): number {
  const value = Number(text)
  if (!Number.isInteger(value) || value < least || value > most)
    throw new ConfigError(`--${name} is a whole number from ${least} to ${most}, not ${text}\n${usage}`)
  return value
}

/** One line that is written over, where somebody watches. */
function show(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r${text.padEnd(60)}${text ? '' : '\r'}`)
}

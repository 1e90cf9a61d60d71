/** Commands for the person who keeps the installation: schema, warehouse, forgotten passwords. */
import { createInterface } from 'node:readline/promises'
import { parseArgs } from 'node:util'
import { type Config, readConfig } from '#base/config/config.ts'
import type { Ctx } from '#base/context.ts'
import { rebuildWarehouse } from '#base/warehouse/warehouse.ts'
import { withDatabase } from './database.ts'

class UsageError extends Error {
  override name = 'UsageError'
}

export async function migrateCommand(_args: string[]): Promise<void> {
  await withDatabase(readConfig(), async () => console.log('The database has the newest schema.'))
}

export async function rebuildCommand(_args: string[]): Promise<void> {
  await withDatabase(readConfig(), async ({ connection }) => {
    await rebuildWarehouse(connection.pool)
    console.log(
      'The warehouse is made anew from the log as soon as Juluo runs; the health page shows how far it is.',
    )
  })
}

export async function resetPasswordCommand(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { 'drop-second-factor': { type: 'boolean', default: false } },
  })
  const [email] = positionals
  if (!email) throw new UsageError('Whose? bin/juluo reset-password owner@example.com [--drop-second-factor]')
  const config: Config = readConfig()
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  const password = await terminal.question(`New password for ${email}: `)
  terminal.close()
  await withDatabase(config, async ({ connection }) => {
    const ctx: Ctx = {
      actor: { kind: 'system', name: 'reset-password' },
      db: connection.db,
      now: new Date(),
      locale: 'en',
      requestId: 'cli',
    }
    const { resetPasswordFor } = await import('#modules/identity/accounts/reset.ts')
    await resetPasswordFor(ctx, { email, password, dropSecondFactor: values['drop-second-factor'] })
    console.log('The password is set, and all sessions of the account have ended.')
  })
}

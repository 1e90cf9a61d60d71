/** `bin/juluo <command>`: every command in one table. */
import { resolve } from 'node:path'
import { ConfigError, loadDotEnv } from '#base/config/config.ts'

interface Command {
  readonly does: string
  readonly run: (args: string[]) => Promise<void>
}

const commands: Record<string, Command> = {
  start: {
    does: 'Start everything and serve',
    run: async (args) => (await import('./start.ts')).start(args),
  },
  demo: {
    does: 'The same, with the demo brand, in a data folder of its own',
    run: async (args) => (await import('./start.ts')).demo(args),
  },
  dev: {
    does: 'The same, and follow changes of the sources',
    run: async (args) => (await import('./start.ts')).dev(args),
  },
  doctor: {
    does: 'Check this machine and installation, and say what to do',
    run: async (args) => (await import('./doctor.ts')).doctor(args),
  },
  seed: {
    does: 'Load a simulated community: --members 2000 --days 180 --seed 42',
    run: async (args) => (await import('./seed.ts')).seed(args),
  },
  migrate: {
    does: 'Bring the database to the newest schema',
    run: async (args) => (await import('./maintain.ts')).migrateCommand(args),
  },
  'rebuild-warehouse': {
    does: 'Make the warehouse anew from the log',
    run: async (args) => (await import('./maintain.ts')).rebuildCommand(args),
  },
  'reset-password': {
    does: 'Set a new password: reset-password <e-mail>',
    run: async (args) => (await import('./maintain.ts')).resetPasswordCommand(args),
  },
  generate: {
    does: 'Write types, clients and generated documents anew; --check only compares',
    run: async (args) => (await import('./generate.ts')).generateCommand(args),
  },
  bench: {
    does: 'Measure the hot paths against their limits: bench [name …]',
    run: async (args) => (await import('#bench/main.ts')).bench(args),
  },
}

function help(): void {
  console.log('聚落 Juluo — a community operations platform\n\nUsage: bin/juluo <command>\n')
  for (const [name, { does }] of Object.entries(commands)) console.log(`  ${name.padEnd(20)}${does}`)
}

const [name = 'help', ...args] = process.argv.slice(2)
const command = commands[name]
try {
  loadDotEnv()
  // A relative data folder means the folder in which the command was given.
  if (process.env.JULUO_DATA && process.env.JULUO_CWD)
    process.env.JULUO_DATA = resolve(process.env.JULUO_CWD, process.env.JULUO_DATA)
  if (command) await command.run(args)
  else {
    help()
    if (name !== 'help' && name !== '--help') {
      console.error(`\nThere is no command "${name}".`)
      process.exitCode = 2
    }
  }
} catch (error) {
  const expected =
    error instanceof ConfigError ||
    ['FolderInUse', 'EmbeddedPostgresError', 'MigrationError', 'UsageError', 'Problem'].includes(
      (error as Error).name,
    )
  console.error(expected ? (error as Error).message : error)
  process.exit(1)
}

/** Secrets that the installation makes for itself at first boot: `secrets.json` in the data folder, readable by its owner only. */
import { randomBytes } from 'node:crypto'
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { ConfigError } from './config.ts'

const schema = z.object({
  /** Root of all keys of the product; see `base/secrets.ts`. */
  root: z.string().min(43),
  postgresPassword: z.string().min(32),
  warehousePassword: z.string().min(32),
})

export type InstallationSecrets = z.infer<typeof schema>

/** Reads the secrets of a data folder, making them first when there are none. Safe when two processes start at once. */
export function loadSecrets(dataDir: string): InstallationSecrets {
  const file = join(dataDir, 'secrets.json')
  if (!existsSync(file))
    writeOnce(file, { root: token(32), postgresPassword: token(24), warehousePassword: token(24) })
  const parsed = schema.safeParse(parseJson(readFileSync(file, 'utf8')))
  if (!parsed.success)
    throw new ConfigError(
      `${file} is damaged; restore it from a backup. Without it, sign-ins and the embedded databases cannot be opened.`,
    )
  if (process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0)
    throw new ConfigError(`${file} can be read by other users; run: chmod 600 ${file}`)
  return parsed.data
}

const token = (bytes: number) => randomBytes(bytes).toString('base64url')

/** The file appears whole or not at all, and never replaces one that is there. */
function writeOnce(file: string, secrets: InstallationSecrets): void {
  // In a container every start has the same process id: a draft that broke off must not be in the way.
  const draft = `${file}.${token(6)}`
  const handle = openSync(draft, 'wx', 0o600)
  try {
    try {
      writeSync(handle, `${JSON.stringify(secrets, null, 2)}\n`)
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
    linkSync(draft, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(draft, { force: true })
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

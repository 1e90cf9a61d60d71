/** One supervisor per data folder. The lock names a process; a lock whose process is gone is nobody's. */
import { randomBytes } from 'node:crypto'
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'

export class FolderInUse extends Error {
  override name = 'FolderInUse'
}

/** Takes the lock or throws FolderInUse. Returns what gives it back. */
export async function lockFolder(file: string): Promise<() => void> {
  const mine = `${process.pid} ${await startOf(process.pid)}`
  const draft = `${file}.${randomBytes(4).toString('hex')}`
  writeFileSync(draft, mine, { mode: 0o600 })
  try {
    for (let attempt = 0; ; attempt++) {
      try {
        linkSync(draft, file)
        return () => {
          if (read(file) === mine) rmSync(file, { force: true })
        }
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || attempt === 3) throw error
        const holder = read(file)
        const pid = Number(holder.split(' ')[0])
        if (pid > 0 && holder === `${pid} ${await startOf(pid)}`)
          throw new FolderInUse(
            `Juluo (process ${pid}) already runs on this data folder; stop it, or choose another folder with JULUO_DATA`,
          )
        // Others who find the same dead lock may have been quicker: theirs is alive.
        if (read(file) === holder) rmSync(file, { force: true })
      }
    }
  } finally {
    rmSync(draft, { force: true })
  }
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

/** When a process began, in clock ticks after boot, or whether it lives where /proc is not to be had. A reused pid has another start. */
async function startOf(pid: number): Promise<string> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''
  } catch {
    try {
      process.kill(pid, 0)
      return 'alive'
    } catch {
      return 'gone'
    }
  }
}

/** Builds the web apps when their sources changed since the last build. A killed build leaves the old one in place. */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import { packFolder } from '#base/http/folder.ts'

const faces = ['console', 'member'] as const
type Face = (typeof faces)[number]

/** What goes into a bundle: the face's shell, shared components, and the code that modules give to screens. */
const sources: Record<Face, readonly string[]> = {
  console: ['apps/console', 'ui', 'modules', 'base', 'package-lock.json'],
  member: ['apps/member', 'ui', 'modules', 'base', 'package-lock.json'],
}

function* filesUnder(path: string): Generator<string> {
  if (!existsSync(path)) return
  try {
    for (const entry of readdirSync(path, { withFileTypes: true })) {
      if (entry.isDirectory()) yield* filesUnder(join(path, entry.name))
      else if (
        /\.(tsx?|css|html|svg|json|png|webp|woff2)$/.test(entry.name) &&
        !/\.(test|routes|sql)\.tsx?$/.test(entry.name)
      )
        yield join(path, entry.name)
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOTDIR') throw error
    yield path
  }
}

function fingerprint(face: Face): string {
  const hash = createHash('sha256')
  for (const file of sources[face].flatMap((path) => [...filesUnder(path)]).sort())
    hash.update(file).update(readFileSync(file))
  return hash.digest('hex')
}

const stamp = (face: Face) => join('dist', face, '.built')

/** Which faces have no build of their present sources. */
export function staleFaces(): Face[] {
  return faces.filter(
    (face) => !existsSync(stamp(face)) || readFileSync(stamp(face), 'utf8') !== fingerprint(face),
  )
}

/** Builds what is stale: into a draft folder first, which then takes the place of the old one. */
export async function buildWeb(say: (line: string) => void = () => undefined): Promise<void> {
  // What people get and what tests look at is one thing, whatever this process is.
  process.env.NODE_ENV = 'production'
  for (const face of staleFaces()) {
    const began = performance.now()
    const print = fingerprint(face)
    const draft = join('dist', `${face}.new`)
    rmSync(draft, { recursive: true, force: true })
    mkdirSync('dist', { recursive: true })
    await build({
      configFile: `apps/${face}/vite.config.ts`,
      logLevel: 'warn',
      build: { outDir: join(process.cwd(), draft), emptyOutDir: true },
    })
    // Compressed once here, at the highest level, instead of for each answer.
    packFolder(draft)
    writeFileSync(join(draft, '.built'), print)
    rmSync(join('dist', face), { recursive: true, force: true })
    renameSync(draft, join('dist', face))
    say(
      `Built the ${face === 'console' ? 'console' : 'member site'} in ${((performance.now() - began) / 1000).toFixed(1)} s`,
    )
  }
}

if (import.meta.main) await buildWeb((line) => console.log(line))

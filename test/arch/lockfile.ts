/** What package-lock.json may hold: nothing below the floors, nothing without a hash, no unknown install script. */
export interface LockedPackage {
  readonly version?: string
  readonly resolved?: string
  readonly integrity?: string
  readonly link?: boolean
  readonly hasInstallScript?: boolean
  readonly optional?: boolean
  readonly os?: readonly string[]
  readonly cpu?: readonly string[]
}

export interface Floor {
  readonly floors: readonly string[]
  readonly why: string
  readonly accepted?: Readonly<Record<string, string>>
}

export type Locked = Readonly<Record<string, LockedPackage>>

/** `node_modules/a/node_modules/@b/c` → `@b/c`. */
const nameOf = (path: string): string =>
  path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)

/** Sorts below zero when `a` is older; a pre-release is older than its release (SemVer 2). */
export function compareVersions(a: string, b: string): number {
  const [coreA = '', preA] = a.split('+')[0]!.split(/-(.*)/s)
  const [coreB = '', preB] = b.split('+')[0]!.split(/-(.*)/s)
  const numbers = (core: string) => core.split('.').map(Number)
  const [left, right] = [numbers(coreA), numbers(coreB)]
  for (let index = 0; index < 3; index++) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0)
    if (difference !== 0) return difference
  }
  if (!preA || !preB) return preA ? -1 : preB ? 1 : 0
  return preA.localeCompare(preB, 'en', { numeric: true })
}

/** A version is high enough when it reaches the floor of its own major line, or is of a newer line than all. */
export function isHighEnough(version: string, floors: readonly string[]): boolean {
  const major = (text: string) => Number(text.split('.')[0])
  const own = floors.find((floor) => major(floor) === major(version))
  return own ? compareVersions(version, own) >= 0 : major(version) > Math.max(...floors.map(major))
}

export function belowFloors(locked: Locked, floors: Readonly<Record<string, Floor>>): string[] {
  return Object.entries(locked).flatMap(([path, { version = '0' }]) => {
    const floor = path.includes('node_modules/') ? floors[nameOf(path)] : undefined
    if (!floor || isHighEnough(version, floor.floors) || floor.accepted?.[version]) return []
    return [`${nameOf(path)} ${version} is below ${floor.floors.join(' / ')}: ${floor.why}`]
  })
}

/** Packages that no hash pins, or that come from somewhere else than the registry. */
export function unpinned(locked: Locked): string[] {
  return Object.entries(locked).flatMap(([path, { integrity, resolved, link }]) => {
    if (path === '' || (!path.includes('node_modules/') && !link)) return []
    if (link) return [`${path} is a link`]
    if (!integrity?.startsWith('sha512-')) return [`${path} has no sha512 hash`]
    return resolved && !resolved.startsWith('https://') ? [`${path} comes from ${resolved}`] : []
  })
}

const supported = { os: ['linux', 'darwin'], cpu: ['x64', 'arm64'] }

/** Install scripts that nobody decided about. Optional binaries of platforms we do not run on never install. */
export function undecidedScripts(locked: Locked, decided: Readonly<Record<string, boolean>>): string[] {
  return Object.entries(locked)
    .filter(([, each]) => each.hasInstallScript)
    .filter(([, { optional, os = supported.os, cpu = supported.cpu }]) => {
      const runsHere =
        os.some((name) => supported.os.includes(name)) && cpu.some((name) => supported.cpu.includes(name))
      return !optional || runsHere
    })
    .map(([path]) => nameOf(path))
    .filter((name) => !Object.hasOwn(decided, name))
}

import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import {
  belowFloors,
  compareVersions,
  type Floor,
  isHighEnough,
  type Locked,
  undecidedScripts,
  unpinned,
} from './lockfile.ts'

const read = <T>(path: string): T => JSON.parse(readFileSync(path, 'utf8')) as T
const { packages } = read<{ packages: Locked }>('package-lock.json')
const { $comment, ...floors } = read<Record<string, Floor> & { $comment: unknown }>('security-floors.json')
const { allowScripts } = read<{ allowScripts: Record<string, boolean> }>('package.json')

describe('G49 the lockfile', () => {
  test('holds nothing below the floors', () => {
    expect(Object.keys(packages).length).toBeGreaterThan(100)
    expect($comment).toBeDefined()
    expect(belowFloors(packages, floors)).toEqual([])
  })
  test('pins every package by a hash, all from the registry', () => {
    expect(unpinned(packages)).toEqual([])
  })
  test('runs no install script that nobody decided about', () => {
    expect(undecidedScripts(packages, allowScripts)).toEqual([])
  })
  test('every floor says why, and every accepted exception is one', () => {
    for (const [name, floor] of Object.entries(floors)) {
      expect([name, floor.why.length > 5, floor.floors.length > 0]).toEqual([name, true, true])
      for (const version of Object.keys(floor.accepted ?? {}))
        expect([name, isHighEnough(version, floor.floors)]).toEqual([name, false])
    }
  })

  test('control: an old lodash, a package without a hash, one from git and an unknown script are found', () => {
    const bad: Locked = {
      'node_modules/lodash': { version: '4.17.15', integrity: 'sha512-x' },
      'node_modules/a/node_modules/nanoid': { version: '5.1.2', integrity: 'sha512-x' },
      'node_modules/b': { version: '1.0.0' },
      'node_modules/c': {
        version: '1.0.0',
        integrity: 'sha512-x',
        resolved: 'git+ssh://git@example.com/c.git#1',
      },
      'node_modules/d': { version: '1.0.0', integrity: 'sha1-x', hasInstallScript: true },
    }
    expect(belowFloors(bad, floors).map((line) => line.split(' ')[0])).toEqual(['lodash', 'nanoid'])
    expect(unpinned(bad)).toHaveLength(3)
    expect(undecidedScripts(bad, allowScripts)).toEqual(['d'])
  })

  test('versions are compared by their numbers, lines apart', () => {
    expect(compareVersions('1.10.0', '1.9.9')).toBeGreaterThan(0)
    expect(compareVersions('18.4.0-beta.9', '18.4.0-beta.17')).toBeLessThan(0)
    expect(compareVersions('2.0.0-rc.1', '2.0.0')).toBeLessThan(0)
    expect([
      isHighEnough('3.3.16', ['5.1.16', '3.3.16']),
      isHighEnough('4.0.0', ['5.1.16', '3.3.16']),
      isHighEnough('6.0.0', ['5.1.16']),
    ]).toEqual([true, false, true])
  })
})

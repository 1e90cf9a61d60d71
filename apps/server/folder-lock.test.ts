import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { FolderInUse, lockFolder } from './folder-lock.ts'

let dir = ''
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'juluo-lock-'))
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

describe('the lock of a data folder', () => {
  test('is held by one, given back, and then free', async () => {
    const file = join(dir, 'juluo.lock')
    const unlock = await lockFolder(file)
    await expect(lockFolder(file)).rejects.toThrow(FolderInUse)
    unlock()
    expect(readdirSync(dir)).toEqual([])
    const again = await lockFolder(file)
    again()
  })

  test('that a killed process left behind is taken by one of many who come at once', async () => {
    const file = join(dir, 'juluo.lock')
    writeFileSync(file, '999999999 1')
    const taken = await Promise.allSettled(Array.from({ length: 8 }, () => lockFolder(file)))
    expect(taken.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const each of taken) if (each.status === 'rejected') expect(each.reason).toBeInstanceOf(FolderInUse)
  })
})

import { describe, expect, test } from 'vitest'
import { sources } from './sources.ts'

const code = sources('.ts', '.tsx', '.css').filter(({ path }) => !path.includes('.generated.'))
const lines = (text: string) => text.trimEnd().split('\n').length

describe('the shape of the sources', () => {
  test('no file is longer than 400 lines', () => {
    expect(code.filter(({ text }) => lines(text) > 400).map(({ path }) => path)).toEqual([])
  })
  test('95 of 100 files have at most 200 lines, near enough', () => {
    const long = code.filter(({ text }) => lines(text) > 200).length
    expect(long / code.length).toBeLessThan(0.15)
  })
  test('no barrels, and no file named for nothing in particular', () => {
    const vague = /(^|\/)(index|utils?|helpers?|common|misc|manager|service)\.(ts|tsx)$/
    expect(code.map(({ path }) => path).filter((path) => vague.test(path))).toEqual([])
  })
  test('nothing is left for later, silenced or skipped', () => {
    const words = new RegExp(
      ['TO' + 'DO', 'FIX' + 'ME', '@ts-ig' + 'nore', '@ts-no' + 'check', '\\.(on' + 'ly|sk' + 'ip)\\('].join(
        '|',
      ),
    )
    expect(code.filter(({ text }) => words.test(text)).map(({ path }) => path)).toEqual([])
  })
  test('test files have names of their own', () => {
    const names = code.map(({ path }) => path).filter((path) => /\.test\.tsx?$/.test(path))
    const twice = names.filter(
      (path, at) => names.findIndex((other) => other.split('/').at(-1) === path.split('/').at(-1)) !== at,
    )
    expect(twice).toEqual([])
  })
})

import { describe, expect, test } from 'vitest'
import { findSlowAttack, regexesOf } from './regexes.ts'
import { sources } from './sources.ts'
import { isServerCode } from './syntax.ts'

/** Slow with hostile text, and never given any. */
const neverHostile: Readonly<Record<string, string>> = {
  'base/config/config.ts': 'reads what the operator configured',
  'base/http/folder.ts': 'reads names of files that our own build wrote',
}

const options = { length: 40_000, milliseconds: 250 }

describe('G44 regular expressions', () => {
  test('none in the server takes more than a moment, whatever it is given', () => {
    const regexes = regexesOf(sources('.ts').filter(({ path }) => isServerCode(path)))
    expect(regexes.length).toBeGreaterThan(50)
    const slow = regexes.flatMap((regex) => {
      if (neverHostile[regex.place.replace(/:\d+$/, '')]) return []
      const attack = findSlowAttack(regex, options)
      return attack ? [`${regex.place} /${regex.source}/${regex.flags} by ${attack}`] : []
    })
    expect(slow).toEqual([])
  }, 60_000)

  test('control: the classics are found, also behind a beginning and as quadratic growth', () => {
    const classics = [
      '(a+)+$',
      '^(([a-z])+.)+[A-Z]([a-z])+$',
      '^id=(\\d+)*x$',
      '(x+x+)+y',
      '\\s+$',
      '^(?:a|a)*$',
      '(.*)(.*)(.*)=',
    ]
    const quick = ['^[a-z]+$', '^\\d{1,3}(?:,\\d{3})*$', '[&<>"]']
    const isSlow = (source: string) => findSlowAttack({ place: '', source, flags: '' }, options) !== undefined
    expect(classics.filter((source) => !isSlow(source))).toEqual([])
    expect(quick.filter(isSlow)).toEqual([])
  })

  test('control: literals and constructed ones are both collected', () => {
    const text = "const a = /x+/g; const b = new RegExp('y+', 'i'); const c = 'not /z+/ here' // nor /w+/"
    expect(regexesOf([{ path: 'base/x.ts', text }]).map(({ source, flags }) => `${source} ${flags}`)).toEqual(
      ['x+ g', 'y+ i'],
    )
  })
})

import { describe, expect, it } from 'vitest'
import { hasSharedData, sharedJson } from '#test/shared-data.ts'
import { fold, foldWithPlaces } from './fold.ts'

describe('fold', () => {
  it.each([
    ['手沖咖啡', '手冲咖啡'],
    ['ＣＡＦＥ　Café', 'cafe cafe'],
    ['  V６０\u200B  濾杯 ', 'v60 滤杯'],
    ['乾燥的頭髮發現皇后在後面', '干燥的头发发现皇后在后面'],
    ['著名的著作', '著名的著作'],
    ['㎏', 'kg'],
  ])('reads %s as %s', (written, folded) => {
    expect(fold(written)).toBe(folded)
  })

  it('changes nothing the second time, so that what is kept folded can be compared', () => {
    for (const text of ['臺灣的烏龍茶 ＆ 凍頂', '𠮷野家', 'Ünïcode ﬁ', '裏面、麵條、衛生間'])
      expect(fold(fold(text))).toBe(fold(text))
  })

  it.runIf(hasSharedData('chinese'))('T7: agrees with published pairs of traditional and simplified', () => {
    const published = sharedJson<{ cases: { input: string; expected: Record<string, string> }[] }>(
      'chinese/opencc_testcases.json',
    )
    const pairs = published.cases.filter((each) => each.expected.t2s !== undefined)
    const right = pairs.filter((each) => fold(each.input) === fold(each.expected.t2s!))
    expect(pairs.length).toBeGreaterThan(20)
    // What is left are rare characters for which the library has older data than the vectors.
    expect(right.length / pairs.length).toBeGreaterThanOrEqual(0.94)
  })
})

describe('foldWithPlaces', () => {
  it('knows where everything stood', () => {
    const written = 'Ａ㎏手沖\u{20BB7}Café'
    const { text, at } = foldWithPlaces(written)
    expect(text).toBe('akg手冲\u{20BB7}cafe')
    const start = text.indexOf('手冲')
    expect(written.slice(at[start]!, at[start + 2]!)).toBe('手沖')
    expect(written.slice(at[text.indexOf('cafe')]!, at[text.length]!)).toBe('Café')
  })
})

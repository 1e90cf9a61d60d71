import { describe, expect, test } from 'vitest'
import { hasSharedData, sharedJson } from '#test/shared-data.ts'
import { keywordsOf, meaningfulWords, textRank } from './keywords.ts'

interface Case {
  readonly engine: string
  readonly text: string
  readonly expected: readonly (string | readonly [string, number] | { readonly word: string })[]
}
const file = 'keywords/cppjieba_keywords.json'
const cases = hasSharedData(file) ? sharedJson<readonly Case[]>(file) : []
const wordOf = (each: Case['expected'][number]): string =>
  (typeof each === 'string' ? each : 'word' in each ? each.word : each[0]).toLowerCase()

describe.runIf(cases.length > 0)('published keywords', () => {
  // Which words of a text count and how it is cut differs between programs: what both find is compared.
  test('most of the words that are published for a text are among ours', () => {
    let both = 0
    let all = 0
    for (const { text, expected, engine } of cases) {
      const wanted = expected.map(wordOf)
      const found = (
        engine.startsWith('TextRank')
          ? textRank([meaningfulWords(text)], 20)
          : keywordsOf(text, wanted.length)
      ).map(({ word }) => word)
      both += wanted.filter((word) => found.includes(word)).length
      all += wanted.length
    }
    expect(both / all).toBeGreaterThan(0.6)
  })
  test('TF-IDF orders the longest of them as published', () => {
    const longest = cases.find(
      ({ text, engine }) => engine === 'KeywordExtractor' && text.includes('拖拉机'),
    )!
    expect(keywordsOf(longest.text, 5).map(({ word }) => word)).toEqual(longest.expected.map(wordOf))
  })
})

describe('words that say what a text is about', () => {
  test('leave out how one asks, and keep Latin', () => {
    expect(meaningfulWords('请问大家，V60 冲耶加雪菲的时候水温多少合适？')).toEqual(
      expect.arrayContaining(['v60', '水温']),
    )
    expect(meaningfulWords('请问大家怎么样')).toEqual([])
  })
  test('S0-46 TextRank finds what the others gather around', () => {
    const texts = ['水温 研磨 手冲', '水温 粉水比 手冲', '手冲 滤杯', '手冲 豆子', '豆子 烘焙'].map((text) =>
      text.split(' '),
    )
    expect(textRank(texts, 3)[0]).toEqual({ word: '手冲', weight: 1 })
    expect(textRank([], 3)).toEqual([])
  })
})

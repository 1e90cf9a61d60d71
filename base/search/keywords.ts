/**
 * What a text is about: its meaningful words, weighted by how rare they are in the language (TF-IDF with the table of
 * jieba), or by how they hold each other up (TextRank: Mihalcea and Tarau 2004, Bringing Order into Texts).
 */
import { idf } from '@node-rs/jieba/dict.js'
import { isAsking, isHan, jieba } from './words.ts'

/** Parts of speech that say what a text is about: nouns of all kinds, verbs and adjectives used as such, idioms, Latin. */
const meaningful = /^(n|vn|v$|a$|an|ad$|i$|l$|j$|eng|x$|g)/
const stopped = new Set(
  `时候 时间 东西 事情 问题 情况 感觉 觉得 知道 看到 看看 喜欢 应该 需要 可能 已经 自己 大家 今天 昨天 明天 现在 以后 之前 之后 开始 进行 表示
   成为 没有 起来 出来 下来 过来 一下 一点 有点 有人 有些 这样 那样 这么 那么 不会 不能 不要 不用 真的 其实 然后 而且 因为 所以 如果 但是 还是 就是
   用户 内容 方面 部分 地方 朋友 谢谢 哈哈 哈哈哈 可以 发现 认为 希望 建议 请问 the and for you that this with are was not have from but`
    .split(/\s+/)
    .filter(Boolean),
)

const isWord = (word: string): boolean =>
  isHan(word) ? [...word].length >= 2 && [...word].length <= 8 : /^[\p{L}][\p{L}\p{N}.+#-]{1,23}$/u.test(word)

/** The meaningful words of a text in their order, with repetitions. Latin in small letters. */
export function meaningfulWords(text: string): string[] {
  const words: string[] = []
  for (const { word, tag } of jieba().tag(text, true)) {
    const folded = word.trim().toLowerCase()
    if (isWord(folded) && meaningful.test(tag) && !stopped.has(folded) && !isAsking(folded))
      words.push(folded)
  }
  return words
}

/** Every word of a text in its order, as it was cut. */
export const allWords = (text: string): string[] => jieba().cut(text, true)

let table: ReadonlyMap<string, number> | undefined
let usual = 11
/** The rarity of words in the language; what the table does not know is as rare as its middle. Parsed when first asked. */
function rarities(): ReadonlyMap<string, number> {
  if (table) return table
  const made = new Map<string, number>()
  for (const line of new TextDecoder().decode(idf).split('\n')) {
    const at = line.indexOf(' ')
    if (at > 0) made.set(line.slice(0, at), Number(line.slice(at + 1)))
  }
  const sorted = [...made.values()].sort((one, other) => one - other)
  usual = sorted[Math.floor(sorted.length / 2)] ?? usual
  table = made
  return made
}
export const rarityOf = (word: string): number => rarities().get(word) ?? usual

export interface Keyword {
  readonly word: string
  readonly weight: number
}

const strongest = (weights: ReadonlyMap<string, number>, most: number): Keyword[] =>
  [...weights]
    .map(([word, weight]) => ({ word, weight }))
    .sort((one, other) => other.weight - one.weight || (one.word < other.word ? -1 : 1))
    .slice(0, most)

/** Words that come often here and rarely elsewhere. Weights: times × rarity ÷ all words. */
export function keywordsOf(text: string, most: number): Keyword[] {
  const words = meaningfulWords(text)
  const weights = new Map<string, number>()
  for (const word of words) weights.set(word, (weights.get(word) ?? 0) + rarityOf(word) / words.length)
  return strongest(weights, most)
}

const window = 5
const damping = 0.85
const rounds = 40

/** Words that stand near many others that do: over several texts, given as their words. Weights from 0 to 1. */
export function textRank(texts: readonly (readonly string[])[], most: number): Keyword[] {
  const near = new Map<string, Map<string, number>>()
  const link = (one: string, other: string) => {
    const links = near.get(one) ?? new Map<string, number>()
    links.set(other, (links.get(other) ?? 0) + 1)
    near.set(one, links)
  }
  for (const words of texts)
    for (const [at, word] of words.entries())
      for (const other of words.slice(at + 1, at + window))
        if (other !== word) {
          link(word, other)
          link(other, word)
        }
  const strength = new Map(
    [...near].map(([word, links]) => [word, [...links.values()].reduce((sum, each) => sum + each, 0)]),
  )
  let rank = new Map([...near.keys()].map((word) => [word, 1]))
  for (let round = 0; round < rounds; round++) {
    const next = new Map<string, number>()
    let moved = 0
    for (const [word, links] of near) {
      let sum = 0
      for (const [other, weight] of links) sum += (weight / strength.get(other)!) * rank.get(other)!
      const now = 1 - damping + damping * sum
      moved = Math.max(moved, Math.abs(now - rank.get(word)!))
      next.set(word, now)
    }
    rank = next
    if (moved < 1e-6) break
  }
  const found = strongest(rank, most)
  const top = found[0]?.weight ?? 1
  return found.map(({ word, weight }) => ({ word, weight: weight / top }))
}

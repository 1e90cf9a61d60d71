/**
 * Cuts folded text into the words that are kept and sought. Words of the dictionary in search mode (long
 * ones also in parts); where it knows none, every pair of neighbours, so that names and new words are
 * found however the text around them was cut.
 */
import { Jieba } from '@node-rs/jieba'
import { dict } from '@node-rs/jieba/dict.js'

/** Changes when the same text would be cut in another way: the index is then built anew. */
export const cuttingVersion = 1

let loaded: Jieba | undefined
/** Loading takes about 100 ms and 60 MB, which a process that never searches should not pay. */
const jieba = () => (loaded ??= Jieba.withDict(dict))

const han = /^[\p{Script=Han}〇]+$/u
export const isHan = (text: string): boolean => han.test(text)
const word = /[\p{L}\p{N}]/u
// Han, or letters and digits of other scripts: `1969年` is two, `c++`, `v60-02` and `3.5kg` are one.
const part =
  /[\p{Script=Han}〇]+|[[\p{L}\p{N}]--[\p{Script=Han}〇]]+(?:[.+#'\-][[\p{L}\p{N}]--[\p{Script=Han}〇]]+)*[+#]*/gv

/** Longest word that is kept: what is longer is a token or nonsense. */
const longest = 40

/** Words of one folded text in order, with repetitions. */
export function wordsOf(folded: string): string[] {
  const words: string[] = []
  for (const [stretch] of folded.matchAll(part)) {
    if (isHan(stretch)) cutHan(stretch, words)
    else cutLatin(stretch, words)
  }
  return words
}

function cutHan(stretch: string, words: string[]): void {
  let unknown: string[] = []
  const pairs = () => {
    if (unknown.length === 1) words.push(unknown[0]!)
    for (let at = 0; at + 1 < unknown.length; at++) words.push(unknown[at]! + unknown[at + 1]!)
    unknown = []
  }
  for (const piece of jieba().cut(stretch, false)) {
    const [first, second] = piece
    if (first && !second) {
      unknown.push(first)
      continue
    }
    pairs()
    if ([...piece].length > 2) words.push(...jieba().cutForSearch(piece, false))
    else words.push(piece)
  }
  pairs()
}

function cutLatin(stretch: string, words: string[]): void {
  const whole = stretch.slice(0, longest)
  words.push(singular(whole))
  // v60-02, chemex.com: also in parts
  if (/[.+#'-]/.test(whole))
    for (const piece of whole.split(/[.+#'-]+/)) if (piece.length > 1) words.push(singular(piece))
}

/** The one thing English asks for: beans are found by bean. */
const singular = (latin: string): string => (/^[a-z]{3,}[^s]s$/.test(latin) ? latin.slice(0, -1) : latin)

/** Every character and every pair of neighbours: for names, which are short and asked for in parts. */
export function piecesOf(folded: string): string[] {
  const pieces: string[] = []
  for (const [stretch] of folded.matchAll(part)) {
    if (!isHan(stretch)) {
      cutLatin(stretch, pieces)
      continue
    }
    const characters = [...stretch]
    pieces.push(...characters)
    for (let at = 0; at + 1 < characters.length; at++) pieces.push(characters[at]! + characters[at + 1]!)
  }
  return pieces
}

export const hasWords = (text: string): boolean => word.test(text)

/** Words that say how one asks, not what about. Folded. */
const asking = new Set(
  `的 了 是 在 有 和 与 跟 啥 嘛 什么 怎么 怎样 怎么样 如何 为什么 为何 谁 哪 哪个 哪些 哪里 哪儿 哪种 多少 几 吗 呢 吧 啊 呀 哦 嗯 为 被 把 由 于
   从 到 对 也 都 就 而 及 或 或者 还是 其 之 这 那 这个 那个 个 一个 何 时候 什么样 请问 请教 求 求助 想 想要 我 你 他 她 它 们 我们 你们 大家 各位 有没有
   能 能不能 可以 可不可以 会 会不会 要 要不要 应该 需要 知道 觉得 一下 以 所 称 称为 叫 很 太 更 最 才 还 再 又 只 没 没有 不 不是 吗？ 什 么 怎
   the a an of to in on for and or is are was be it this that how what which who why when where do does can i you we my your with`
    .split(/\s+/)
    .filter(Boolean),
)
export const isAsking = (term: string): boolean => asking.has(term)

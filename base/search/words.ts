/**
 * Cuts folded text into the words that are kept and sought. What is kept: every pair
 * of neighbours, and the longer words of the dictionary; so names and new words are found however the text
 * around them would be cut. What is sought: words of the dictionary, pairs only where it knows none.
 */
import { Jieba } from '@node-rs/jieba'
import { dict } from '@node-rs/jieba/dict.js'

/** Changes when the same text would be cut in another way: the index is then built anew. */
export const cuttingVersion = 1

let loaded: Jieba | undefined
/** Loading takes about 100 ms and 60 MB, which a process that never searches should not pay. */
export const jieba = () => (loaded ??= Jieba.withDict(dict))

const han = /^[\p{Script=Han}〇]+$/u
export const isHan = (text: string): boolean => han.test(text)
const word = /[\p{L}\p{N}]/u
// Han, or letters and digits of other scripts: `1969年` is two, `c++`, `v60-02` and `3.5kg` are one.
const part =
  /[\p{Script=Han}〇]+|[[\p{L}\p{N}]--[\p{Script=Han}〇]]+(?:[.+#'\-][[\p{L}\p{N}]--[\p{Script=Han}〇]]+)*[+#]*/gv

/** Longest word that is kept: what is longer is a token or nonsense. */
const longest = 40

/** Words of one folded text as they are kept, with repetitions. */
export function wordsOf(folded: string): string[] {
  const words: string[] = []
  for (const [stretch] of folded.matchAll(part)) {
    if (!isHan(stretch)) {
      cutLatin(stretch, words)
      continue
    }
    const characters = [...stretch]
    for (let at = 0; at + 1 < characters.length; at++) words.push(characters[at]! + characters[at + 1]!)
    for (const piece of jieba().cut(stretch, false)) {
      const size = [...piece].length
      if (size === 1 && (characters.length === 1 || !asking.has(piece))) words.push(piece)
      if (size > 2)
        for (const each of jieba().cutForSearch(piece, false)) if ([...each].length > 2) words.push(each)
    }
  }
  return words
}

export interface Sought {
  readonly text: string
  /**
   * `word` of the dictionary or in Latin letters · `pair` of neighbours it does not know · `joint`: where a
   * word meets a single character, which may be a word it does not know · `single` character
   */
  readonly kind: 'word' | 'pair' | 'joint' | 'single'
}

/** The words of a folded query, each once: all of them are among `wordsOf` of a text that has the query in it. */
export function seek(folded: string): Sought[] {
  const found = new Map<string, Sought>()
  const add = (text: string, kind: Sought['kind']) => {
    if (!found.has(text)) found.set(text, { text, kind })
  }
  for (const [stretch] of folded.matchAll(part)) {
    if (isHan(stretch)) seekHan(stretch, add)
    else {
      const latin: string[] = []
      cutLatin(stretch, latin)
      for (const each of latin) add(each, 'word')
    }
  }
  return [...found.values()]
}

function seekHan(stretch: string, add: (text: string, kind: Sought['kind']) => void): void {
  const pieces = jieba().cut(stretch, false)
  const isSingle = (piece: string | undefined) =>
    piece !== undefined && [...piece].length === 1 && !asking.has(piece)
  const together = pieces.length > 1
  for (const [at, piece] of pieces.entries()) {
    const next = pieces[at + 1]
    if ([...piece].length === 1) {
      if (!together || !(isSingle(next) || isSingle(pieces[at - 1]))) add(piece, 'single')
    } else {
      const parts = [...piece].length > 2 ? jieba().cutForSearch(piece, false) : [piece]
      for (const each of parts) add(each, 'word')
    }
    if (next === undefined) continue
    const pair = [...piece].at(-1)! + [...next][0]!
    // Of a word of asking and its neighbour nothing is to be learnt.
    if ([...pair].some((character) => asking.has(character))) continue
    if (isSingle(piece) && isSingle(next)) add(pair, 'pair')
    else if (isSingle(piece) || isSingle(next)) add(pair, 'joint')
  }
}

/** A phrase as one thing: every pair of neighbours, and words in Latin letters. */
export const phraseOf = (folded: string): string[] => {
  const pieces = piecesOf(folded)
  const longer = pieces.filter((piece) => !isHan(piece) || [...piece].length > 1)
  return longer.length > 0 ? longer : pieces
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
   从 到 对 也 都 就 而 及 或 或者 还是 其 之 这 那 这个 那个 个 一个 何 时候 什么样 请问 请教 求 求助 想 想要 我 你 他 她 它 们 我们 你们 大家 各位 有没有 怎么办 总是 推荐 有什么 值得 值不值 不值 出来
   能 能不能 可以 可不可以 会 会不会 要 要不要 应该 需要 知道 觉得 一下 以 所 称 称为 叫 很 太 更 最 才 还 再 又 只 没 没有 不 不是 吗？ 什 么 怎
   the a an of to in on for and or is are was be it this that how what which who why when where do does can i you we my your with`
    .split(/\s+/)
    .filter(Boolean),
)
export const isAsking = (term: string): boolean => asking.has(term)

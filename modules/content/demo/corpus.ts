/**
 * What was said in 山丘咖啡, written by hand, and how it is written down. A post begins with
 * `=== key | kind | who | days ago | flags`, its next line is the title, then its words; `@@ group/board` names the
 * board of what follows. A comment is `- who words`, the accepted answer `* who words`, and an answer to it
 * stands under it, two spaces in. `who` is a member or colleague of the named world, or ~: somebody among the
 * simulated members. Flags: featured, pinned, accepted (has a `*`), column=slug.
 */
import type { PostKind } from '../shapes.ts'
import { beginners } from './corpus-beginners.ts'
import { brewing } from './corpus-brewing.ts'
import { more } from './corpus-more.ts'
import { places } from './corpus-places.ts'
import { questions } from './corpus-questions.ts'
import { service } from './corpus-service.ts'

export interface CorpusComment {
  readonly by: string
  readonly text: string
  readonly accepted: boolean
  readonly replies: readonly { readonly by: string; readonly text: string }[]
}

export interface CorpusPost {
  /** Names it: `corpus:{key}` is its source. */
  readonly key: string
  readonly group: string
  readonly board: string
  readonly kind: PostKind
  /** A key of the named world, or ~. */
  readonly by: string
  readonly daysAgo: number
  readonly title: string
  /** Lines; `document.ts` says how they become a document. */
  readonly lines: readonly string[]
  readonly poll: readonly string[]
  /** Seconds of its film. */
  readonly film: number
  readonly featured: boolean
  readonly pinned: boolean
  readonly column: string
  readonly comments: readonly CorpusComment[]
}

/** Who writes under a ~ is somebody else each time. */
export const somebody = '~'

export const columns = [
  { slug: 'ache-notes', name: '阿澈的冲煮笔记', owner: 'ache', summary: '一次只改一个变量' },
  { slug: 'roasting-class', name: '许老师的烘焙课', owner: 'xulaoshi', summary: '讲给喝的人听的烘焙' },
  { slug: 'xumu-shop', name: '开店记', owner: 'xumu', summary: '一家二十平米的小店，从算账开始' },
] as const

export const corpus: readonly CorpusPost[] = [beginners, service, brewing, questions, places, more].flatMap(
  read,
)

/** Throws where the text is not written as said above. */
export function read(text: string): CorpusPost[] {
  const posts: CorpusPost[] = []
  for (const section of text.split(/^@@ /m).slice(1)) {
    const [where, ...rest] = section.split('\n')
    const [group, board] = where!.trim().split('/')
    if (!group || !board) throw new Error(`“@@ ${where}” names no board`)
    for (const block of rest.join('\n').split(/^=== /m).slice(1)) posts.push(readPost(block, group, board))
  }
  return posts
}

function readPost(block: string, group: string, board: string): CorpusPost {
  const [head, title, ...body] = block.trimEnd().split('\n')
  const [key, kind, by, daysAgo, flags = ''] = head!.split('|').map((each) => each.trim())
  if (!key || !kind || !by || !title || Number.isNaN(Number(daysAgo)))
    throw new Error(`“=== ${head}” is not a post`)
  const lines: string[] = []
  const comments: { by: string; text: string; accepted: boolean; replies: { by: string; text: string }[] }[] =
    []
  let poll: string[] = []
  let film = 0
  for (const line of body) {
    const said = /^([*-] | {2})(~|[a-z]+) (.+)$/.exec(line)
    if (line.startsWith('poll: ')) poll = line.slice(6).split(' / ')
    else if (line.startsWith('film: ')) film = Number(line.slice(6))
    else if (said && said[1] === '  ') comments.at(-1)!.replies.push({ by: said[2]!, text: said[3]! })
    else if (said) comments.push({ by: said[2]!, text: said[3]!, accepted: said[1] === '* ', replies: [] })
    else if (line.trim()) lines.push(line.trim())
  }
  const set = flags.split(' ')
  return {
    key,
    group,
    board,
    kind: kind as PostKind,
    by,
    daysAgo: Number(daysAgo),
    title: title.trim(),
    lines,
    poll,
    film,
    featured: set.includes('featured'),
    pinned: set.includes('pinned'),
    column: set.find((each) => each.startsWith('column='))?.slice(7) ?? '',
    comments,
  }
}

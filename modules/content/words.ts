/** What people wrote, taken apart: words, HTML, topics, people, links and files of a document. */
import { blocksOf } from '#base/html/blocks.ts'
import { type Document, filesOf, type Inline } from '#base/html/document.ts'
import { toPlainText } from '#base/html/plain-text.ts'
import { renderDocument } from '#base/html/render.ts'

export interface Words {
  readonly document: Document
  readonly html: string
  readonly plain: string
  /** Names of topics without the #, as written, each once. */
  readonly topics: readonly string[]
  /** Tokens of the members who are mentioned. */
  readonly mentions: readonly string[]
  readonly links: readonly string[]
  /** Tokens of pictures, films and files. */
  readonly files: readonly string[]
}

export function readWords(document: Document): Words {
  const topics = new Set<string>()
  const mentions = new Set<string>()
  const links = new Set<string>()
  const inline = (each: Inline): void => {
    if (each.type === 'hashtag') topics.add(each.attrs.tag)
    else if (each.type === 'mention') mentions.add(each.attrs.id)
    else if (each.type === 'text')
      for (const mark of each.marks ?? []) if (mark.type === 'link') links.add(mark.attrs.href)
  }
  for (const block of blocksOf(document)) {
    if (block.type === 'paragraph' || block.type === 'heading' || block.type === 'codeBlock')
      for (const each of block.content ?? []) inline(each)
    else if (block.type === 'linkCard') links.add(block.attrs.href)
  }
  return {
    document,
    html: String(renderDocument(document)),
    plain: toPlainText(document),
    topics: [...topics],
    mentions: [...mentions],
    links: [...links],
    files: filesOf(document),
  }
}

/** The first words for a list: one line, at most 200 characters, cut where a sentence allows it. */
export function excerptOf(plain: string, most = 200): string {
  const line = plain.replace(/\s+/g, ' ').trim()
  if (line.length <= most) return line
  const cut = [...line].slice(0, most).join('')
  const end = Math.max(...['。', '！', '？', '. ', '；'].map((mark) => cut.lastIndexOf(mark)))
  return end > most / 2 ? cut.slice(0, end + 1) : `${cut}…`
}

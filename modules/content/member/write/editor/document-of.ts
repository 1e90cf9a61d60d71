/**
 * What the editor holds as the document that is stored: known nodes with known attributes only, links that may
 * be linked, uploads that have arrived. What is still on its way or failed is left out.
 */
import type { Block, Document, Inline, Mark } from '#base/html/document.ts'
import { cleanLink } from '#base/html/link.ts'
import { cardId, cardKind, emojiText, fileToken, memberToken, topicName } from '#base/html/tokens.ts'
import type { Sent } from './uploads.ts'

/** A node as the editor gives it; nothing about it is certain. */
export interface Loose {
  readonly type?: string | undefined
  readonly attrs?: Readonly<Record<string, unknown>> | undefined
  readonly content?: readonly Loose[] | undefined
  readonly text?: string | undefined
  readonly marks?: readonly Loose[] | undefined
}

/** What became of an upload, by the name under which the editor knows it. */
export type SentOf = (upload: string) => Sent | undefined

export function documentOf(root: Loose, sentOf: SentOf = () => undefined): Document {
  const content = blocks(root.content, sentOf)
  let from = 0
  let to = content.length
  while (from < to && isBlank(content[from])) from++
  while (to > from && isBlank(content[to - 1])) to--
  return { type: 'doc', content: content.slice(from, to) }
}

const isBlank = (block: Block | undefined): boolean =>
  block?.type === 'paragraph' &&
  (block.content ?? []).every(
    (each) => each.type === 'hardBreak' || (each.type === 'text' && each.text.trim() === ''),
  )

/** Whether there is anything to send. */
export const isEmpty = (document: Document): boolean => document.content.length === 0

const blocks = (list: readonly Loose[] | undefined, sentOf: SentOf): Block[] =>
  (list ?? []).flatMap((each) => block(each, sentOf) ?? [])

const words = (value: unknown, most: number): string =>
  typeof value === 'string' ? value.slice(0, most).toWellFormed() : ''
const side = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isInteger(value) && value > 0 && value <= 20_000 ? value : undefined

function block(node: Loose, sentOf: SentOf): Block | undefined {
  const { attrs = {} } = node
  switch (node.type) {
    case 'paragraph':
      return withContent({ type: 'paragraph' }, node)
    case 'heading': {
      const level = attrs.level === 3 ? 3 : attrs.level === 4 ? 4 : 2
      return withContent({ type: 'heading', attrs: { level } }, node)
    }
    case 'codeBlock': {
      const language = words(attrs.language, 30)
      const content = inlines(node.content).map((each) =>
        each.type === 'text' ? { type: each.type, text: each.text } : each,
      )
      return {
        type: 'codeBlock',
        ...(/^[\w+#.-]{1,30}$/.test(language) ? { attrs: { language } } : {}),
        ...(content.length > 0 ? { content } : {}),
      }
    }
    case 'bulletList':
    case 'orderedList': {
      const content = (node.content ?? []).flatMap((item) =>
        item.type === 'listItem'
          ? [{ type: 'listItem' as const, content: blocks(item.content, sentOf) }]
          : [],
      )
      if (content.length === 0) return undefined
      if (node.type === 'bulletList') return { type: 'bulletList', content }
      const { start } = attrs
      const begins = typeof start === 'number' && Number.isInteger(start) && start > 1 && start <= 99_999
      return { type: 'orderedList', ...(begins ? { attrs: { start } } : {}), content }
    }
    case 'blockquote': {
      const content = blocks(node.content, sentOf)
      return content.length > 0 ? { type: 'blockquote', content } : undefined
    }
    case 'table': {
      const rows = (node.content ?? []).flatMap((row) => {
        const cells = (row.content ?? []).flatMap((cell) =>
          cell.type === 'tableCell' || cell.type === 'tableHeader'
            ? [{ type: cell.type as 'tableCell' | 'tableHeader', content: blocks(cell.content, sentOf) }]
            : [],
        )
        return cells.length > 0 ? [{ type: 'tableRow' as const, content: cells.slice(0, 20) }] : []
      })
      return rows.length > 0 ? { type: 'table', content: rows.slice(0, 200) } : undefined
    }
    case 'horizontalRule':
      return { type: 'horizontalRule' }
    default:
      return thing(node.type, attrs, sentOf)
  }
}

/** Pictures, films, files and cards. */
function thing(
  type: string | undefined,
  attrs: Readonly<Record<string, unknown>>,
  sentOf: SentOf,
): Block | undefined {
  const sent = typeof attrs.upload === 'string' && !attrs.file ? sentOf(attrs.upload) : undefined
  const file = words(attrs.file ?? sent?.file, 22)
  const width = side(attrs.width ?? sent?.width)
  const height = side(attrs.height ?? sent?.height)
  const extent = width && height ? { width, height } : {}
  const alt = words(attrs.alt, 300).trim()
  switch (type) {
    case 'image':
      return fileToken.test(file) ? { type, attrs: { file, ...(alt ? { alt } : {}), ...extent } } : undefined
    case 'video': {
      const duration = attrs.duration ?? sent?.duration
      const lasts = typeof duration === 'number' && duration >= 0 && duration <= 86_400 ? { duration } : {}
      return fileToken.test(file)
        ? { type, attrs: { file, ...(alt ? { alt } : {}), ...extent, ...lasts } }
        : undefined
    }
    case 'file': {
      const size = Number(attrs.size ?? sent?.size)
      const name = words(attrs.name, 200).trim()
      if (!fileToken.test(file) || !name || !Number.isSafeInteger(size) || size < 0) return undefined
      return { type, attrs: { file, name, size } }
    }
    case 'linkCard': {
      const href = cleanLink(attrs.href)
      const title = words(attrs.title, 200).trim()
      if (!href || !title) return undefined
      const summary = words(attrs.summary, 300).trim()
      const picture = words(attrs.picture, 22)
      return {
        type,
        attrs: {
          href,
          title,
          ...(summary ? { summary } : {}),
          ...(fileToken.test(picture) ? { picture } : {}),
        },
      }
    }
    case 'card': {
      const kind = words(attrs.kind, 20)
      const id = words(attrs.id, 18)
      return cardKind.test(kind) && cardId.test(id) ? { type, attrs: { kind, id } } : undefined
    }
    default:
      return undefined
  }
}

function withContent<B extends Block>(made: B, node: Loose): B {
  const content = inlines(node.content)
  return content.length > 0 ? { ...made, content } : made
}

const inlines = (list: readonly Loose[] | undefined): Inline[] =>
  (list ?? []).flatMap((each) => inline(each) ?? [])

function inline(node: Loose): Inline | undefined {
  const { attrs = {} } = node
  switch (node.type) {
    case 'text': {
      const text = (node.text ?? '').toWellFormed()
      if (text === '') return undefined
      const kept = (node.marks ?? []).flatMap((each) => mark(each) ?? [])
      return { type: 'text', text, ...(kept.length > 0 ? { marks: kept.slice(0, 5) } : {}) }
    }
    case 'hardBreak':
      return { type: 'hardBreak' }
    case 'mention': {
      const id = words(attrs.id, 64)
      const label = words(attrs.label, 60).trim()
      return memberToken.test(id) && label ? { type: 'mention', attrs: { id, label } } : undefined
    }
    case 'hashtag': {
      const tag = words(attrs.tag, 40)
      return topicName.test(tag) ? { type: 'hashtag', attrs: { tag } } : undefined
    }
    case 'emoji': {
      const emoji = words(attrs.emoji, 20)
      return emojiText.test(emoji) ? { type: 'emoji', attrs: { emoji } } : undefined
    }
    default:
      return undefined
  }
}

function mark(given: Loose): Mark | undefined {
  switch (given.type) {
    case 'bold':
    case 'italic':
    case 'strike':
    case 'code':
      return { type: given.type }
    case 'link': {
      const href = cleanLink(given.attrs?.href)
      return href ? { type: 'link', attrs: { href } } : undefined
    }
    default:
      return undefined
  }
}

/** Words of a dump as words of ours: bounded, whole, and without anything that points at what is not here. */
import { type Block, type Document, documentSchema, type Inline } from '#base/html/document.ts'
import { readWords, type Words } from '../words.ts'
import { htmlToDocument, textToDocument } from './html-document.ts'
import type { RefusalReason, Wording } from './record.ts'

export interface Known {
  /** Files that stand here, by token. */
  readonly files: ReadonlySet<string>
  /** Who somebody there became here: token by the token there. */
  readonly members: ReadonlyMap<string, string>
}

export const nothingKnown: Known = { files: new Set(), members: new Map() }

/** The words, or why they are not taken. */
export function takeWording(wording: Wording, known: Known = nothingKnown): Words | RefusalReason {
  const raw =
    wording.document ??
    (wording.html !== undefined ? htmlToDocument(wording.html) : textToDocument(wording.text ?? ''))
  const parsed = documentSchema.safeParse(raw)
  if (!parsed.success) return wording.document === undefined ? 'tooLong' : 'unreadable'
  const words = readWords({ type: 'doc', content: settle(parsed.data.content, known) })
  return words.plain.trim() === '' && words.files.length === 0 ? 'empty' : words
}

/** Pictures and people that are not here leave their words behind. */
function settle(blocks: Document['content'], known: Known): Block[] {
  return blocks.flatMap((block): Block[] => {
    switch (block.type) {
      case 'paragraph':
      case 'heading':
      case 'codeBlock':
        return [
          {
            ...block,
            ...(block.content ? { content: block.content.map((each) => settleInline(each, known)) } : {}),
          },
        ]
      case 'blockquote':
        return [{ ...block, content: settle(block.content, known) }]
      case 'bulletList':
      case 'orderedList':
        return [
          {
            ...block,
            content: block.content.map((item) => ({ ...item, content: settle(item.content, known) })),
          },
        ]
      case 'table':
        return [
          {
            ...block,
            content: block.content.map((row) => ({
              ...row,
              content: row.content.map((cell) => ({ ...cell, content: settle(cell.content, known) })),
            })),
          },
        ]
      case 'horizontalRule':
        return [block]
      case 'linkCard':
        return [block]
      case 'card':
        return []
      default:
        if (known.files.has(block.attrs.file)) return [block]
        return 'alt' in block.attrs && block.attrs.alt ? [paragraph(block.attrs.alt)] : []
    }
  })
}

const paragraph = (text: string): Block => ({ type: 'paragraph', content: [{ type: 'text', text }] })

function settleInline(each: Inline, known: Known): Inline {
  if (each.type !== 'mention') return each
  const token = known.members.get(each.attrs.id)
  return token
    ? { ...each, attrs: { ...each.attrs, id: token } }
    : { type: 'text', text: `@${each.attrs.label}` }
}

/** Documents without their form: for search, excerpts, notifications and mail. */
import type { Block, Document, Inline } from './document.ts'

/** One line for each block; marks are dropped, links keep their words. */
export function toPlainText(document: Document): string {
  return document.content
    .map(blockText)
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

function blockText(block: Block): string {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
    case 'codeBlock':
      return (block.content ?? []).map(inlineText).join('')
    case 'bulletList':
    case 'orderedList':
      return block.content.map((item) => `- ${item.content.map(blockText).join('\n  ')}`).join('\n')
    case 'blockquote':
      return block.content.map(blockText).join('\n')
    case 'image':
    case 'video':
      return block.attrs.alt ?? ''
    case 'file':
      return block.attrs.name
    case 'linkCard':
      return block.attrs.title
    case 'card':
    case 'horizontalRule':
      return ''
    case 'table':
      return block.content
        .map((row) => row.content.map((cell) => cell.content.map(blockText).join(' ')).join('\t'))
        .join('\n')
  }
}

function inlineText(inline: Inline): string {
  switch (inline.type) {
    case 'text':
      return inline.text
    case 'hardBreak':
      return '\n'
    case 'mention':
      return `@${inline.attrs.label}`
    case 'hashtag':
      return `#${inline.attrs.tag}`
    case 'emoji':
      return inline.attrs.emoji
  }
}

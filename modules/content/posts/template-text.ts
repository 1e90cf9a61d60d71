/** Templates as the team edits them: a paragraph a line, `## ` before a heading. Works in the browser too. */
import type { Document } from '#base/html/document.ts'
import { toPlainText } from '#base/html/plain-text.ts'

export const documentOfText = (text: string): Document => ({
  type: 'doc',
  content: text.split('\n').map((line) => {
    const words = line.trim()
    const heading = words.startsWith('## ')
    const said = heading ? words.slice(3).trim() : words
    const content = said === '' ? [] : [{ type: 'text' as const, text: said }]
    return heading ? { type: 'heading', attrs: { level: 2 }, content } : { type: 'paragraph', content }
  }),
})

export const textOfDocument = ({ content }: Document): string =>
  content
    .map((block) => {
      const text = toPlainText({ type: 'doc', content: [block] })
      return block.type === 'heading' ? `## ${text}` : text
    })
    .join('\n')

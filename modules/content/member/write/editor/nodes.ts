/** Our own kinds of nodes, as the document knows them. How they look while one writes is in `views.tsx`. */
import { mergeAttributes, Node, type NodeViewRenderer } from '@tiptap/core'
import { cleanLink } from '#base/html/link.ts'
import { documentOf } from './document-of.ts'

export interface Views {
  readonly image: NodeViewRenderer
  readonly video: NodeViewRenderer
  readonly file: NodeViewRenderer
  readonly linkCard: NodeViewRenderer
  readonly card: NodeViewRenderer
}

/**
 * A block that is one thing. It travels over the clipboard as its attributes in JSON; what comes back is judged like
 * everything else, so that a page that imitates us gains nothing.
 */
function thing(name: string, keys: readonly string[], view: NodeViewRenderer): Node {
  return Node.create({
    name,
    group: 'block',
    atom: true,
    draggable: true,
    selectable: true,
    addAttributes: () => Object.fromEntries(keys.map((key) => [key, { default: null, rendered: false }])),
    parseHTML: () => [
      {
        tag: `div[data-thing="${name}"]`,
        getAttrs: (element) => {
          const attrs = readAttrs(element.getAttribute('data-attrs'))
          // Still on its way, or a picture that came with pasted words.
          if (
            attrs &&
            !attrs.file &&
            typeof attrs.upload === 'string' &&
            /^u[\da-z]+-\d+$/.test(attrs.upload)
          )
            return Object.fromEntries(keys.map((key) => [key, attrs[key] ?? null]))
          const [known] = attrs ? documentOf({ content: [{ type: name, attrs }] }).content : []
          return known && 'attrs' in known && known.attrs ? { ...known.attrs } : false
        },
      },
    ],
    renderHTML: ({ node, HTMLAttributes }) => [
      'div',
      mergeAttributes(HTMLAttributes, { 'data-thing': name, 'data-attrs': JSON.stringify(node.attrs) }),
    ],
    addNodeView: () => view,
  })
}

function readAttrs(text: string | null): Record<string, unknown> | undefined {
  try {
    const read: unknown = JSON.parse(text ?? '')
    return typeof read === 'object' && read !== null ? (read as Record<string, unknown>) : undefined
  } catch {
    return undefined
  }
}

/** `upload`: the name under which its file is being sent; no part of what is stored. */
const extent = ['upload', 'file', 'alt', 'width', 'height']

/** A picture of somebody else's page becomes a link to it: pictures are uploaded or not shown. */
const pictureNode = (view: NodeViewRenderer) =>
  thing('image', extent, view).extend({
    markdownTokenName: 'image',
    parseMarkdown: (token, helpers) => {
      const href = cleanLink(token.href)
      const text = token.text || token.href || ''
      return href && text ? helpers.createTextNode(text, [{ type: 'link', attrs: { href } }]) : []
    },
  })

export const thingNodes = (views: Views): Node[] => [
  pictureNode(views.image),
  thing('video', [...extent, 'duration'], views.video),
  thing('file', ['upload', 'file', 'name', 'size'], views.file),
  thing('linkCard', ['href', 'title', 'summary', 'picture'], views.linkCard),
  thing('card', ['kind', 'id'], views.card),
]

/** Something in a line that is one piece: it is deleted whole. */
function piece(
  name: string,
  keys: readonly string[],
  text: (attrs: Record<string, unknown>) => string,
): Node {
  return Node.create({
    name,
    group: 'inline',
    inline: true,
    atom: true,
    selectable: false,
    addAttributes: () =>
      Object.fromEntries(
        keys.map((key) => [
          key,
          {
            default: '',
            parseHTML: (element: HTMLElement) => element.getAttribute(`data-${key}`) ?? '',
            renderHTML: (attrs: Record<string, unknown>) => ({ [`data-${key}`]: String(attrs[key] ?? '') }),
          },
        ]),
      ),
    parseHTML: () => [
      {
        tag: `span[data-piece="${name}"]`,
        getAttrs: (element) => {
          const attrs = Object.fromEntries(keys.map((key) => [key, element.getAttribute(`data-${key}`)]))
          const holds = documentOf({ content: [{ type: 'paragraph', content: [{ type: name, attrs }] }] })
          return holds.content.length > 0 ? null : false
        },
      },
    ],
    renderHTML: ({ node, HTMLAttributes }) => [
      'span',
      mergeAttributes(HTMLAttributes, { 'data-piece': name, class: `piece-${name}` }),
      text(node.attrs),
    ],
    renderText: ({ node }) => text(node.attrs),
  })
}

export const pieceNodes: Node[] = [
  piece('mention', ['id', 'label'], ({ label }) => `@${String(label)}`),
  piece('hashtag', ['tag'], ({ tag }) => `#${String(tag)}`),
  piece('emoji', ['emoji'], ({ emoji }) => String(emoji)),
]

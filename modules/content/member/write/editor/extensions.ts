/** Everything the editor knows. The same for posts and comments, so that words move between them. */
import { Extension, textblockTypeInputRule } from '@tiptap/core'
import { Heading } from '@tiptap/extension-heading'
import { TableKit } from '@tiptap/extension-table'
import { Placeholder } from '@tiptap/extensions'
import { StarterKit } from '@tiptap/starter-kit'
import { cleanLink } from '#base/html/link.ts'
import { type NamingList, namingExtension } from './naming.ts'
import { pieceNodes, thingNodes, type Views } from './nodes.ts'

export interface EditorSettings {
  readonly views: Views
  readonly list: NamingList
  readonly placeholder: string | (() => string)
  /** Ctrl or ⌘ with Enter. */
  readonly send: () => void
}

/** `#` is the heading of Markdown: the title stands elsewhere, so the largest here is the second. */
const OurHeading = Heading.extend({
  addInputRules() {
    return [
      { find: /^#{1,2}\s$/, level: 2 },
      { find: /^###\s$/, level: 3 },
      { find: /^####\s$/, level: 4 },
    ].map(({ find, level }) => textblockTypeInputRule({ find, type: this.type, getAttributes: { level } }))
  },
  parseMarkdown: (token, helpers) =>
    helpers.createNode(
      'heading',
      { level: Math.min(Math.max(token.depth ?? 2, 2), 4) },
      helpers.parseInline(token.tokens ?? []),
    ),
}).configure({ levels: [2, 3, 4] })

export const extensionsOf = ({ views, list, placeholder, send }: EditorSettings) => [
  Extension.create({
    name: 'sending',
    addKeyboardShortcuts: () => ({
      'Mod-Enter': () => {
        send()
        return true
      },
    }),
  }),
  StarterKit.configure({
    heading: false,
    underline: false,
    dropcursor: { class: 'drop-mark', color: 'currentColor' },
    link: {
      openOnClick: false,
      autolink: true,
      linkOnPaste: true,
      defaultProtocol: 'https',
      isAllowedUri: (uri) => cleanLink(uri) !== undefined,
      HTMLAttributes: { rel: null, target: null, class: null },
    },
  }),
  OurHeading,
  TableKit.configure({ table: { resizable: false } }),
  Placeholder.configure({ placeholder, showOnlyCurrent: false }),
  namingExtension(list),
  ...thingNodes(views),
  ...pieceNodes,
]

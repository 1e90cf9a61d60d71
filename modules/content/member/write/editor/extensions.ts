/** Everything the editor knows. The same for posts and comments, so that words move between them. */
import { Extension, textblockTypeInputRule } from '@tiptap/core'
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

/** `#` is the largest heading of Markdown; the title stands elsewhere, so the largest here is the second. */
const oneSign = Extension.create({
  name: 'oneSign',
  // Read before the heading of the kit, which knows no level of one sign.
  priority: 1_000,
  markdownTokenName: 'heading',
  parseMarkdown: (token, helpers) =>
    helpers.createNode(
      'heading',
      { level: Math.min(Math.max(token.depth ?? 2, 2), 4) },
      helpers.parseInline(token.tokens ?? []),
    ),
  addInputRules() {
    const { heading } = this.editor.schema.nodes
    return heading
      ? [textblockTypeInputRule({ find: /^#\s$/, type: heading, getAttributes: { level: 2 } })]
      : []
  },
})

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
    heading: { levels: [2, 3, 4] },
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
  oneSign,
  TableKit.configure({ table: { resizable: false } }),
  Placeholder.configure({ placeholder, showOnlyCurrent: false }),
  namingExtension(list),
  ...thingNodes(views),
  ...pieceNodes,
]

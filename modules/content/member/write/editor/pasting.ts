/** What happens to things that are pasted or dropped into the text. */
import type { Editor } from '@tiptap/core'
import type { EditorProps } from '@tiptap/pm/view'
import { cleanPasted, longestPaste, looksLikeMarkdown } from './pasted-html.ts'
import type { Uploads } from './uploads.ts'

interface Pasting {
  /** Set once the editor is there. */
  editor: Editor | null
  readonly props: Pick<EditorProps, 'handlePaste' | 'handleDrop' | 'transformPastedHTML'>
}

export function pasting({
  uploads,
  put,
  left,
}: {
  uploads: Uploads
  put: (files: readonly File[], at?: number) => void
  /** So many pictures of another site were left out. */
  left: (count: number) => void
}): Pasting {
  const state: Pasting = {
    editor: null,
    props: {
      handlePaste(view, event) {
        const { clipboardData } = event
        if (!clipboardData || view.state.selection.$from.parent.type.spec.code) return false
        const html = clipboardData.getData('text/html')
        const text = clipboardData.getData('text/plain')
        const files = [...clipboardData.files]
        // Office programs put a picture of the words beside the words.
        if (files.length > 0 && (text.trim() === '' || html === '')) {
          put(files)
          return true
        }
        if (html === '' && looksLikeMarkdown(text) && state.editor) {
          void insertMarkdown(state.editor, text)
          return true
        }
        return false
      },
      handleDrop(view, event, _slice, moved) {
        const files = [...(event.dataTransfer?.files ?? [])]
        if (moved || files.length === 0) return false
        event.preventDefault()
        put(files, view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos)
        return true
      },
      transformPastedHTML(html) {
        if (html.length > longestPaste) return ''
        const cleaned = cleanPasted(html, (picture, alt) =>
          uploads.start(picture, 'image', alt.slice(0, 60) || 'picture'),
        )
        if (cleaned.left > 0) left(cleaned.left)
        return cleaned.html
      },
    },
  }
  return state
}

let plainMarkdown = false

/** The reader of Markdown is loaded when the first is pasted. */
async function insertMarkdown(editor: Editor, text: string): Promise<void> {
  const { MarkdownManager } = await import('@tiptap/markdown')
  if (editor.isDestroyed) return
  const manager = new MarkdownManager({ extensions: editor.options.extensions })
  if (!plainMarkdown) {
    // Markdown may hold HTML; here it is words like others.
    manager.instance.use({ tokenizer: { html: () => undefined, tag: () => undefined } })
    plainMarkdown = true
  }
  const parsed = manager.parse(text.slice(0, 100_000))
  editor
    .chain()
    .focus()
    .insertContent(parsed.content ?? text)
    .run()
}

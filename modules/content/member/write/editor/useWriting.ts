/** One editor with all that belongs to it: uploads, naming, paste and drop. */
import type { Editor, JSONContent } from '@tiptap/core'
import { Selection } from '@tiptap/pm/state'
import { useEditor } from '@tiptap/react'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Document } from '#base/html/document.ts'
import { useT } from '#ui/locale/locale.tsx'
import { useToast } from '#ui/member/Toast.tsx'
import { writeWords as words } from '../write.words.ts'
import { documentOf } from './document-of.ts'
import { extensionsOf } from './extensions.ts'
import { openNaming } from './NamingPopup.tsx'
import { pasting } from './pasting.ts'
import { openUploads, type Uploads } from './uploads.ts'
import { views } from './views.tsx'
import { mostMegabytes, mostTogether, placeFiles, type Writing } from './writing.ts'

export interface Written {
  readonly editor: Editor
  readonly uploads: Uploads
  readonly naming: ReturnType<typeof openNaming>
  readonly writing: Writing
  /** What would be stored now. */
  readonly read: () => Document
  /** Sends files and shows them in the text. */
  readonly put: (files: readonly File[], at?: number) => void
  /** Why it cannot be sent yet, in words; undefined when it can. */
  readonly unready: () => string | undefined
}

export function useWriting({
  initial,
  placeholder,
  label,
  className,
  send,
  changed,
}: {
  initial?: Document | undefined
  placeholder: string | (() => string)
  label: string
  className: string
  send: () => void
  changed: () => void
}): Written {
  const t = useT()
  const tell = useToast()
  const [uploads] = useState(openUploads)
  const [naming] = useState(openNaming)
  const now = useRef({ send, changed, put: (_files: readonly File[], _at?: number) => {} })
  const [extensions] = useState(() =>
    extensionsOf({ views, list: naming, placeholder, send: () => now.current.send() }),
  )
  const [paste] = useState(() =>
    pasting({
      uploads,
      put: (files, at) => now.current.put(files, at),
      left: (count) => tell(t(words.picturesLeft, { count })),
    }),
  )
  const editor = useEditor({
    extensions,
    // A page without a paragraph has no place for the first word.
    content: initial && initial.content.length > 0 ? (initial as JSONContent) : null,
    shouldRerenderOnTransaction: false,
    // Our style policy takes no style that a script puts in; write.css says the same.
    injectCSS: false,
    // What a stored document holds and this editor does not know is left out, not an empty page.
    enableContentCheck: false,
    editorProps: {
      attributes: {
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': label,
        class: className,
        spellcheck: 'false',
      },
      ...paste.props,
    },
    onCreate: ({ editor: made }) => beginAtWords(made),
    onUpdate: () => now.current.changed(),
  })
  paste.editor = editor

  const put = useCallback(
    (files: readonly File[], at?: number) => {
      if (files.length > mostTogether) tell(t(words.filesTogether, { most: mostTogether }), 'bad')
      for (const { why, file, kind } of placeFiles(editor, uploads, files.slice(0, mostTogether), at))
        tell(t(words[why], { name: file.name, most: mostMegabytes[kind] }), 'bad')
    },
    [editor, uploads, tell, t],
  )
  const unready = useCallback(() => {
    const shown = shownUploads(editor)
    const open = uploads.open().filter(({ name }) => shown.has(name))
    if (open.some(({ state }) => state === 'failed')) return t(words.someFailed)
    return open.length > 0 ? t(words.stillSending, { count: open.length }) : undefined
  }, [editor, uploads, t])
  const read = useCallback(
    () => documentOf(editor.getJSON(), (name) => uploads.get(name)?.sent),
    [editor, uploads],
  )
  useEffect(() => {
    now.current = { send, changed, put }
  })
  useEffect(() => uploads.subscribe(() => now.current.changed()), [uploads])
  useEffect(() => () => uploads.close(), [uploads])
  return { editor, uploads, naming, writing: { uploads, tell }, read, put, unready }
}

/** Where a text begins with a picture, that picture would be chosen, and the first key would replace it. */
function beginAtWords(editor: Editor): void {
  const { doc, tr } = editor.state
  const words = Selection.findFrom(doc.resolve(0), 1, true)
  if (words) editor.view.dispatch(tr.setSelection(words))
}

function shownUploads(editor: Editor): ReadonlySet<string> {
  const names = new Set<string>()
  editor.state.doc.descendants((node) => {
    const { upload } = node.attrs
    if (typeof upload === 'string') names.add(upload)
  })
  return names
}

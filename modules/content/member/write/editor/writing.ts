/** What the parts around one editor share. */
import type { Editor } from '@tiptap/core'
import { createContext, useContext, useSyncExternalStore } from 'react'
import { newKey } from '#ui/api.ts'
import type { SentKind, Upload, Uploads } from './uploads.ts'

export interface Writing {
  readonly uploads: Uploads
  /** Tells the person something short. */
  readonly tell: (text: string, tone?: 'good' | 'bad') => void
}

export const WritingContext = createContext<Writing | undefined>(undefined)

export function useWritingParts(): Writing {
  const writing = useContext(WritingContext)
  if (!writing) throw new Error('WritingContext is missing above this component')
  return writing
}

/** The upload of that name as it is now. */
export function useUpload(uploads: Uploads, name: unknown): Upload | undefined {
  return useSyncExternalStore(uploads.subscribe, () =>
    typeof name === 'string' ? uploads.get(name) : undefined,
  )
}

/** How large each kind may be, in MB; the server says the same. */
export const mostMegabytes: Record<SentKind, number> = { image: 15, video: 200, file: 20 }
export const mostTogether = 20

const pictures = new Set(['image/jpeg', 'image/png', 'image/webp'])
const films = new Set(['video/mp4', 'video/webm', 'video/quicktime'])

export const kindOf = (file: File): SentKind =>
  pictures.has(file.type) ? 'image' : films.has(file.type) ? 'video' : 'file'

export type Refused = {
  readonly why: 'pictureType' | 'fileTooLarge'
  readonly file: File
  readonly kind: SentKind
}

/** Sends files and puts them where the cursor is, or at `at`. Answers those that were not taken. */
export function placeFiles(
  editor: Editor,
  uploads: Uploads,
  files: readonly File[],
  at?: number,
): readonly Refused[] {
  const refused: Refused[] = []
  const nodes = files.flatMap((file) => {
    const kind = kindOf(file)
    // Every other picture would be stored as something to download, which nobody means.
    if (kind === 'file' && file.type.startsWith('image/')) {
      refused.push({ why: 'pictureType', file, kind })
      return []
    }
    if (file.size > mostMegabytes[kind] * 1024 * 1024) {
      refused.push({ why: 'fileTooLarge', file, kind })
      return []
    }
    const name = file.name || `${kind}-${newKey().slice(0, 6)}`
    const upload = uploads.start(file, kind, name)
    return [{ type: kind, attrs: kind === 'file' ? { upload, name, size: file.size } : { upload } }]
  })
  if (nodes.length > 0) {
    const chain = editor.chain().focus()
    const last = { type: 'paragraph' }
    if (at === undefined) chain.insertContent([...nodes, last]).run()
    else chain.insertContentAt(at, nodes).run()
  }
  return refused
}

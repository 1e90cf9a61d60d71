/** Everything that opens over the composer; loaded when the first of it opens. */
import type { Editor } from '@tiptap/core'
import type { Document } from '#base/html/document.ts'
import { useT } from '#ui/locale/locale.tsx'
import { Sheet } from '#ui/member/Sheet.tsx'
import { BoardSheet } from './BoardSheet.tsx'
import type { ComposerOpens } from './Composer.tsx'
import { DraftsSheet } from './DraftsSheet.tsx'
import type { DraftWords } from './drafts.ts'
import { EmojiPicker } from './editor/EmojiPicker.tsx'
import { LinkSheet } from './editor/LinkSheet.tsx'
import { PreviewSheet } from './PreviewSheet.tsx'
import { SettingsSheet } from './SettingsSheet.tsx'
import { ThingSheet } from './ThingSheet.tsx'
import type { Board } from './write.queries.ts'
import { writeWords } from './write.words.ts'

export default function ComposerSheets({
  open,
  close,
  editor,
  boards,
  words,
  read,
  editing,
  chooseBoard,
  settle,
  columnId,
  publishAt,
}: {
  open: ComposerOpens
  close: () => void
  editor: Editor
  boards: readonly Board[]
  words: DraftWords
  read: () => Document
  editing: boolean
  chooseBoard: (board: Board) => void
  settle: (more: { columnId?: string | null; publishAt?: string | null }) => void
  columnId: string | null
  publishAt: string | null
}) {
  const t = useT()
  /** After the sheet has given the focus back. */
  const put = (content: object | string) => {
    close()
    setTimeout(() => editor.chain().focus().insertContent(content).run(), 0)
  }
  switch (open) {
    case 'board':
      return <BoardSheet boards={boards} chosen={words.boardId} choose={chooseBoard} close={close} />
    case 'settings':
      return (
        <SettingsSheet
          columnId={columnId}
          publishAt={publishAt}
          articles={words.kind === 'article'}
          scheduling={!editing}
          change={settle}
          close={close}
        />
      )
    case 'preview':
      return <PreviewSheet title={words.title} document={read()} close={close} />
    case 'drafts':
      return <DraftsSheet close={close} />
    case 'thing':
      return (
        <ThingSheet
          close={close}
          choose={({ kind, id }) => put([{ type: 'card', attrs: { kind, id } }, { type: 'paragraph' }])}
        />
      )
    case 'link':
      return <LinkSheet editor={editor} open close={close} cards />
    case 'emoji':
      return (
        <Sheet open close={close} title={t(writeWords.emoji)}>
          <EmojiPicker choose={put} />
        </Sheet>
      )
  }
}

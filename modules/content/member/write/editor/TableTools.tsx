/** What one does inside a table. */
import type { Editor } from '@tiptap/core'
import { useT } from '#ui/locale/locale.tsx'
import { writeWords as words } from '../write.words.ts'

export function TableTools({ editor }: { editor: Editor }) {
  const t = useT()
  const chain = () => editor.chain().focus()
  const acts = [
    [words.addRow, () => chain().addRowAfter().run()],
    [words.addColumn, () => chain().addColumnAfter().run()],
    [words.removeRow, () => chain().deleteRow().run()],
    [words.removeColumn, () => chain().deleteColumn().run()],
    [words.removeTable, () => chain().deleteTable().run()],
  ] as const
  return (
    <div className="flex overflow-x-auto border-t border-line-soft px-1 pt-1 [scrollbar-width:none]">
      {acts.map(([label, act]) => (
        <button
          key={label.en}
          type="button"
          onPointerDown={(event) => event.preventDefault()}
          onClick={act}
          className="min-h-10 shrink-0 rounded-[9px] px-2.5 text-[14px] leading-5 text-ink hover:bg-soft [@media(pointer:coarse)]:min-h-11"
        >
          {t(label)}
        </button>
      ))}
    </div>
  )
}

/** Where it goes: the boards one may post on, by group. */
import { useState } from 'react'
import { useT } from '#ui/locale/locale.tsx'
import { Glyph } from '#ui/member/Glyph.tsx'
import { Sheet } from '#ui/member/Sheet.tsx'
import { composeWords as words } from './compose.words.ts'
import type { Board } from './write.queries.ts'

export function BoardSheet({
  boards,
  chosen,
  choose,
  close,
}: {
  boards: readonly Board[]
  chosen: string | null
  choose: (board: Board) => void
  close: () => void
}) {
  const t = useT()
  const [text, setText] = useState('')
  const wanted = text.trim().toLowerCase()
  const found = boards.filter(({ name, group }) => `${group.name} ${name}`.toLowerCase().includes(wanted))
  const groups = Map.groupBy(found, ({ group }) => group.slug)
  return (
    <Sheet open close={close} title={t(words.chooseBoard)}>
      {boards.length > 8 ? (
        <input
          type="search"
          aria-label={t(words.findBoard)}
          placeholder={t(words.findBoard)}
          value={text}
          onChange={(event) => setText(event.target.value)}
          className="mb-3 block min-h-11 w-full rounded-[10px] border border-line-strong bg-card px-3.5 text-[16px] placeholder:text-muted"
        />
      ) : null}
      <div className="grid gap-4">
        {[...groups.values()].map((list) => (
          <section key={list[0]?.group.slug} aria-label={list[0]?.group.name}>
            <h3 className="pb-1 text-[13px] leading-5 text-muted">{list[0]?.group.name}</h3>
            <ul>
              {list.map((board) => (
                <li key={board.id}>
                  <button
                    type="button"
                    aria-pressed={board.id === chosen}
                    onClick={() => choose(board)}
                    className="flex min-h-12 w-full items-center gap-3 rounded-[10px] px-3 py-2 text-left hover:bg-soft"
                  >
                    <span className="min-w-0 flex-1">
                      <span className="block text-[15px] leading-6">{board.name}</span>
                      {board.summary ? (
                        <span className="block truncate text-[13px] leading-5 text-muted">
                          {board.summary}
                        </span>
                      ) : null}
                    </span>
                    {board.id === chosen ? <Glyph name="check" className="text-pine" /> : null}
                  </button>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Sheet>
  )
}

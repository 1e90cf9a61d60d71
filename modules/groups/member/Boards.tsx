/** The boards of a group: what each is for, what belongs there, and who may post. */
import Lock from 'lucide-react/icons/lock'
import { useT } from '#ui/locale/locale.tsx'
import { Card } from '#ui/member/Card.tsx'
import type { Board } from './groups.queries.ts'
import { words } from './groups.words.ts'

export function BoardList({ boards, choose }: { boards: readonly Board[]; choose: (id: string) => void }) {
  const t = useT()
  if (boards.length === 0) return null
  return (
    <Card title={t(words.boards)} flush>
      <ul className="divide-y divide-line-soft pt-1.5">
        {boards.map((board) => (
          <li key={board.id}>
            <button
              type="button"
              onClick={() => choose(board.id)}
              className="flex min-h-[60px] w-full items-center gap-3 px-4 py-2.5 text-left hover:bg-soft"
            >
              <span className="min-w-0 flex-1">
                <span className="block text-[15px] leading-6 font-medium">{board.name}</span>
                {board.summary ? (
                  <span className="block text-[14px] leading-[21px] text-muted">{board.summary}</span>
                ) : null}
              </span>
              <Posting board={board} />
            </button>
          </li>
        ))}
      </ul>
    </Card>
  )
}

export function BoardCard({ board }: { board: Board }) {
  const t = useT()
  return (
    <Card title={board.name} aside={<Posting board={board} />}>
      {board.summary ? <p className="mt-1 text-[15px] leading-6 text-pretty">{board.summary}</p> : null}
      {board.rules ? (
        <>
          <h3 className="mt-3 text-[14px] leading-5 font-semibold">{t(words.boardRules)}</h3>
          <p className="mt-1 max-w-[42em] text-[14px] leading-[22px] whitespace-pre-line text-muted text-pretty">
            {board.rules}
          </p>
        </>
      ) : null}
    </Card>
  )
}

function Posting({ board }: { board: Board }) {
  const t = useT()
  const closed = !board.may.includes('see')
  return (
    <span className="inline-flex shrink-0 items-center gap-1 text-[13px] leading-5 text-muted">
      {closed ? <Lock size={14} aria-hidden /> : null}
      {closed ? t(words.membersOnly) : board.posting}
    </span>
  )
}

/** What one began and has not sent, on whatever device. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import Trash from 'lucide-react/icons/trash-2'
import { api } from '#ui/api.ts'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { ask } from '#ui/member/ask.ts'
import { ErrorCard } from '#ui/member/ErrorCard.tsx'
import { Sheet } from '#ui/member/Sheet.tsx'
import { Skeleton } from '#ui/member/Skeleton.tsx'
import { useToast } from '#ui/member/Toast.tsx'
import { composeWords as words } from './compose.words.ts'
import { draftsQuery } from './write.queries.ts'

export function DraftsSheet({ close }: { close: () => void }) {
  const t = useT()
  const { ago } = useFormat()
  const tell = useToast()
  const client = useQueryClient()
  const { data, error, isPending, refetch } = useQuery(draftsQuery)
  const drop = async (id: string) => {
    try {
      await ask(api.DELETE('/api/member/drafts/{id}', { params: { path: { id } } }))
      await client.invalidateQueries({ queryKey: draftsQuery.queryKey })
    } catch (problem) {
      tell((problem as Error).message, 'bad')
    }
  }
  return (
    <Sheet open close={close} title={t(words.draftsTitle)}>
      {isPending ? <Skeleton lines={3} /> : null}
      {error ? <ErrorCard error={error} retry={() => void refetch()} /> : null}
      {data?.items.length === 0 ? (
        <p className="py-8 text-center text-[14px] text-muted">{t(words.draftsEmpty)}</p>
      ) : null}
      <ul className="divide-y divide-line-soft">
        {(data?.items ?? []).map((draft) => (
          <li key={draft.id} className="flex items-center gap-1">
            <Link
              to={draft.postId ? '/posts/$id/edit' : '/write'}
              {...(draft.postId ? { params: { id: draft.postId } } : { search: { draft: Number(draft.id) } })}
              onClick={close}
              className="min-h-14 min-w-0 flex-1 rounded-[10px] px-2 py-2.5 hover:bg-soft"
            >
              <span className="block truncate text-[15px] leading-6">
                {draft.title || draft.excerpt || t(words.untitled)}
              </span>
              <span className="block truncate text-[13px] leading-5 text-muted">
                {[draft.postId ? t(words.draftOf) : t(words[draft.kind]), ago(draft.updatedAt), draft.device]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </Link>
            <button
              type="button"
              aria-label={t(words.draftDrop)}
              onClick={() => void drop(draft.id)}
              className="grid size-11 shrink-0 place-items-center rounded-[10px] text-muted hover:bg-bad-soft hover:text-bad-text"
            >
              <Trash size={18} aria-hidden />
            </button>
          </li>
        ))}
      </ul>
    </Sheet>
  )
}

import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import X from 'lucide-react/icons/x'
import { api } from '#ui/api.ts'
import { useT } from '#ui/locale/locale.tsx'
import { ask } from '#ui/member/ask.ts'
import { Card } from '#ui/member/Card.tsx'
import { useToast } from '#ui/member/Toast.tsx'
import { words } from './data.messages.ts'
import { ownTagsQuery } from './data.queries.ts'

/** The tags one carries, each deleted with one tap and for good (算法推荐规定 17). */
export function TagsCard() {
  const t = useT()
  const tell = useToast()
  const client = useQueryClient()
  const { data } = useSuspenseQuery(ownTagsQuery)
  const remove = useMutation({
    mutationFn: ({ id }: { id: string; name: string }) =>
      ask(api.DELETE('/api/member/tags/{id}', { params: { path: { id } } })),
    onSuccess: (_, { name }) => tell(t(words.tagRemoved, { name })),
    onError: (error) => tell(error.message, 'bad'),
    onSettled: () => client.invalidateQueries({ queryKey: ownTagsQuery.queryKey }),
  })
  return (
    <Card title={t(words.tags)}>
      <p className="mt-1 text-[14px] leading-[22px] text-muted">{t(words.tagsAbout)}</p>
      {data.items.length === 0 ? (
        <p className="py-3 text-[15px] leading-6">{t(words.noTags)}</p>
      ) : (
        <ul className="flex flex-wrap gap-2 pt-3 pb-1">
          {data.items.map((tag) => (
            <li
              key={tag.id}
              className="inline-flex items-center rounded-full bg-pine-soft pl-3.5 text-[15px] leading-6 text-pine"
            >
              {tag.name}
              {tag.source === 'rule' ? (
                <small className="ml-1.5 text-[12px] text-muted">{t(words.byRule)}</small>
              ) : null}
              <button
                type="button"
                aria-label={t(words.removeTag, { name: tag.name })}
                onClick={() => remove.mutate({ id: tag.id, name: tag.name })}
                className="grid size-11 place-items-center rounded-full"
              >
                <X size={16} aria-hidden />
              </button>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

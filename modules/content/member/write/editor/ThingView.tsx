/** A product or another thing in what one writes, as its readers will see it. */
import { useQuery } from '@tanstack/react-query'
import { useT } from '#ui/locale/locale.tsx'
import { thingQuery } from '../write.queries.ts'
import { writeWords as words } from '../write.words.ts'

export function ThingView({ kind, id }: { kind: string; id: string }) {
  const t = useT()
  const { data, isPending } = useQuery(thingQuery(kind, id))
  const card = data?.items[0]
  return (
    <div className="flex min-h-20 items-center gap-3.5 rounded-[10px] border border-line bg-card p-3 md:pr-36">
      {card?.pictureUrl ? (
        <img src={card.pictureUrl} alt="" className="size-16 shrink-0 rounded-[8px] bg-soft object-cover" />
      ) : (
        <span className="size-16 shrink-0 rounded-[8px] bg-soft" />
      )}
      <span className="min-w-0 flex-1">
        <strong className="block truncate text-[15px] leading-6 font-medium">
          {card?.title ?? (isPending ? '…' : t(words.thingGone))}
        </strong>
        {card?.note ? (
          <span className="block truncate text-[13px] leading-5 text-muted">{card.note}</span>
        ) : null}
        {card?.price ? <span className="text-[15px] leading-6">{card.price}</span> : null}
      </span>
    </div>
  )
}

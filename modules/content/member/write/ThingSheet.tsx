/** Choosing a product or another thing to show. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useT } from '#ui/locale/locale.tsx'
import { Sheet } from '#ui/member/Sheet.tsx'
import { Skeleton } from '#ui/member/Skeleton.tsx'
import { composeWords as words } from './compose.words.ts'
import { thingsQuery } from './write.queries.ts'

export function ThingSheet({
  choose,
  close,
}: {
  choose: (thing: { kind: string; id: string }) => void
  close: () => void
}) {
  const t = useT()
  const [kind, setKind] = useState('')
  const [text, setText] = useState('')
  const [settled, settle] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => settle(text), 200)
    return () => clearTimeout(timer)
  }, [text])
  const { data, isPending } = useQuery({ ...thingsQuery(kind, settled), placeholderData: keepPreviousData })
  return (
    <Sheet open close={close} title={t(words.thingChoose)}>
      {(data?.kinds.length ?? 0) > 1 ? (
        <div className="flex gap-2 pb-3">
          {data?.kinds.map((one, at) => {
            const on = kind === one.kind || (kind === '' && at === 0)
            return (
              <button
                key={one.kind}
                type="button"
                aria-pressed={on}
                onClick={() => setKind(one.kind)}
                className={`min-h-11 rounded-full border px-4 text-[14px] ${on ? 'border-pine bg-pine-soft text-pine' : 'border-line'}`}
              >
                {one.label}
              </button>
            )
          })}
        </div>
      ) : null}
      <input
        type="search"
        aria-label={t(words.thingFind)}
        placeholder={t(words.thingFind)}
        value={text}
        onChange={(event) => setText(event.target.value)}
        className="block min-h-11 w-full rounded-[10px] border border-line-strong bg-card px-3.5 text-[16px] placeholder:text-muted"
      />
      <div className="min-h-40 pt-2">
        {isPending ? <Skeleton lines={3} /> : null}
        <ul>
          {(data?.items ?? []).map((thing) => (
            <li key={`${thing.kind}-${thing.id}`}>
              <button
                type="button"
                onClick={() => choose(thing)}
                className="flex min-h-16 w-full items-center gap-3 rounded-[10px] px-2 py-2 text-left hover:bg-soft"
              >
                {thing.pictureUrl ? (
                  <img
                    src={thing.pictureUrl}
                    alt=""
                    width={48}
                    height={48}
                    className="size-12 rounded-[8px] object-cover"
                  />
                ) : (
                  <span className="size-12 rounded-[8px] bg-soft" />
                )}
                <span className="min-w-0 flex-1">
                  <span className="block truncate text-[15px] leading-6">{thing.title}</span>
                  <span className="block truncate text-[13px] leading-5 text-muted">{thing.note}</span>
                </span>
                {thing.price ? (
                  <span className="shrink-0 text-[15px] text-clay-text">{thing.price}</span>
                ) : null}
              </button>
            </li>
          ))}
        </ul>
        {data && data.items.length === 0 ? (
          <p className="py-8 text-center text-[14px] text-muted">{t(words.thingNone)}</p>
        ) : null}
      </div>
    </Sheet>
  )
}

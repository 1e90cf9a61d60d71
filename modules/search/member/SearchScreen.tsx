/** Search: what was typed and how it is narrowed stand in the address, so that a result can be shared. */
import { useNavigate, useSearch } from '@tanstack/react-router'
import Search from 'lucide-react/icons/search'
import { useEffect, useState } from 'react'
import { useT } from '#ui/locale/locale.tsx'
import { Button } from '#ui/member/Button.tsx'
import { Empty } from '#ui/member/Empty.tsx'
import { Found } from './Found.tsx'
import { forgetRecent, keepRecent, readRecent } from './recent.ts'
import { SearchBox } from './SearchBox.tsx'
import type { Narrowing } from './search.queries.ts'
import { words } from './search.words.ts'

const text = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number' ? String(value).trim() || undefined : undefined
const oneOf = <T extends string>(value: unknown, of: readonly T[]): T | undefined =>
  of.find((each) => each === value)

function readAddress(asked: Record<string, unknown>) {
  const narrowing: Narrowing = {
    source: oneOf(asked.source, ['posts', 'topics', 'groups', 'members', 'help'] as const),
    kind: text(asked.kind),
    time: oneOf(asked.time, ['day', 'week', 'month', 'year'] as const),
    solved: oneOf(asked.solved, ['yes', 'no'] as const),
    sort: oneOf(asked.sort, ['newest'] as const),
  }
  const set = Object.fromEntries(Object.entries(narrowing).filter(([, value]) => value !== undefined))
  return { q: text(asked.q)?.slice(0, 100) ?? '', narrowing: set as Narrowing }
}

export default function SearchScreen() {
  const t = useT()
  const go = useNavigate()
  const { q, narrowing } = readAddress(useSearch({ strict: false }) as Record<string, unknown>)
  const show = (next: { q?: string; narrowing?: Narrowing }) =>
    void go({
      to: '/search',
      search: { q: next.q ?? q, ...(next.narrowing ?? narrowing) } as never,
      // Narrowing is not a step that one goes back from.
      replace: next.q === undefined,
    })
  useEffect(() => {
    if (q) keepRecent(q)
  }, [q])
  return (
    <div className="mx-auto max-w-[720px] pt-1 md:pt-3">
      <h1 className="sr-only" tabIndex={-1}>
        {t(words.submit)}
      </h1>
      <SearchBox q={q} search={(next) => show({ q: next })} />
      {q ? (
        <Found key={q} q={q} narrowing={narrowing} narrow={(next) => show({ narrowing: next })} />
      ) : (
        <Start choose={(next) => show({ q: next })} />
      )}
    </div>
  )
}

function Start({ choose }: { choose: (q: string) => void }) {
  const t = useT()
  const [recent, setRecent] = useState(readRecent)
  if (recent.length === 0)
    return (
      <div className="pt-6">
        <Empty icon={<Search size={22} aria-hidden />} title={t(words.startTitle)}>
          {t(words.startBody)}
        </Empty>
      </div>
    )
  return (
    <section aria-labelledby="recent" className="pt-5">
      <div className="flex items-center gap-3 pb-1.5">
        <h2 id="recent" className="text-[15px] leading-6 font-semibold">
          {t(words.recent)}
        </h2>
        <span className="min-w-0 flex-1 truncate text-[13px] text-muted">{t(words.recentNote)}</span>
        <Button
          look="quiet"
          onClick={() => {
            forgetRecent()
            setRecent([])
          }}
        >
          {t(words.forget)}
        </Button>
      </div>
      <ul className="flex flex-wrap gap-2">
        {recent.map((each) => (
          <li key={each} className="max-w-full">
            <button
              type="button"
              onClick={() => choose(each)}
              className="min-h-11 max-w-full truncate rounded-full border border-line bg-card px-4 text-[15px] hover:bg-soft"
            >
              {each}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What was found, by where it was found; and what to do when nothing was. */
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useT } from '#ui/locale/locale.tsx'
import { Button, buttonClass } from '#ui/member/Button.tsx'
import { Card } from '#ui/member/Card.tsx'
import { Empty } from '#ui/member/Empty.tsx'
import { ErrorCard } from '#ui/member/ErrorCard.tsx'
import { Glyph } from '#ui/member/Glyph.tsx'
import { Skeleton } from '#ui/member/Skeleton.tsx'
import { useSession } from '#ui/member/session.ts'
import { Tabs } from '#ui/member/Tabs.tsx'
import { Filters } from './Filters.tsx'
import { HitView } from './HitView.tsx'
import { type Hit, type Narrowing, type SearchPage, searchQuery, tellOpened } from './search.queries.ts'
import { words } from './search.words.ts'

type Source = 'all' | 'posts' | 'topics' | 'groups' | 'members' | 'help'
/** As many as the server counts. */
const most = 500

export function Found({
  q,
  narrowing,
  narrow,
}: {
  q: string
  narrowing: Narrowing
  narrow: (next: Narrowing) => void
}) {
  const t = useT()
  const { member } = useSession()
  const sources: readonly Source[] = [
    'all',
    'posts',
    'topics',
    'groups',
    ...(member ? (['members'] as const) : []),
    'help',
  ]
  const source = sources.find((each) => each === narrowing.source) ?? 'all'
  const { data, error, isPending, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } =
    useInfiniteQuery(searchQuery(q, narrowing))
  const first = data?.pages[0]
  const items = data?.pages.flatMap((page) => page.items) ?? []
  const { source: _, ...filters } = narrowing
  const narrowed = Object.keys(filters).some((name) => name !== 'sort')
  return (
    <div className="pt-2">
      <Tabs<Source>
        label={t(words.where)}
        value={source}
        options={sources.map((value) => ({ value, label: t(words[value]) }))}
        // Filters fit posts only.
        choose={(next) =>
          narrow(
            next === 'all' ? filters : next === 'posts' ? { ...filters, source: next } : { source: next },
          )
        }
      >
        {source === 'all' || source === 'posts' ? (
          <Filters kinds={first?.kinds ?? []} narrowing={narrowing} narrow={narrow} />
        ) : null}
        {isPending ? (
          <div className="grid gap-3 pt-2">
            <Skeleton lines={3} />
            <Skeleton lines={3} />
          </div>
        ) : null}
        {!isPending && !data ? <ErrorCard error={error} retry={() => void refetch()} /> : null}
        {first ? (
          <>
            <Note q={q} page={first} />
            {first.sources.map((each) => (
              <Beside key={each.name} q={q} of={each} narrow={narrow} />
            ))}
            {items.length > 0 ? <List q={q} items={items} /> : null}
            {items.length === 0 && first.sources.every((each) => each.items.length === 0) ? (
              <Nothing
                q={q}
                page={first}
                narrowed={narrowed}
                drop={() => narrow(source === 'all' ? {} : { source })}
              />
            ) : null}
            {hasNextPage ? (
              <div className="pt-4">
                <Button wide sending={isFetchingNextPage} onClick={() => void fetchNextPage()}>
                  {t(words.more)}
                </Button>
              </div>
            ) : null}
          </>
        ) : null}
      </Tabs>
    </div>
  )
}

/** How many there are, and what was searched instead of what was typed. */
function Note({ q, page }: { q: string; page: SearchPage }) {
  const t = useT()
  const some = page.items.length > 0
  const lines = [
    page.meant && page.meant !== q ? t(words.meant, { meant: page.meant }) : '',
    some && page.unknown.length > 0 ? t(words.unknown, { words: page.unknown.join('」「') }) : '',
  ].filter(Boolean)
  return (
    <p role="status" className="flex flex-wrap gap-x-3 pt-1 pb-2 text-[13px] leading-5 text-muted">
      {some ? (
        <span>
          {t(page.total >= most ? words.foundMany : words.found, { count: Math.min(page.total, most) })}
        </span>
      ) : null}
      {lines.map((line) => (
        <span key={line} className="text-wheat-text">
          {line}
        </span>
      ))}
    </p>
  )
}

function Beside({
  q,
  of,
  narrow,
}: {
  q: string
  of: SearchPage['sources'][number]
  narrow: (next: Narrowing) => void
}) {
  const t = useT()
  if (of.items.length === 0) return null
  return (
    <section aria-label={of.label} className="mb-3 overflow-hidden rounded-card border border-line bg-card">
      <div className="flex items-center justify-between pt-2 pr-1 pl-4">
        <h2 className="text-[14px] leading-5 font-semibold text-muted">{of.label}</h2>
        {of.total > of.items.length ? (
          <button
            type="button"
            onClick={() => narrow({ source: of.name })}
            className="min-h-11 rounded-[10px] px-3 text-[14px] text-pine hover:bg-soft"
          >
            {t(words.allOf, { what: of.label })}
          </button>
        ) : (
          <span className="h-9" />
        )}
      </div>
      <ul className="divide-y divide-line-soft">
        {of.items.map((hit, index) => (
          <li key={hit.id}>
            <HitView hit={hit} opened={() => tellOpened(q, index + 1, hit.source)} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function List({ q, items }: { q: string; items: readonly Hit[] }) {
  return (
    <ol className="divide-y divide-line-soft overflow-hidden rounded-card border border-line bg-card">
      {items.map((hit, index) => (
        <li key={hit.id} className="[contain-intrinsic-size:auto_112px] [content-visibility:auto]">
          <HitView hit={hit} opened={() => tellOpened(q, index + 1, hit.source)} />
        </li>
      ))}
    </ol>
  )
}

function Nothing({
  q,
  page,
  narrowed,
  drop,
}: {
  q: string
  page: SearchPage
  narrowed: boolean
  drop: () => void
}) {
  const t = useT()
  const { member } = useSession()
  const icon = <Glyph name="speech" size={22} />
  if (narrowed)
    return (
      <Card>
        <Empty
          icon={icon}
          title={t(words.nothingNarrowed)}
          action={<Button onClick={drop}>{t(words.dropFilters)}</Button>}
        />
      </Card>
    )
  return (
    <>
      <Card>
        <Empty
          icon={icon}
          title={t(words.nothing, { q })}
          action={
            member ? (
              <Link
                to="/write"
                search={{ kind: 'question', title: q } as never}
                className={buttonClass('solid')}
              >
                {t(words.askIt)}
              </Link>
            ) : null
          }
        >
          {t(words.nothingBody)}
        </Empty>
      </Card>
      {page.popular.length > 0 ? (
        <section aria-label={t(words.popular)} className="pt-4">
          <h2 className="pb-1.5 text-[15px] leading-6 font-semibold">{t(words.popular)}</h2>
          <List q={q} items={page.popular} />
        </section>
      ) : null}
    </>
  )
}

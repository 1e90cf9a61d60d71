/** One's own groups, and those one may discover. */
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import Search from 'lucide-react/icons/search'
import { type ReactNode, useDeferredValue, useState } from 'react'
import { kindLabels } from '#modules/groups/groups.messages.ts'
import { api } from '#ui/api.ts'
import { useT } from '#ui/locale/locale.tsx'
import { ask } from '#ui/member/ask.ts'
import { Button } from '#ui/member/Button.tsx'
import { Card } from '#ui/member/Card.tsx'
import { Empty } from '#ui/member/Empty.tsx'
import { ErrorCard } from '#ui/member/ErrorCard.tsx'
import { Field } from '#ui/member/Field.tsx'
import { Form } from '#ui/member/Form.tsx'
import { Glyph } from '#ui/member/Glyph.tsx'
import { GroupPartAt } from '#ui/member/groupParts.tsx'
import { PageHead } from '#ui/member/Page.tsx'
import { Skeleton } from '#ui/member/Skeleton.tsx'
import { Submit } from '#ui/member/Submit.tsx'
import { useSession } from '#ui/member/session.ts'
import { directoryQuery, type GroupCard, type Kind, kinds, ownGroupsQuery } from './groups.queries.ts'
import { words } from './groups.words.ts'
import { Hillside } from './Hillside.tsx'
import { House } from './House.tsx'
import { standingOf, waysOf } from './ways.ts'

export default function GroupsScreen() {
  const t = useT()
  const { member } = useSession()
  return (
    <div className="flex flex-col gap-6 md:grid md:grid-cols-[288px_minmax(0,1fr)] md:items-start">
      <aside className="grid gap-4 max-md:contents">
        {member ? <OwnGroups /> : null}
        {member ? <CodeCard className="max-md:order-last" /> : null}
      </aside>
      <section className="min-w-0">
        <PageHead title={t(words.discover)} about={t(words.discoverAbout)} />
        <Directory />
      </section>
    </div>
  )
}

function OwnGroups() {
  const t = useT()
  const { data, error, isPending, refetch } = useQuery(ownGroupsQuery)
  if (isPending) return <Skeleton lines={3} face />
  if (!data) return <ErrorCard error={error} retry={() => void refetch()} />
  if (data.items.length === 0) return null
  return (
    <nav aria-label={t(words.mine)} className="overflow-hidden rounded-card border border-line bg-card">
      <h2 className="px-4 pt-3.5 pb-1 text-[16px] leading-6 font-semibold">{t(words.mine)}</h2>
      <ul className="divide-y divide-line-soft">
        {data.items.map((group) => (
          <li key={group.id}>
            <OwnGroup group={group} />
          </li>
        ))}
      </ul>
    </nav>
  )
}

function OwnGroup({ group }: { group: GroupCard }) {
  const t = useT()
  const standing = group.standing === 'member' ? undefined : standingOf[group.standing]
  return (
    <Link
      to="/groups/$slug"
      params={{ slug: group.slug }}
      className="flex min-h-[60px] items-center gap-3 px-4 py-2 hover:bg-soft"
    >
      <House group={group} size={36} />
      <span className="min-w-0 flex-1">
        <span className="block truncate text-[15px] leading-6 font-medium">{group.name}</span>
        <span className="block truncate text-[13px] leading-5 text-muted">
          {standing ? t(standing) : group.summary || t(words.members, { count: group.memberCount })}
        </span>
      </span>
      <GroupPartAt
        place="unread"
        slug={group.slug}
        on
        more={group.unread}
        waiting={<Unread count={group.unread} />}
      />
      <Glyph name="right" size={18} className="text-muted" />
    </Link>
  )
}

export function Unread({ count }: { count: number }) {
  const t = useT()
  if (count === 0) return null
  return (
    <span className="grid h-5 min-w-5 place-items-center rounded-full bg-pine-soft px-1.5 text-[12px] leading-none font-semibold text-pine tabular-nums">
      <span aria-hidden="true">{count}</span>
      <span className="sr-only">{t(words.unread, { count })}</span>
    </span>
  )
}

function CodeCard({ className }: { className: string }) {
  const t = useT()
  const go = useNavigate()
  return (
    <Card title={t(words.haveCode)} className={className}>
      <Form
        className="mt-2 grid gap-3"
        label={t(words.haveCode)}
        send={async ({ code = '' }) => {
          const typed = code.trim().toUpperCase()
          const group = await ask(
            api.GET('/api/site/group-invitations/{code}', { params: { path: { code: typed } } }),
          )
          await go({ to: '/groups/$slug', params: { slug: group.slug }, search: { code: typed } })
        }}
      >
        <Field
          label={t(words.code)}
          name="code"
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={16}
          required
        />
        <Submit look="plain">{t(words.useCode)}</Submit>
      </Form>
    </Card>
  )
}

function Directory() {
  const t = useT()
  const [kind, setKind] = useState<Kind | ''>('')
  const [typed, setTyped] = useState('')
  const q = useDeferredValue(typed.trim())
  const { data, error, isPending, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } =
    useInfiniteQuery(directoryQuery(kind, q))
  const groups = data?.pages.flatMap((page) => page.items) ?? []
  const narrowed = kind !== '' || q !== ''
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 pb-3">
        <fieldset className="-mx-1 flex min-w-0 flex-1 gap-1 overflow-x-auto px-1 py-0.5 max-md:w-full max-md:flex-none">
          <legend className="sr-only">{t(words.discover)}</legend>
          <Pill on={kind === ''} choose={() => setKind('')}>
            {t(words.all)}
          </Pill>
          {kinds.map((each) => (
            <Pill key={each} on={kind === each} choose={() => setKind(each)}>
              {t(kindLabels[each])}
            </Pill>
          ))}
        </fieldset>
        <label className="relative block w-full md:w-[220px]">
          <span className="sr-only">{t(words.search)}</span>
          <Search
            size={17}
            aria-hidden
            className="pointer-events-none absolute top-1/2 left-3.5 -translate-y-1/2 text-muted"
          />
          <input
            type="search"
            value={typed}
            maxLength={40}
            placeholder={t(words.search)}
            onChange={(event) => setTyped(event.currentTarget.value)}
            className="min-h-11 w-full rounded-full border border-line-strong bg-card pr-3.5 pl-10 text-[15px] placeholder:text-muted"
          />
        </label>
      </div>
      {isPending ? <Skeleton lines={3} face /> : null}
      {!isPending && !data ? <ErrorCard error={error} retry={() => void refetch()} /> : null}
      {data && groups.length === 0 ? (
        <Card>
          {narrowed ? (
            <Empty
              icon={<Glyph name="houses" size={22} />}
              title={t(words.nothingFound)}
              action={
                <Button
                  onClick={() => {
                    setKind('')
                    setTyped('')
                  }}
                >
                  {t(words.showAll)}
                </Button>
              }
            >
              {t(words.nothingFoundBody)}
            </Empty>
          ) : (
            <Empty icon={<Glyph name="houses" size={22} />} title={t(words.noGroups)}>
              {t(words.noGroupsBody)}
            </Empty>
          )}
        </Card>
      ) : null}
      <ul className="grid gap-4 lg:grid-cols-2">
        {groups.map((group) => (
          <li key={group.id} className="min-w-0">
            <DirectoryCard group={group} />
          </li>
        ))}
      </ul>
      {hasNextPage ? (
        <div className="pt-4">
          <Button wide sending={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t(words.more)}
          </Button>
        </div>
      ) : null}
    </>
  )
}

export function Pill({ on, choose, children }: { on: boolean; choose: () => void; children: ReactNode }) {
  return (
    <button
      type="button"
      aria-pressed={on}
      onClick={choose}
      className={`min-h-11 shrink-0 rounded-full px-4 text-[14px] leading-5 whitespace-nowrap ${on ? 'bg-ink font-medium text-paper' : 'text-muted hover:bg-soft hover:text-ink'}`}
    >
      {children}
    </button>
  )
}

function DirectoryCard({ group }: { group: GroupCard }) {
  const t = useT()
  const standing = standingOf[group.standing]
  return (
    <Link
      to="/groups/$slug"
      params={{ slug: group.slug }}
      className="flex h-full flex-col overflow-hidden rounded-card border border-line bg-card hover:shadow-soft"
    >
      {group.coverUrl ? (
        <img src={group.coverUrl} alt="" className="h-[58px] w-full object-cover" />
      ) : (
        <Hillside colour={group.colour} />
      )}
      <span className="flex flex-1 flex-col px-4 pb-3.5">
        <span className="-mt-4 mb-1.5 w-fit rounded-[14px] bg-card p-[3px]">
          <House group={group} size={44} />
        </span>
        <span className="flex items-center gap-2">
          <span className="min-w-0 truncate text-[17px] leading-6 font-semibold">{group.name}</span>
          <span className="shrink-0 rounded-[5px] bg-wheat-soft px-1.5 py-0.5 text-[12px] leading-4 text-wheat-text">
            {group.tier.name}
          </span>
        </span>
        <span className="mt-1 line-clamp-2 flex-1 text-[14px] leading-[22px] text-muted">
          {group.summary}
        </span>
        <span className="mt-2.5 flex flex-wrap items-center gap-x-2 gap-y-1 text-[13px] leading-5 text-muted">
          <span className="tabular-nums">
            {t(words.members, { count: group.memberCount })}
            {group.city ? ` · ${group.city}` : ''}
          </span>
          <span aria-hidden="true">·</span>
          <span>
            {group.full
              ? t(words.full)
              : waysOf(group.ways)
                  .map((way) => t(way))
                  .join(' + ')}
          </span>
          {standing ? (
            <span className="ml-auto rounded-full bg-pine-soft px-2.5 py-0.5 text-pine">{t(standing)}</span>
          ) : null}
        </span>
      </span>
    </Link>
  )
}

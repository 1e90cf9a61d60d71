/** Newcomers with their introductions, and one sentence to welcome them with. */
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import HandWave from 'lucide-react/icons/hand'
import { useState } from 'react'
import { api } from '#ui/api.ts'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { Avatar } from '#ui/member/Avatar.tsx'
import { ask } from '#ui/member/ask.ts'
import { Button } from '#ui/member/Button.tsx'
import { Card } from '#ui/member/Card.tsx'
import { Empty } from '#ui/member/Empty.tsx'
import { ErrorCard } from '#ui/member/ErrorCard.tsx'
import { TextField } from '#ui/member/Field.tsx'
import { Form } from '#ui/member/Form.tsx'
import { Glyph } from '#ui/member/Glyph.tsx'
import { LateGlyph } from '#ui/member/LateGlyph.tsx'
import { Sheet } from '#ui/member/Sheet.tsx'
import { Skeleton } from '#ui/member/Skeleton.tsx'
import { Submit } from '#ui/member/Submit.tsx'
import { type Newcomer, newcomersQuery } from './groups.queries.ts'
import { words } from './groups.words.ts'
import { titles } from './titles.messages.ts'

export function Newcomers({ slug, most }: { slug: string; most?: number }) {
  const t = useT()
  const [greeting, setGreeting] = useState<Newcomer>()
  const { data, error, isPending, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } =
    useInfiniteQuery(newcomersQuery(slug))
  if (isPending) return <Skeleton lines={3} face />
  if (!data) return <ErrorCard error={error} retry={() => void refetch()} />
  const all = data.pages.flatMap((page) => page.items)
  const shown = most === undefined ? all : all.slice(0, most)
  if (shown.length === 0)
    return most === undefined ? (
      <Card>
        <Empty icon={<LateGlyph name="sprout" size={22} />} title={t(words.nobodyNew)}>
          {t(words.nobodyNewBody)}
        </Empty>
      </Card>
    ) : null
  return (
    <>
      <Card
        title={most === undefined ? undefined : t(titles.newcomers)}
        aside={
          most === undefined ? undefined : (
            <Link
              to="/groups/$slug/newcomers"
              params={{ slug }}
              className="-my-2.5 inline-flex min-h-11 items-center text-pine hover:underline"
            >
              {t(words.all)}
            </Link>
          )
        }
        flush
      >
        <ul className="divide-y divide-line-soft pt-1">
          {shown.map((one) => (
            <li key={one.membershipId} className="px-4 py-3">
              <One one={one} greet={() => setGreeting(one)} />
            </li>
          ))}
        </ul>
        {most === undefined && hasNextPage ? (
          <div className="border-t border-line-soft p-2">
            <Button look="quiet" wide sending={isFetchingNextPage} onClick={() => void fetchNextPage()}>
              {t(words.more)}
            </Button>
          </div>
        ) : null}
      </Card>
      <Sheet
        open={greeting !== undefined}
        close={() => setGreeting(undefined)}
        title={t(words.greetTo, { name: greeting?.name ?? '' })}
        about={t(words.greetHint)}
      >
        {greeting ? <Greeting slug={slug} one={greeting} done={() => setGreeting(undefined)} /> : null}
      </Sheet>
    </>
  )
}

function One({ one, greet }: { one: Newcomer; greet: () => void }) {
  const t = useT()
  const format = useFormat()
  return (
    <div className="flex items-start gap-3">
      <Avatar name={one.name} src={one.avatarUrl} tintKey={one.token} size={40} />
      <div className="min-w-0 flex-1">
        <p className="text-[15px] leading-6">
          <span className="font-medium">{one.name}</span>
          <span className="ml-2 text-[13px] text-muted">
            {[one.city, format.ago(one.joinedAt)].filter(Boolean).join(' · ')}
          </span>
        </p>
        <p className={`text-[14px] leading-[22px] text-pretty ${one.introduction ? '' : 'text-muted'}`}>
          {one.introduction || t(words.noIntroduction)}
        </p>
        {one.greetings.length > 0 ? (
          <div className="mt-2 grid gap-1.5 rounded-[10px] bg-soft px-3 py-2">
            {one.greetings.map((each) => (
              <p
                key={`${each.name} ${each.words}`}
                className="flex items-start gap-2 text-[14px] leading-[22px]"
              >
                <Avatar name={each.name} src={each.avatarUrl} size={22} />
                <span className="min-w-0">
                  <span className="text-muted">{each.name}：</span>
                  {each.words}
                </span>
              </p>
            ))}
            {one.greetingCount > one.greetings.length ? (
              <p className="text-[13px] leading-5 text-muted">
                {t(words.greetedMore, { count: one.greetingCount })}
              </p>
            ) : null}
          </div>
        ) : null}
      </div>
      {one.isYou ? (
        <span className="pt-0.5 text-[13px] leading-5 text-muted">{t(words.itsYou)}</span>
      ) : one.greetedByYou ? (
        <span className="inline-flex min-h-11 items-center gap-1 text-[13px] text-good-text">
          <Glyph name="check" size={16} />
          <span className="max-sm:sr-only">{t(words.greeted)}</span>
        </span>
      ) : (
        <Button className="shrink-0 px-3.5" onClick={greet} icon={<HandWave size={16} aria-hidden />}>
          <span className="max-sm:sr-only">{t(words.greet)}</span>
        </Button>
      )}
    </div>
  )
}

function Greeting({ slug, one, done }: { slug: string; one: Newcomer; done: () => void }) {
  const t = useT()
  const client = useQueryClient()
  const quick = [words.greetQuick1, words.greetQuick2, words.greetQuick3].map((each) =>
    t(each, { name: one.name }),
  )
  const [typed, setTyped] = useState(quick[0] ?? '')
  return (
    <Form
      send={async ({ words: said = '' }) => {
        await ask(
          api.POST('/api/site/groups/{slug}/newcomers/{membership}/greeting', {
            params: { path: { slug, membership: one.membershipId } },
            body: { words: said },
          }),
        )
        await client.invalidateQueries({ queryKey: ['groups'] })
        done()
      }}
    >
      <div className="flex flex-wrap gap-2">
        {quick.map((each) => (
          <button
            key={each}
            type="button"
            onClick={() => setTyped(each)}
            className="min-h-11 rounded-full border border-line px-3.5 text-left text-[14px] leading-5 hover:bg-soft"
          >
            {each}
          </button>
        ))}
      </div>
      <TextField
        label={t(words.greetWords)}
        name="words"
        value={typed}
        maxLength={200}
        required
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Submit>{t(words.greet)}</Submit>
    </Form>
  )
}

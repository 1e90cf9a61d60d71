/** The page of a group: on a desktop three columns, on a phone one. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '#ui/api.ts'
import { useT } from '#ui/locale/locale.tsx'
import { ask } from '#ui/member/ask.ts'
import { Button, buttonClass } from '#ui/member/Button.tsx'
import { Card } from '#ui/member/Card.tsx'
import { ErrorCard } from '#ui/member/ErrorCard.tsx'
import { Glyph } from '#ui/member/Glyph.tsx'
import { GroupPartAt } from '#ui/member/groupParts.tsx'
import { PageHead } from '#ui/member/Page.tsx'
import { Bone, Skeleton } from '#ui/member/Skeleton.tsx'
import { useSession } from '#ui/member/session.ts'
import { useToast } from '#ui/member/Toast.tsx'
import { Announcements } from './Announcements.tsx'
import { BoardCard, BoardList } from './Boards.tsx'
import { CardSheet } from './CardSheet.tsx'
import { FirstStepsCard } from './FirstStepsCard.tsx'
import { GroupAside } from './GroupAside.tsx'
import { GroupHead } from './GroupHead.tsx'
import { GroupRail } from './GroupRail.tsx'
import { Pill } from './GroupsScreen.tsx'
import { type Board, courseQuery, type GroupPage, groupQuery } from './groups.queries.ts'
import { words } from './groups.words.ts'
import { Newcomers } from './Newcomers.tsx'
import { Trouble } from './Trouble.tsx'
import { titles } from './titles.messages.ts'

/** The slug of the address, and the invite code behind it. */
export function useGroupAddress(): { slug: string; code: string } {
  const { slug = '' } = useParams({ strict: false }) as { slug?: string }
  const search = useSearch({ strict: false }) as Record<string, unknown>
  return { slug, code: typeof search.code === 'string' ? search.code : '' }
}

export default function GroupScreen() {
  const t = useT()
  const { slug, code } = useGroupAddress()
  const { data, error, isPending, refetch } = useQuery(groupQuery(slug, code))
  if (isPending) return <Waiting />
  if (!data)
    return (
      <div className="mx-auto max-w-[680px]">
        <PageHead title={t(titles.groups)} back="/groups" />
        <ErrorCard error={error} retry={() => void refetch()} />
      </div>
    )
  return <Group group={data} code={code} />
}

function Waiting() {
  const t = useT()
  return (
    <div className="mx-auto grid max-w-[680px] gap-4">
      <PageHead title={t(titles.groups)} back="/groups" />
      <div className="overflow-hidden rounded-card border border-line bg-card">
        <Bone height={84} />
        <div className="grid gap-3 p-5">
          <Bone width="40%" height={22} />
          <Bone width="64%" />
        </div>
      </div>
      <Skeleton lines={3} />
      <Skeleton lines={2} face />
    </div>
  )
}

function Group({ group, code }: { group: GroupPage; code: string }) {
  const t = useT()
  const { member } = useSession()
  const course = useQuery({ ...courseQuery(group.slug), enabled: member !== null, retry: false }).data
  const [board, setBoard] = useState<string>()
  const [carding, setCarding] = useState(false)
  const chosen = group.boards.find((each) => each.id === board)
  const { you } = group
  // What one may not read yet is described, not listed.
  const readable = chosen ? chosen.may.includes('see') : group.boards.some((each) => each.may.includes('see'))
  return (
    <div className="items-start gap-6 md:grid md:grid-cols-[minmax(0,1fr)_288px] lg:grid-cols-[204px_minmax(0,1fr)_288px]">
      <GroupRail group={group} />
      <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-4">
        {course?.trouble ? <Trouble slug={group.slug} trouble={course.trouble} /> : null}
        <GroupHead
          group={group}
          level={course?.ladder?.level?.name}
          action={
            you ? (
              <span className="flex gap-2 max-sm:*:flex-1">
                <Button onClick={() => setCarding(true)}>{t(words.myCard)}</Button>
                <GroupPartAt
                  place="act"
                  slug={group.slug}
                  board={placeOf(chosen)}
                  mayPost={group.boards.some((each) => each.may.includes('post'))}
                />
              </span>
            ) : course?.trouble?.state === 'removed' ? null : (
              <Join group={group} code={code} />
            )
          }
        />
        {you?.rulesToAgree && group.rules ? (
          <AgreeAgain slug={group.slug} version={group.rules.version} />
        ) : null}
        {you?.newcomer ? <FirstStepsCard slug={group.slug} openCard={() => setCarding(true)} /> : null}
        {group.boards.length > 1 ? (
          <fieldset className="-mx-1 -my-1 flex min-w-0 gap-1 overflow-x-auto px-1">
            <legend className="sr-only">{t(words.boards)}</legend>
            <Pill on={!chosen} choose={() => setBoard(undefined)}>
              {t(words.all)}
            </Pill>
            {group.boards.map((each) => (
              <Pill key={each.id} on={each === chosen} choose={() => setBoard(each.id)}>
                {each.name}
              </Pill>
            ))}
          </fieldset>
        ) : null}
        {chosen ? <BoardCard board={chosen} /> : null}
        {you && !chosen ? <Announcements slug={group.slug} folded={readable} /> : null}
        {readable ? (
          <div className="min-w-0">
            <GroupPartAt
              place="posts"
              key={chosen?.id ?? 'all'}
              slug={group.slug}
              board={placeOf(chosen)}
              hosts={you?.role === 'owner' || you?.role === 'moderator'}
              waiting={<Skeleton lines={3} face />}
            />
          </div>
        ) : chosen ? null : (
          <BoardList boards={group.boards} choose={setBoard} />
        )}
        {you && !chosen ? <Newcomers slug={group.slug} most={4} /> : null}
      </div>
      <div className="max-md:mt-4">
        <GroupAside group={group} course={course} />
      </div>
      {you ? <CardSheet group={group} you={you} open={carding} close={() => setCarding(false)} /> : null}
    </div>
  )
}

const placeOf = (board: Board | undefined) =>
  board && { id: board.id, name: board.name, mayPost: board.may.includes('post') }

function Join({ group, code }: { group: GroupPage; code: string }) {
  const t = useT()
  const says = {
    none: group.full ? words.joinWaiting : words.joinNow,
    member: words.joinNow,
    open: words.goOn,
    review: words.seeApplication,
    waiting: words.seeApplication,
    refused: words.seeApplication,
  }[group.standing]
  return (
    <Link
      to="/groups/$slug/join"
      params={{ slug: group.slug }}
      search={code ? { code } : {}}
      className={buttonClass('solid', true)}
    >
      {t(says)}
      <Glyph name="right" size={16} />
    </Link>
  )
}

function AgreeAgain({ slug, version }: { slug: string; version: number }) {
  const t = useT()
  const tell = useToast()
  const client = useQueryClient()
  const agree = useMutation({
    mutationFn: () =>
      ask(
        api.PUT('/api/site/groups/{slug}/rules-consent', { params: { path: { slug } }, body: { version } }),
      ),
    onSuccess: async () => {
      tell(t(words.agreed))
      await client.invalidateQueries({ queryKey: ['groups'] })
    },
  })
  return (
    <Card title={t(words.agreeAgain)} aside={t(words.rulesOf, { version })}>
      <p className="mt-1 text-[14px] leading-[22px] text-muted">{t(words.agreeAgainBody)}</p>
      {agree.isError ? (
        <p role="alert" className="mt-1 text-[14px] text-bad-text">
          {agree.error.message}
        </p>
      ) : null}
      <div className="mt-2.5">
        <Button sending={agree.isPending} onClick={() => agree.mutate()}>
          {t(words.agree)}
        </Button>
      </div>
    </Card>
  )
}

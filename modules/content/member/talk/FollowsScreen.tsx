/** 我的关注: people, topics, boards and posts of which one hears, and those that were muted. */
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '#ui/api.ts'
import { useT } from '#ui/locale/locale.tsx'
import { Avatar } from '#ui/member/Avatar.tsx'
import { ask } from '#ui/member/ask.ts'
import { Button, buttonClass } from '#ui/member/Button.tsx'
import { Card } from '#ui/member/Card.tsx'
import { Empty } from '#ui/member/Empty.tsx'
import { ErrorCard } from '#ui/member/ErrorCard.tsx'
import { Glyph } from '#ui/member/Glyph.tsx'
import { PageHead } from '#ui/member/Page.tsx'
import { Skeleton } from '#ui/member/Skeleton.tsx'
import { useSession } from '#ui/member/session.ts'
import { useToast } from '#ui/member/Toast.tsx'
import { Pills } from '../feed/Pills.tsx'
import { type Followed, type FollowKind, followKinds, followsQuery } from './talk.queries.ts'
import { talkWords as words } from './talk.words.ts'
import { talkTitles } from './titles.messages.ts'

const kinds = ['all', ...followKinds] as const
/** What a line is; people are told by their picture. */
const single = { topic: words.oneTopic, board: words.oneBoard, post: words.onePost } as const

export default function FollowsScreen() {
  const t = useT()
  const { member } = useSession()
  const [what, setWhat] = useState<FollowKind | 'all'>('all')
  const { data, error, isPending, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } =
    useInfiniteQuery(followsQuery(member?.id ?? '', what))
  const follows = data?.pages.flatMap((page) => page.items) ?? []
  return (
    <>
      <PageHead title={t(talkTitles.follows)} about={t(words.followsAbout)} back="/me" />
      <div className="pb-3">
        <Pills
          label={t(talkTitles.follows)}
          value={what}
          options={kinds.map((value) => ({ value, label: t(words[value]) }))}
          choose={setWhat}
        />
      </div>
      {isPending ? <Skeleton lines={4} /> : null}
      {!isPending && !data ? <ErrorCard error={error} retry={() => void refetch()} /> : null}
      {data && follows.length === 0 ? (
        <Card>
          <Empty
            icon={<Glyph name="speech" size={22} />}
            title={t(words.noFollows)}
            action={
              <Link to="/topics" className={buttonClass('plain')}>
                {t(words.findTopics)}
              </Link>
            }
          >
            {t(words.noFollowsBody)}
          </Empty>
        </Card>
      ) : null}
      {follows.length > 0 ? (
        <ul className="divide-y divide-line-soft overflow-hidden rounded-card border border-line bg-card">
          {follows.map((each) => (
            <FollowRow key={`${each.what} ${each.id}`} followed={each} />
          ))}
        </ul>
      ) : null}
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

function FollowRow({ followed }: { followed: Followed }) {
  const t = useT()
  const tell = useToast()
  const client = useQueryClient()
  const { member } = useSession()
  const { what, id, name, muted } = followed
  const path = { params: { path: { what, id } } }
  const change = useMutation({
    mutationFn: (wish: 'mute' | 'follow' | 'leave'): Promise<unknown> =>
      wish === 'leave'
        ? ask(api.DELETE('/api/member/follows/{what}/{id}', path))
        : ask(api.PUT('/api/member/follows/{what}/{id}', { ...path, body: { muted: wish === 'mute' } })),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['member', member?.id ?? '', 'follows'] })
      client.removeQueries({ queryKey: ['feed', 'list', { view: 'following' }], type: 'inactive' })
    },
    onError: (problem) => tell(problem.message, 'bad'),
  })
  const quiet =
    'inline-flex min-h-11 items-center rounded-full px-3 text-[14px] text-muted hover:bg-soft hover:text-ink disabled:opacity-50'
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-0.5 px-4 py-2.5 sm:flex-nowrap">
      <Link
        to={followed.path}
        className="flex min-w-0 flex-1 basis-full items-center gap-3 py-1 sm:basis-auto"
      >
        {what === 'member' ? (
          <Avatar name={name} src={followed.pictureUrl} tintKey={id} size={40} />
        ) : (
          <span className="grid size-10 shrink-0 place-items-center rounded-[12px] bg-soft text-muted">
            <Glyph name={what === 'board' ? 'houses' : 'speech'} size={20} />
          </span>
        )}
        <span className="min-w-0">
          <span className="block truncate text-[15px] leading-[22px] font-medium">{name}</span>
          <span className="block truncate text-[13px] leading-5 text-muted">
            {[
              ...(what === 'member' ? [] : [t(single[what])]),
              followed.note,
              ...(followed.byItself ? [t(words.byItself)] : []),
              ...(muted ? [t(words.muted)] : []),
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </span>
      </Link>
      <span className="ml-auto flex shrink-0">
        <button
          type="button"
          className={quiet}
          disabled={change.isPending}
          aria-label={t(muted ? words.unmuteOf : words.muteOf, { name })}
          onClick={() => change.mutate(muted ? 'follow' : 'mute')}
        >
          {t(muted ? words.unmute : words.mute)}
        </button>
        <button
          type="button"
          className={quiet}
          disabled={change.isPending}
          aria-label={t(words.unfollowOf, { name })}
          onClick={() => change.mutate('leave')}
        >
          {t(words.unfollow)}
        </button>
      </span>
    </li>
  )
}

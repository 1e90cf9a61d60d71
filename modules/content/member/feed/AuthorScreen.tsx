/** A member as others see him: who he is here, what he wrote, and where he wrote at length. */
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { Avatar } from '#ui/member/Avatar.tsx'
import { buttonClass } from '#ui/member/Button.tsx'
import { Card } from '#ui/member/Card.tsx'
import { Empty } from '#ui/member/Empty.tsx'
import { ErrorCard } from '#ui/member/ErrorCard.tsx'
import { Glyph } from '#ui/member/Glyph.tsx'
import { HillBand } from '#ui/member/HillBand.tsx'
import { PageHead } from '#ui/member/Page.tsx'
import { Bone } from '#ui/member/Skeleton.tsx'
import { FeedList } from './FeedList.tsx'
import { FollowButton } from './FollowButton.tsx'
import { words as feedWords } from './feed.words.ts'
import { Pills } from './Pills.tsx'
import { type AuthorPage, authorQuery } from './topic.queries.ts'
import { topicWords as words } from './topic.words.ts'

const views = ['latest', 'featured'] as const

export default function AuthorScreen() {
  const t = useT()
  const { token = '' } = useParams({ strict: false }) as { token?: string }
  const { data, error, isPending, refetch } = useQuery(authorQuery(token))
  const [view, setView] = useState<(typeof views)[number]>('latest')
  if (!data)
    return (
      <div className="mx-auto max-w-[680px]">
        <PageHead title={t(words.author)} back="/" />
        {isPending ? <Bone height={220} /> : <ErrorCard error={error} retry={() => void refetch()} />}
      </div>
    )
  return (
    <div className="mx-auto grid max-w-[680px] grid-cols-[minmax(0,1fr)] gap-3">
      <Head author={data} />
      {data.columns.length > 0 ? (
        <Card title={t(words.columns)}>
          <ul>
            {data.columns.map((column) => (
              <li key={column.slug}>
                <Link
                  to="/columns/$slug"
                  params={{ slug: column.slug }}
                  className="-mx-2 flex min-h-11 items-center justify-between gap-3 rounded-[10px] px-2 text-[15px] hover:bg-soft"
                >
                  <span className="truncate">{column.name}</span>
                  <span className="shrink-0 text-[13px] text-muted">
                    {t(words.posts, { count: column.posts })}
                  </span>
                </Link>
              </li>
            ))}
          </ul>
        </Card>
      ) : null}
      {data.featured > 0 ? (
        <Pills
          label={t(words.sort)}
          value={view}
          options={views.map((value) => ({ value, label: t(words[value]) }))}
          choose={setView}
        />
      ) : null}
      <div className="min-w-0">
        <FeedList
          key={view}
          filter={{ author: data.token, view }}
          empty={
            <Empty icon={<Glyph name="speech" size={22} />} title={t(words.noPosts)}>
              {t(words.noPostsBody)}
            </Empty>
          }
        />
      </div>
    </div>
  )
}

function Head({ author }: { author: AuthorPage }) {
  const t = useT()
  const { date, number } = useFormat()
  const name = author.gone ? t(feedWords.gone) : author.name
  const figures = [
    [words.wrote, author.posts],
    [words.accepted, author.accepted],
    [words.chosen, author.featured],
    [words.thanked, author.thanked],
    [words.readers, author.followers],
  ] as const
  return (
    <section className="overflow-hidden rounded-card border border-line bg-card">
      <HillBand className="h-[84px] w-full sm:h-[96px]" />
      <div className="px-4 pb-4 sm:px-5">
        <div className="flex items-end justify-between gap-3">
          <span className="-mt-8 rounded-full border-4 border-card bg-card">
            <Avatar name={name} src={author.avatarUrl} tintKey={author.token} size={72} />
          </span>
          {author.you?.self ? (
            <Link to="/me/profile" className={buttonClass('plain')}>
              {t(words.editOwn)}
            </Link>
          ) : author.gone ? null : (
            <FollowButton what="member" id={author.token} following={author.you?.following ?? false} />
          )}
        </div>
        <h1 tabIndex={-1} className="mt-1.5 text-[22px] leading-8 font-semibold">
          {name}
        </h1>
        {author.gone ? null : (
          <p className="text-[14px] leading-[22px] text-muted">
            {[author.city, t(words.joined, { date: date(author.joinedAt) })].filter(Boolean).join(' · ')}
          </p>
        )}
        {author.bio ? <p className="mt-1.5 text-[15px] leading-6 text-pretty">{author.bio}</p> : null}
        <dl className="mt-3 grid grid-cols-5 gap-1 border-t border-line-soft pt-3 text-center">
          {figures.map(([label, value]) => (
            <div key={label.en} className="flex flex-col-reverse">
              <dt className="text-[13px] leading-5 text-muted">{t(label)}</dt>
              <dd className="text-[18px] leading-7 font-semibold">{number(value)}</dd>
            </div>
          ))}
        </dl>
      </div>
    </section>
  )
}

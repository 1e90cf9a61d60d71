import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { ActionMenu } from '#ui/console/action/ActionButton.tsx'
import { Card, Page } from '#ui/console/Page.tsx'
import { Avatar, Person } from '#ui/console/Person.tsx'
import { Failed, SkeletonPage } from '#ui/console/states.tsx'
import { Icon } from '#ui/icon/Icon.tsx'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { SafeHtml } from '#ui/SafeHtml.tsx'
import { kindLabels } from '../../content.messages.ts'
import { ActDialog, type Asked, usePostActs } from './acts.tsx'
import { Comments } from './Comments.tsx'
import { History } from './History.tsx'
import { Marks } from './PostName.tsx'
import { type PostDetail, postQuery } from './posts.queries.ts'
import { postsWords as words } from './posts.words.ts'
import { ReadsChart } from './ReadsChart.tsx'
import './posts.css'

/** One post as the team works on it: how it does, what stands in it, how it was changed, and what to do. */
export default function PostScreen() {
  const { id } = useParams({ strict: false }) as { id: string }
  const query = useQuery(postQuery(id))
  if (query.isPending) return <SkeletonPage />
  if (query.isError) return <Failed error={query.error} retry={() => query.refetch()} page />
  return <Shown detail={query.data} />
}

function Shown({ detail }: { detail: PostDetail }) {
  const t = useT()
  const format = useFormat()
  const { post } = detail
  const [asked, setAsked] = useState<Asked>()
  const { one } = usePostActs(setAsked)
  const why = [
    post.stateReason && t(words.wentBecause, { reason: post.stateReason }),
    detail.closedBecause && t(words.closedWith, { words: detail.closedBecause }),
  ]
    .filter(Boolean)
    .join(' · ')
  return (
    <Page
      above={
        <nav className="crumbs">
          <Link to="/content">{t(words.posts)}</Link>
          <Icon name="right" size={14} />
          <span>
            {post.group.name} · {post.board.name}
          </span>
        </nav>
      }
      title={post.title || post.excerpt.slice(0, 40) || t(words.untitled)}
      lead={
        <span className="post-lead">
          <Person
            id={post.author.id}
            name={post.author.name}
            url={post.author.avatarUrl}
            size={24}
            memberId={post.author.id}
          />
          <span>{t(kindLabels[post.kind])}</span>
          <span>{format.dateTime(post.publishedAt ?? post.createdAt)}</span>
          <Marks post={post} />
        </span>
      }
      actions={
        <>
          <Button href={`/posts/${post.id}`} target="_blank" icon={<Icon name="link" size={16} />}>
            {t(words.onSite)}
          </Button>
          <ActionMenu actions={one} thing={post} label={post.title || post.excerpt.slice(0, 30)} />
        </>
      }
    >
      {(why || post.mergedInto) && (
        <p className="post-why">
          {why}
          {post.mergedInto && (
            <Link className="link" to="/content/posts/$id" params={{ id: post.mergedInto }}>
              {t(words.mergedAway)}
            </Link>
          )}
        </p>
      )}
      <div className="split">
        <div className="stack">
          <ReadsChart figures={detail.figures} />
          <Card title={t(words.words)}>
            <SafeHtml className="post-html" html={detail.html} />
            {detail.topics.length > 0 && (
              <p className="post-topics muted">{detail.topics.map((topic) => `#${topic}`).join('  ')}</p>
            )}
          </Card>
          {post.state !== 'merged' && <Comments key={post.id} post={post} />}
        </div>
        <div className="stack">
          <ContentCard detail={detail} />
          <People detail={detail} />
          <History post={post} version={detail.version} />
        </div>
      </div>
      {asked && <ActDialog asked={asked} close={() => setAsked(undefined)} />}
    </Page>
  )
}

/** Reads, interaction rate (S0-43), answers, and how soon the first came. */
function ContentCard({ detail: { figures } }: { detail: PostDetail }) {
  const t = useT()
  const format = useFormat()
  const after = figures.firstAnswerMinutes
  const facts: readonly (readonly [string, string])[] = [
    [t(words.impressions), format.number(figures.impressions)],
    [t(words.reads), format.number(figures.reads)],
    [t(words.rate), figures.interactionRate === null ? '—' : format.percent(figures.interactionRate)],
    [t(words.depth), figures.depth === null ? '—' : format.percent(figures.depth / 100)],
    [t(words.comments), format.number(figures.comments)],
    [t(words.reactions), format.number(figures.reactions)],
    [t(words.bookmarks), format.number(figures.bookmarks)],
    [t(words.shares), format.number(figures.shares)],
    [
      t(words.firstAnswer),
      after === null
        ? t(words.noAnswer)
        : after < 120
          ? t(words.minutes, { count: format.number(after) })
          : t(words.hours, { count: format.number(Math.round(after / 60)) }),
    ],
  ]
  return (
    <Card title={t(words.card)} note={t(words.cardNote)}>
      <dl className="facts post-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Card>
  )
}

function People({ detail: { figures } }: { detail: PostDetail }) {
  const t = useT()
  return (
    <Card title={t(words.people)}>
      {figures.people.length === 0 ? (
        <p className="muted">{t(words.nobody)}</p>
      ) : (
        <ul className="post-people">
          {figures.people.map((person) => (
            <li key={person.token}>
              <Avatar id={person.token} name={person.name} url={person.avatarUrl} size={24} />
              <a className="door" href={`/members/${person.token}`} target="_blank" rel="noreferrer">
                {person.name}
              </a>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

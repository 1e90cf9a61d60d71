import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Segmented } from 'antd'
import { useUrlState } from '#ui/console/list/useUrlState.ts'
import { Card, Page, Tag } from '#ui/console/Page.tsx'
import { Empty, Failed, SkeletonRows } from '#ui/console/states.tsx'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { ExpertsDrawer } from './ExpertsDrawer.tsx'
import { type Question, questionsQuery } from './talk.queries.ts'
import { talkWords as words } from './talk.words.ts'
import './talk.css'

/** Questions that wait for a first answer, or have come to a halt; who is likely to know is one press away. */
export default function QuestionsScreen() {
  const t = useT()
  const [url, setUrl] = useUrlState()
  const what = url.what === 'stalled' ? 'stalled' : 'unanswered'
  const query = useInfiniteQuery(questionsQuery(what))
  const rows = query.data?.pages.flatMap((page) => page.items) ?? []
  const total = query.data?.pages[0]?.total
  const choose = (question: string | undefined) => setUrl({ question })
  return (
    <Page title={t(words.questions)} lead={t(words.questionsLead)}>
      <Card
        flush
        title={
          <Segmented
            value={what}
            onChange={(value) =>
              setUrl({ what: value === 'unanswered' ? undefined : value, question: undefined })
            }
            options={(['unanswered', 'stalled'] as const).map((value) => ({
              value,
              label: value === what && total ? `${t(words[value])} ${total}` : t(words[value]),
            }))}
          />
        }
      >
        {query.isPending ? (
          <SkeletonRows rows={6} height={64} />
        ) : query.isError ? (
          <Failed error={query.error} retry={() => query.refetch()} />
        ) : rows.length === 0 ? (
          <Empty
            icon="check"
            title={t(what === 'stalled' ? words.noneStalled : words.noneWaiting)}
            hint={t(what === 'stalled' ? words.noneStalledHint : words.noneWaitingHint)}
          />
        ) : (
          <ul className="talk-list">
            {rows.map((row) => (
              <QuestionRow key={row.id} row={row} what={what} open={() => choose(row.id)} />
            ))}
          </ul>
        )}
        {query.hasNextPage && (
          <div className="talk-more">
            <Button onClick={() => query.fetchNextPage()} loading={query.isFetchingNextPage}>
              {t(words.more)}
            </Button>
          </div>
        )}
      </Card>
      {url.question && (
        <ExpertsDrawer
          postId={url.question}
          title={nameOf(rows.find((row) => row.id === url.question))}
          close={() => choose(undefined)}
        />
      )}
    </Page>
  )
}

const nameOf = (row: Question | undefined): string => row?.title || row?.excerpt || ''

function QuestionRow({
  row,
  what,
  open,
}: {
  row: Question
  what: 'unanswered' | 'stalled'
  open: () => void
}) {
  const t = useT()
  const format = useFormat()
  const due = row.dueAt
    ? [t(row.overdue ? words.wasDue : words.due, { when: format.dateTime(row.dueAt) })]
    : []
  const facts =
    what === 'stalled'
      ? [
          t(words.replies, { count: row.commentCount }),
          t(words.silent, { when: format.dateTime(row.activeAt) }),
        ]
      : due
  return (
    <li>
      <div className="talk-main">
        <div className="talk-head">
          {row.overdue && what === 'unanswered' && <Tag tone="persimmon">{t(words.overdue)}</Tag>}
          <Link className="door talk-title" to="/content/posts/$id" params={{ id: row.id }}>
            {nameOf(row)}
          </Link>
        </div>
        <p className="talk-note">
          {[
            row.author.name,
            `${row.group.name} · ${row.board.name}`,
            format.ago(row.publishedAt),
            ...facts,
            ...(row.asked > 0 ? [t(words.asked, { count: row.asked })] : []),
          ].join(' · ')}
        </p>
      </div>
      <div className="talk-side">
        <Button onClick={open}>{t(words.who)}</Button>
        <Button type="text" href={`/posts/${row.id}`} target="_blank">
          {t(words.answerIt)}
        </Button>
      </div>
    </li>
  )
}

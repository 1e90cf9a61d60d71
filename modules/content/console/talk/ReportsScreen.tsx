import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { App, Button, Form, InputNumber, Modal, Segmented, Select } from 'antd'
import { useState } from 'react'
import { api } from '#ui/api.ts'
import { AskForm } from '#ui/console/form.tsx'
import { useUrlState } from '#ui/console/list/useUrlState.ts'
import { Card, Page, Tag, type Tone } from '#ui/console/Page.tsx'
import { Person } from '#ui/console/Person.tsx'
import { take } from '#ui/console/problem.ts'
import { useMay } from '#ui/console/session.ts'
import { Empty, Failed, SkeletonRows } from '#ui/console/states.tsx'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { DecideDialog } from './DecideDialog.tsx'
import { type Case, casesQuery, hidingQuery, type ReportReason } from './talk.queries.ts'
import { reasonLabels, talkWords as words } from './talk.words.ts'
import './talk.css'

const reasons = Object.keys(reasonLabels) as ReportReason[]

/** What was reported, longest waiting first, with everybody who reported it; decided one by one. */
export default function ReportsScreen() {
  const t = useT()
  const [url, setUrl] = useUrlState()
  const state = url.state === 'decided' ? 'decided' : 'open'
  const reason = reasons.find((each) => each === url.reason)
  const query = useInfiniteQuery(casesQuery({ state, reason }))
  const rows = query.data?.pages.flatMap((page) => page.items) ?? []
  const total = query.data?.pages[0]?.total
  const names = { open: words.open, decided: words.decided }
  return (
    <Page title={t(words.reports)} lead={t(words.reportsLead)}>
      <Card
        flush
        title={
          <Segmented
            value={state}
            onChange={(value) => setUrl({ state: value === 'open' ? undefined : value })}
            options={(['open', 'decided'] as const).map((value) => ({
              value,
              label: value === state && total ? `${t(names[value])} ${total}` : t(names[value]),
            }))}
          />
        }
        extra={
          <Select
            value={reason ?? ''}
            onChange={(value) => setUrl({ reason: value || undefined })}
            aria-label={t(words.anyReason)}
            style={{ width: 148 }}
            options={[
              { value: '', label: t(words.anyReason) },
              ...reasons.map((value) => ({ value, label: t(reasonLabels[value]) })),
            ]}
          />
        }
      >
        {query.isPending ? (
          <SkeletonRows rows={4} height={120} />
        ) : query.isError ? (
          <Failed error={query.error} retry={() => query.refetch()} />
        ) : rows.length === 0 ? (
          <Empty
            icon="shield"
            title={t(state === 'open' ? words.noneOpen : words.noneDecided)}
            hint={t(state === 'open' ? words.noneOpenHint : words.noneDecidedHint)}
          />
        ) : (
          <ul className="talk-list">
            {rows.map((row) => (
              <CaseRow key={`${row.key} ${row.decided?.at ?? ''}`} row={row} chosen={row.key === url.case} />
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
      <Hiding />
    </Page>
  )
}

const things: Partial<Record<Case['thing'], readonly [tone: Tone, word: keyof typeof words]>> = {
  published: ['plain', 'seen'],
  hidden: ['wheat', 'hidden'],
  removed: ['bad', 'removed'],
}

function CaseRow({ row, chosen }: { row: Case; chosen: boolean }) {
  const t = useT()
  const format = useFormat()
  const [deciding, setDeciding] = useState<'uphold' | 'dismiss'>()
  const [tone, word] = things[row.thing] ?? ['plain', 'hidden']
  const kinds = [...new Set(row.reports.map(({ reason }) => reason))]
  const path = `/posts/${row.postId}${row.commentId ? `#comment-${row.commentId}` : ''}`
  return (
    <li className={chosen ? 'chosen' : undefined}>
      <div className="talk-main">
        <div className="talk-head">
          {kinds.map((kind) => (
            <Tag key={kind} tone={kind === 'illegal' || kind === 'privacy' ? 'bad' : 'persimmon'}>
              {t(reasonLabels[kind])}
            </Tag>
          ))}
          <Tag tone={tone}>{t(words[word])}</Tag>
          <span className="row-tail">
            {t(words.people, { count: row.count })} · {t(words.first, { when: format.ago(row.since) })} ·{' '}
            <a className="door" href={path} target="_blank" rel="noreferrer">
              {t(words.look)}
            </a>{' '}
            ·{' '}
            <Link className="door" to="/content/posts/$id" params={{ id: row.postId }}>
              {t(words.inConsole)}
            </Link>
          </span>
        </div>
        <Person
          id={row.author.memberId}
          name={row.author.name}
          url={row.author.avatarUrl}
          memberId={row.author.memberId}
          note={`${t(row.commentId ? words.comment : words.post)} · ${row.group} · ${row.board}`}
        />
        <div className="talk-quote">
          {row.title && <p className="talk-title">{row.title}</p>}
          {row.words}
        </div>
        <ul className="talk-reports">
          {row.reports.map((each) => (
            <li key={each.id}>
              <span>{each.reporter.name}</span>
              <span className="talk-note">
                {[
                  t(reasonLabels[each.reason]),
                  ...(each.note ? [each.note] : []),
                  each.upheld + each.dismissed === 0
                    ? t(words.firstReport)
                    : t(words.record, { upheld: each.upheld, dismissed: each.dismissed }),
                ].join(' · ')}
              </span>
            </li>
          ))}
        </ul>
        {row.decided && (
          <p className="talk-note talk-decided">
            <Tag tone={row.state === 'upheld' ? 'persimmon' : 'pine'}>
              {t(row.state === 'upheld' ? words.upheld : words.dismissed)}
            </Tag>{' '}
            {[row.decided.by, format.ago(row.decided.at), row.decided.answer].filter(Boolean).join(' · ')}
          </p>
        )}
      </div>
      {row.can.decide && (
        <div className="talk-side">
          <Button onClick={() => setDeciding('dismiss')}>{t(words.dismiss)}</Button>
          <Button type="primary" onClick={() => setDeciding('uphold')}>
            {t(words.uphold)}
          </Button>
        </div>
      )}
      {deciding && (
        <DecideDialog row={row} upheld={deciding === 'uphold'} close={() => setDeciding(undefined)} />
      )}
    </li>
  )
}

/** How many reports hide something until the team has looked. */
function Hiding() {
  const t = useT()
  const may = useMay()
  const client = useQueryClient()
  const { message } = App.useApp()
  const [editing, setEditing] = useState(false)
  const { data } = useQuery(hidingQuery)
  if (!data) return null
  return (
    <Card
      title={
        data.hideReports === null ? t(words.hidingNever) : t(words.hidingSays, { count: data.hideReports })
      }
      note={data.hideReports === null ? undefined : t(words.hidingNote)}
      extra={may('content.edit') && <Button onClick={() => setEditing(true)}>{t(words.change)}</Button>}
    >
      {editing && (
        <Modal open title={t(words.hiding)} footer={null} onCancel={() => setEditing(false)}>
          <AskForm<{ hideReports: number | null }>
            initial={{ hideReports: data.hideReports }}
            verb={t(words.save)}
            submit={async ({ hideReports }) => {
              await take(
                api.PUT('/api/content/report-settings', { body: { hideReports: hideReports ?? null } }),
              )
              await client.invalidateQueries({ queryKey: hidingQuery.queryKey })
              message.success(t(words.saved))
              setEditing(false)
            }}
          >
            <Form.Item name="hideReports" label={t(words.hidingCount)} extra={t(words.hidingEmpty)}>
              <InputNumber min={1} max={50} precision={0} autoFocus />
            </Form.Item>
          </AskForm>
        </Modal>
      )}
    </Card>
  )
}

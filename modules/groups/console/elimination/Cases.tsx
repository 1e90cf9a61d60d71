import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Checkbox, Form, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { api } from '#ui/api.ts'
import { AskForm } from '#ui/console/form.tsx'
import { useUrlState } from '#ui/console/list/useUrlState.ts'
import { Card, Tag } from '#ui/console/Page.tsx'
import { Person } from '#ui/console/Person.tsx'
import { asProblem, take } from '#ui/console/problem.ts'
import { Empty, Failed, SkeletonRows } from '#ui/console/states.tsx'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { type Case, casesQuery, type Elimination } from '../group.queries.ts'
import { groupWords } from '../group.words.ts'
import { caseWord, eliminationWords as words } from './elimination.words.ts'

const states = ['due', 'warned', 'removed', 'returned', 'recovered', 'spared', 'withdrawn'] as const
const tones = {
  due: 'persimmon',
  warned: 'wheat',
  removed: 'bad',
  returned: 'pine',
  recovered: 'pine',
  spared: 'sky',
  withdrawn: 'plain',
} as const

/** Who is under the rule, why, and what a person makes of it. */
export function Cases({ group, counts }: { group: string; counts: Elimination['counts'] }) {
  const t = useT()
  const client = useQueryClient()
  const { message } = App.useApp()
  const [url, setUrl] = useUrlState()
  const state = states.find((each) => each === url.state)
  const query = useInfiniteQuery(casesQuery(group, state))
  const rows = query.data?.pages.flatMap((page) => page.items) ?? []
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [removing, setRemoving] = useState(false)
  const decidable = rows.filter((row) => row.can.decide)
  const picked = decidable.filter((row) => chosen.has(row.id))
  const decide = async (remove: boolean, decision: string) => {
    const outcome = await take<{ removed: number; spared: number; skipped: number }>(
      api.POST('/api/group-elimination/decisions', {
        body: { ids: picked.map((row) => row.id), remove, decision },
      }),
    )
    message.success(
      t(remove ? words.removedDone : words.sparedDone, { count: remove ? outcome.removed : outcome.spared }),
    )
    setChosen(new Set())
    await client.invalidateQueries({ queryKey: ['group-elimination'] })
  }
  const toggle = (id: string) =>
    setChosen((before) => {
      const after = new Set(before)
      if (!after.delete(id)) after.add(id)
      return after
    })
  return (
    <Card
      flush
      title={
        <Select
          className="list-filter"
          aria-label={t(words.cases)}
          value={state ?? ''}
          onChange={(value) => setUrl({ state: value || undefined })}
          options={[
            { value: '', label: t(words.all) },
            ...states.map((value) => ({ value, label: `${t(caseWord(value))} · ${counts[value] ?? 0}` })),
          ]}
        />
      }
      extra={
        decidable.length > 0 && (
          <span className="row-side">
            <Button
              disabled={picked.length === 0}
              onClick={() => decide(false, '').catch((error) => message.error(asProblem(error).message))}
            >
              {t(words.spare)}
            </Button>
            <Button danger disabled={picked.length === 0} onClick={() => setRemoving(true)}>
              {t(words.confirm)}
              {picked.length > 0 && ` · ${picked.length}`}
            </Button>
          </span>
        )
      }
    >
      {query.isPending ? (
        <SkeletonRows rows={5} height={72} />
      ) : query.isError ? (
        <Failed error={query.error} retry={() => query.refetch()} />
      ) : rows.length === 0 ? (
        <Empty icon="check" title={t(words.noCases)} />
      ) : (
        <ul className="row-list">
          {rows.map((row) => (
            <li key={row.id}>
              {decidable.length > 0 && (
                <span className="case-box">
                  {row.can.decide && (
                    <Checkbox
                      aria-label={row.person.nickname}
                      checked={chosen.has(row.id)}
                      onChange={() => toggle(row.id)}
                    />
                  )}
                </span>
              )}
              <CaseRow row={row} />
            </li>
          ))}
        </ul>
      )}
      {query.hasNextPage && (
        <Button type="link" onClick={() => query.fetchNextPage()}>
          {t(groupWords.more)}
        </Button>
      )}
      {removing && (
        <Modal
          open
          title={t(words.confirmTitle, { count: picked.length })}
          footer={null}
          onCancel={() => setRemoving(false)}
        >
          <p className="lead-text">{t(words.confirmNote)}</p>
          <AskForm<{ decision: string }>
            verb={t(words.confirm)}
            submit={async ({ decision }) => {
              await decide(true, decision)
              setRemoving(false)
            }}
          >
            <Form.Item
              name="decision"
              label={t(words.decision)}
              rules={[{ required: true, whitespace: true, message: t(groupWords.reasonNeeded) }]}
            >
              <Input.TextArea maxLength={300} autoSize={{ minRows: 3 }} autoFocus />
            </Form.Item>
          </AskForm>
        </Modal>
      )}
    </Card>
  )
}

function CaseRow({ row }: { row: Case }) {
  const t = useT()
  const format = useFormat()
  const client = useQueryClient()
  const { message } = App.useApp()
  const notes = [
    t(words.warnedAt, { when: format.ago(row.warnedAt) }),
    ...(row.state === 'warned' || row.state === 'due'
      ? [t(words.until, { day: format.date(row.graceUntil) })]
      : []),
    ...(row.lastSeenAt ? [t(words.lastSeen, { when: format.ago(row.lastSeenAt) })] : []),
    ...(row.returnedHow ? [t(words[`how_${row.returnedHow}`])] : []),
  ]
  const bringBack = async () => {
    try {
      await take(api.PUT('/api/group-elimination/{id}/return', { params: { path: { id: row.id } } }))
      message.success(t(words.broughtBack))
      await client.invalidateQueries({ queryKey: ['group-elimination'] })
    } catch (error) {
      message.error(asProblem(error).message)
    }
  }
  return (
    <>
      <div className="row-main">
        <span className="move-row">
          <Person
            id={row.person.memberId}
            name={row.person.nickname}
            url={row.person.avatarUrl}
            memberId={row.person.memberId}
            note={notes.join(' · ')}
          />
          <Tag tone={tones[row.state]}>{t(caseWord(row.state))}</Tag>
        </span>
        {row.reasons.map((reason) => (
          <p key={reason.says} className="quote-row">
            {reason.says}
            {reason.evidence && <span className="muted"> · {reason.evidence}</span>}
          </p>
        ))}
        {row.decision && (
          <p className="row-note">
            {row.decidedBy}：{row.decision}
          </p>
        )}
      </div>
      {row.can.bringBack && (
        <Button size="small" onClick={bringBack}>
          {t(words.bringBack)}
        </Button>
      )}
    </>
  )
}

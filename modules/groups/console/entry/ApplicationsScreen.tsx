import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Form, Input, InputNumber, Modal, Segmented } from 'antd'
import { useState } from 'react'
import { api } from '#ui/api.ts'
import { AskForm } from '#ui/console/form.tsx'
import { useUrlState } from '#ui/console/list/useUrlState.ts'
import { Card } from '#ui/console/Page.tsx'
import { Person } from '#ui/console/Person.tsx'
import { asProblem, take } from '#ui/console/problem.ts'
import { Empty, Failed, SkeletonRows } from '#ui/console/states.tsx'
import { useFormat, useReading, useT } from '#ui/locale/locale.tsx'
import { GroupFrame, useGroup } from '../GroupFrame.tsx'
import { type Application, applicationsQuery } from '../group.queries.ts'
import { groupWords } from '../group.words.ts'
import { entryWords as words } from './entry.words.ts'
import './entry.css'

const states = ['review', 'waiting', 'accepted', 'refused'] as const

/** Who wants in, with what they gave; decided one by one, with words. */
export default function ApplicationsScreen() {
  const t = useT()
  const group = useGroup()
  const [url, setUrl] = useUrlState()
  const state = states.find((each) => each === url.state) ?? 'review'
  const query = useInfiniteQuery(applicationsQuery(group.id, state))
  const rows = query.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <GroupFrame group={group}>
      <Card
        flush
        title={
          <Segmented
            value={state}
            onChange={(value) => setUrl({ state: value === 'review' ? undefined : value })}
            options={states.map((value) => ({ value, label: t(words[value]) }))}
          />
        }
      >
        {query.isPending ? (
          <SkeletonRows rows={4} height={88} />
        ) : query.isError ? (
          <Failed error={query.error} retry={() => query.refetch()} />
        ) : rows.length === 0 ? (
          <Empty icon="stamp" title={t(words.none)} hint={t(words.noneHint)} />
        ) : (
          <ul className="row-list">
            {rows.map((row) => (
              <ApplicationRow key={row.id} application={row} />
            ))}
          </ul>
        )}
        {query.hasNextPage && (
          <Button type="link" onClick={() => query.fetchNextPage()}>
            {t(groupWords.more)}
          </Button>
        )}
      </Card>
    </GroupFrame>
  )
}

function ApplicationRow({ application }: { application: Application }) {
  const t = useT()
  const format = useFormat()
  const { now } = useReading()
  const { message } = App.useApp()
  const client = useQueryClient()
  const [refusing, setRefusing] = useState(false)
  const [busy, setBusy] = useState(false)
  const { person, dueAt } = application
  const decide = async (body: {
    accept: boolean
    reason?: string
    note?: string
    againAfterDays?: number
  }) => {
    const outcome = await take<{ accepted: number; waiting: number; refused: number; skipped: number }>(
      api.POST('/api/group-applications/decisions', { body: { ids: [application.id], ...body } }),
    )
    await client.invalidateQueries({ queryKey: ['group-applications'] })
    await client.invalidateQueries({ queryKey: ['groups'] })
    message.success(
      t(body.accept ? (outcome.waiting > 0 ? words.acceptedWaiting : words.acceptedDone) : words.refusedDone),
    )
  }
  const accept = async () => {
    setBusy(true)
    try {
      await decide({ accept: true })
    } catch (error) {
      message.error(asProblem(error).message)
    } finally {
      setBusy(false)
    }
  }
  return (
    <li>
      <div className="row-main">
        <Person
          id={person.memberId}
          name={person.nickname}
          url={person.avatarUrl}
          memberId={person.memberId}
          note={[
            person.city,
            application.submittedAt && t(words.submitted, { when: format.ago(application.submittedAt) }),
            application.decidedAt &&
              t(words.decided, {
                name: application.decidedBy ?? '',
                when: format.ago(application.decidedAt),
              }),
          ]
            .filter(Boolean)
            .join(' · ')}
        />
        {dueAt && !application.decidedAt && (
          <p className={Date.parse(dueAt) < now() ? 'small late' : 'row-note'}>
            {t(words.due, { when: format.dateTime(dueAt) })}
          </p>
        )}
        <dl className="given">
          {application.given.flatMap((step) =>
            step.lines.map((line) => (
              <div key={`${step.stepId}${line.label}`}>
                <dt>{line.label || step.title}</dt>
                <dd>{line.text}</dd>
              </div>
            )),
          )}
        </dl>
        {application.given.map(
          (step) =>
            step.pictureUrl && (
              <img key={step.stepId} className="given-picture" src={step.pictureUrl} alt={step.title} />
            ),
        )}
        {application.reason && <p className="quote-row">{application.reason}</p>}
      </div>
      {application.can.decide && (
        <div className="row-side">
          <Button onClick={() => setRefusing(true)}>{t(words.refuse)}</Button>
          <Button type="primary" loading={busy} onClick={accept}>
            {t(words.accept)}
          </Button>
        </div>
      )}
      {refusing && (
        <Modal
          open
          title={t(words.refuseTitle, { name: person.nickname })}
          footer={null}
          onCancel={() => setRefusing(false)}
        >
          <p className="lead-text">{t(words.refuseHint)}</p>
          <AskForm<{ reason: string; note: string; againAfterDays: number }>
            initial={{ note: '', againAfterDays: 7 }}
            verb={t(words.refuse)}
            submit={async (values) => {
              await decide({ accept: false, ...values })
              setRefusing(false)
            }}
          >
            <Form.Item
              name="reason"
              label={t(words.refuseReason)}
              rules={[{ required: true, whitespace: true, message: t(groupWords.reasonNeeded) }]}
            >
              <Input.TextArea maxLength={300} autoSize={{ minRows: 3 }} autoFocus />
            </Form.Item>
            <Form.Item name="note" label={t(words.note)}>
              <Input maxLength={300} />
            </Form.Item>
            <Form.Item name="againAfterDays" label={t(words.again)}>
              <InputNumber min={0} max={365} suffix={t(words.days)} />
            </Form.Item>
          </AskForm>
        </Modal>
      )}
    </li>
  )
}

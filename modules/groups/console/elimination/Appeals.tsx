import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Form, Input, Modal, Segmented } from 'antd'
import { useState } from 'react'
import { api } from '#ui/api.ts'
import { AskForm } from '#ui/console/form.tsx'
import { Card, Tag } from '#ui/console/Page.tsx'
import { Person } from '#ui/console/Person.tsx'
import { take } from '#ui/console/problem.ts'
import { Empty, Failed, SkeletonRows } from '#ui/console/states.tsx'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { type Appeal, appealsQuery } from '../group.queries.ts'
import { groupWords } from '../group.words.ts'
import { eliminationWords as words } from './elimination.words.ts'

/** What members answer to the rule; a person looks and a person answers. */
export function Appeals({ group }: { group: string }) {
  const t = useT()
  const format = useFormat()
  const [state, setState] = useState<'open' | 'answered'>('open')
  const query = useInfiniteQuery(appealsQuery(group, state))
  const rows = query.data?.pages.flatMap((page) => page.items) ?? []
  const [answering, setAnswering] = useState<{ appeal: Appeal; grant: boolean }>()
  return (
    <Card
      flush
      title={
        <Segmented
          value={state}
          onChange={setState}
          options={[
            { value: 'open', label: t(words.openAppeals) },
            { value: 'answered', label: t(words.answered) },
          ]}
        />
      }
    >
      {query.isPending ? (
        <SkeletonRows rows={3} height={88} />
      ) : query.isError ? (
        <Failed error={query.error} retry={() => query.refetch()} />
      ) : rows.length === 0 ? (
        <Empty icon="reply" title={t(words.noAppeals)} />
      ) : (
        <ul className="row-list">
          {rows.map((appeal) => (
            <li key={appeal.id}>
              <div className="row-main">
                <span className="move-row">
                  <Person
                    id={appeal.person.memberId}
                    name={appeal.person.nickname}
                    url={appeal.person.avatarUrl}
                    memberId={appeal.person.memberId}
                    note={format.ago(appeal.askedAt)}
                  />
                  <Tag tone={appeal.kind === 'task' ? 'sky' : 'plum'}>
                    {t(appeal.kind === 'task' ? words.kTask : words.kAppeal)}
                  </Tag>
                  {appeal.state === 'closed' && <Tag>{t(words.closed)}</Tag>}
                  {(appeal.state === 'granted' || appeal.state === 'refused') && (
                    <Tag tone={appeal.state === 'granted' ? 'pine' : 'bad'}>
                      {t(appeal.state === 'granted' ? words.granted : words.refusedDone)}
                    </Tag>
                  )}
                </span>
                <p className="quote-row">{appeal.words}</p>
                {appeal.reasons.map((reason) => (
                  <p key={reason.says} className="row-note">
                    {reason.says}
                    {reason.evidence && ` · ${reason.evidence}`}
                  </p>
                ))}
                {appeal.answer && (
                  <p className="row-note">
                    {appeal.answeredBy}：{appeal.answer}
                  </p>
                )}
              </div>
              {appeal.state === 'open' && (
                <div className="row-side">
                  <Button onClick={() => setAnswering({ appeal, grant: false })}>{t(words.refuse)}</Button>
                  <Button type="primary" onClick={() => setAnswering({ appeal, grant: true })}>
                    {t(words.grant)}
                  </Button>
                </div>
              )}
            </li>
          ))}
        </ul>
      )}
      {query.hasNextPage && (
        <Button type="link" onClick={() => query.fetchNextPage()}>
          {t(groupWords.more)}
        </Button>
      )}
      {answering && <AnswerDialog {...answering} close={() => setAnswering(undefined)} />}
    </Card>
  )
}

function AnswerDialog({ appeal, grant, close }: { appeal: Appeal; grant: boolean; close: () => void }) {
  const t = useT()
  const client = useQueryClient()
  const { message } = App.useApp()
  return (
    <Modal
      open
      title={`${t(grant ? words.grant : words.refuse)} · ${appeal.person.nickname}`}
      footer={null}
      onCancel={close}
    >
      <p className="lead-text">{t(words.answerHint)}</p>
      <AskForm<{ answer: string }>
        verb={t(grant ? words.grant : words.refuse)}
        submit={async ({ answer }) => {
          await take(
            api.PUT('/api/group-appeals/{id}/answer', {
              params: { path: { id: appeal.id } },
              body: { grant, answer: answer ?? '' },
            }),
          )
          message.success(t(grant ? words.granted : words.refusedDone))
          await client.invalidateQueries({ queryKey: ['group-elimination'] })
          close()
        }}
      >
        <Form.Item
          name="answer"
          label={t(words.answer)}
          rules={[{ required: !grant, whitespace: true, message: t(groupWords.reasonNeeded) }]}
        >
          <Input.TextArea maxLength={500} autoSize={{ minRows: 3 }} autoFocus />
        </Form.Item>
      </AskForm>
    </Modal>
  )
}

import { useInfiniteQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { App, Button, Form, Input, Segmented, Select } from 'antd'
import { useState } from 'react'
import { api } from '#ui/api.ts'
import { AskForm } from '#ui/console/form.tsx'
import { useUrlState } from '#ui/console/list/useUrlState.ts'
import { Card, Tag } from '#ui/console/Page.tsx'
import { Avatar } from '#ui/console/Person.tsx'
import { asProblem, take } from '#ui/console/problem.ts'
import { useMay } from '#ui/console/session.ts'
import { Empty, Failed, SkeletonRows } from '#ui/console/states.tsx'
import { Icon } from '#ui/icon/Icon.tsx'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { GroupFrame, useGroup } from '../GroupFrame.tsx'
import { type Newcomer, type NewcomerStep, newcomerStepsQuery, newcomersOfQuery } from '../group.queries.ts'
import { groupWords } from '../group.words.ts'
import { peopleWords as words } from './people.words.ts'

const kinds = {
  rules: words.kRules,
  card: words.kCard,
  introduce: words.kIntroduce,
  announcements: words.kAnnouncements,
  greet: words.kGreet,
  visit: words.kVisit,
  link: words.kLink,
} as const

/** Who came lately and whether anybody spoke to them; what they are asked to do first. */
export default function NewcomersScreen() {
  const t = useT()
  const group = useGroup()
  const [url, setUrl] = useUrlState()
  const answered = url.answered === 'yes' || url.answered === 'no' ? url.answered : undefined
  const query = useInfiniteQuery(newcomersOfQuery(group.id, answered))
  const rows = query.data?.pages.flatMap((page) => page.items) ?? []
  const total = query.data?.pages[0]?.total
  return (
    <GroupFrame group={group}>
      <div className="split">
        <Card
          flush
          title={total == null ? t(groupWords.tabNewcomers) : t(words.newcomersTitle, { count: total })}
          note={t(words.newcomersLead)}
          extra={
            <Segmented
              value={answered ?? ''}
              onChange={(value) => setUrl({ answered: value || undefined })}
              options={[
                { value: '', label: t(words.all) },
                { value: 'no', label: t(words.onlyUnanswered) },
                { value: 'yes', label: t(words.onlyAnswered) },
              ]}
            />
          }
        >
          {query.isPending ? (
            <SkeletonRows />
          ) : query.isError ? (
            <Failed error={query.error} retry={() => query.refetch()} />
          ) : rows.length === 0 ? (
            <Empty icon="newcomer" title={t(words.noNewcomers)} hint={t(words.noNewcomersHint)} />
          ) : (
            <ul className="row-list">
              {rows.map((row) => (
                <NewcomerRow key={row.membershipId} newcomer={row} />
              ))}
            </ul>
          )}
          {query.hasNextPage && (
            <Button type="link" onClick={() => query.fetchNextPage()}>
              {t(groupWords.more)}
            </Button>
          )}
        </Card>
        <Steps group={group.id} />
      </div>
    </GroupFrame>
  )
}

function NewcomerRow({ newcomer }: { newcomer: Newcomer }) {
  const t = useT()
  const format = useFormat()
  const may = useMay()
  const client = useQueryClient()
  const { message } = App.useApp()
  const [text, setText] = useState('')
  const [busy, setBusy] = useState(false)
  const { person } = newcomer
  const greet = async () => {
    setBusy(true)
    try {
      await take(
        api.POST('/api/group-memberships/{id}/greeting', {
          params: { path: { id: newcomer.membershipId } },
          body: { words: text.trim() },
        }),
      )
      message.success(t(words.greeted))
      setText('')
      await client.invalidateQueries({ queryKey: ['group-newcomers'] })
    } catch (error) {
      message.error(asProblem(error).message)
    } finally {
      setBusy(false)
    }
  }
  return (
    <li>
      <Avatar id={person.memberId} name={person.nickname} url={person.avatarUrl} size={36} />
      <div className="row-main">
        <b>{person.nickname}</b>{' '}
        {newcomer.overdue ? (
          <Tag tone="persimmon">{t(words.overdue)}</Tag>
        ) : (
          newcomer.answeredAt && <Tag tone="pine">{t(words.onlyAnswered)}</Tag>
        )}
        <p className="row-note">
          {format.ago(newcomer.joinedAt)}
          {person.city && ` · ${person.city}`}
          {newcomer.steps > 0 && ` · ${t(words.steps, { done: newcomer.stepsDone, of: newcomer.steps })}`}
        </p>
        {newcomer.introduction && <p className="quote-row">{newcomer.introduction}</p>}
        {!newcomer.answeredAt && may('groups.members') && (
          <div className="option-row">
            <Input
              maxLength={200}
              value={text}
              aria-label={`${t(words.greet)} ${person.nickname}`}
              placeholder={t(words.greetPlaceholder, { name: person.nickname })}
              onChange={(event) => setText(event.target.value)}
              onPressEnter={() => text.trim() && greet()}
            />
            <Button disabled={!text.trim()} loading={busy} onClick={greet}>
              {t(words.greet)}
            </Button>
          </div>
        )}
      </div>
    </li>
  )
}

function Steps({ group }: { group: string }) {
  const t = useT()
  const may = useMay()
  const { message } = App.useApp()
  const client = useQueryClient()
  const { steps } = useSuspenseQuery(newcomerStepsQuery(group)).data
  return (
    <Card title={t(words.stepsTitle)} note={t(words.stepsNote)}>
      <AskForm<{ steps: NewcomerStep[] }>
        initial={{ steps }}
        disabled={!may('groups.edit')}
        verb={t(groupWords.save)}
        submit={async (values) => {
          const sent = values.steps.map(({ done: _, of: __, ...step }) => step)
          await take(
            api.PUT('/api/groups/{id}/newcomer-steps', {
              params: { path: { id: group } },
              body: { steps: sent },
            }),
          )
          message.success(t(groupWords.saved))
          await client.invalidateQueries({ queryKey: ['groups', group] })
        }}
      >
        <Form.List name="steps">
          {(fields, { add, remove }) => (
            <>
              {fields.map((field) => (
                <StepFields
                  key={field.key}
                  name={field.name}
                  step={steps[field.name]}
                  remove={() => remove(field.name)}
                />
              ))}
              {fields.length < 10 && (
                <Button
                  type="link"
                  icon={<Icon name="plus" size={16} />}
                  onClick={() => add({ kind: 'introduce', title: '', path: '', withinHours: 24 })}
                >
                  {t(words.addStep)}
                </Button>
              )}
            </>
          )}
        </Form.List>
      </AskForm>
    </Card>
  )
}

function StepFields({
  name,
  step,
  remove,
}: {
  name: number
  step: NewcomerStep | undefined
  remove: () => void
}) {
  const t = useT()
  const form = Form.useFormInstance()
  const kind = Form.useWatch(['steps', name, 'kind'], form) as keyof typeof kinds | undefined
  return (
    <div className="sub-card">
      <div className="option-row">
        <Form.Item name={[name, 'kind']} noStyle>
          <Select
            className="grow"
            aria-label={t(words.stepsTitle)}
            options={Object.entries(kinds).map(([value, label]) => ({ value, label: t(label) }))}
          />
        </Form.Item>
        <Form.Item name={[name, 'withinHours']} noStyle>
          <Select
            aria-label={t(words.within24)}
            options={[
              { value: 24, label: t(words.within24) },
              { value: 168, label: t(words.within168) },
            ]}
          />
        </Form.Item>
        <Button
          type="text"
          aria-label={t(groupWords.remove)}
          icon={<Icon name="close" size={14} />}
          onClick={remove}
        />
      </div>
      {kind === 'link' && (
        <>
          <div className="option-row">
            <Form.Item name={[name, 'title']} noStyle>
              <Input maxLength={40} aria-label={t(words.stepTitle)} placeholder={t(words.stepTitle)} />
            </Form.Item>
          </div>
          <div className="option-row">
            <Form.Item name={[name, 'path']} noStyle>
              <Input maxLength={200} aria-label={t(words.stepPath)} placeholder={t(words.stepPath)} />
            </Form.Item>
          </div>
        </>
      )}
      {step && step.of > 0 && (
        <>
          <p className="row-note">{t(words.stepDone, { done: step.done, of: step.of })}</p>
          <div className="fill-bar">
            <i style={{ width: `${(step.done / step.of) * 100}%` }} />
          </div>
        </>
      )}
    </div>
  )
}

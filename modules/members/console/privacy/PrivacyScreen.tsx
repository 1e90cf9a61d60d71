import { infiniteQueryOptions, useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Form, Input, Modal, Segmented } from 'antd'
import { useState } from 'react'
import { api } from '#ui/api.ts'
import { ActionButton } from '#ui/console/action/ActionButton.tsx'
import type { Action } from '#ui/console/action/action.ts'
import { AskForm, useRules } from '#ui/console/form.tsx'
import { useUrlState } from '#ui/console/list/useUrlState.ts'
import { Card, Light, Page, Tag } from '#ui/console/Page.tsx'
import { Person } from '#ui/console/Person.tsx'
import { take } from '#ui/console/problem.ts'
import { Empty, Failed, SkeletonRows } from '#ui/console/states.tsx'
import { useFormat, useReading, useT } from '#ui/locale/locale.tsx'
import { privacyWords as words } from './privacy.words.ts'
import './privacy.css'

interface DataRequest {
  readonly id: string
  readonly kind: 'export' | 'delete'
  readonly state: 'open' | 'done' | 'refused'
  readonly requestedAt: string
  readonly dueAt: string
  readonly closedAt: string | null
  readonly answer: string | null
  readonly memberId: string | null
  readonly name: string
  readonly email: string
  readonly handler: string | null
}
interface RequestPage {
  readonly items: readonly DataRequest[]
  readonly next: string | null
  readonly open: number
  readonly overdue: number
}

const requestsQuery = (state: 'open' | 'closed') =>
  infiniteQueryOptions({
    queryKey: ['data-requests', state],
    queryFn: ({ pageParam, signal }) =>
      take<RequestPage>(
        api.GET('/api/data-requests', {
          params: { query: { state, limit: 30, ...(pageParam ? { cursor: pageParam } : {}) } },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page: RequestPage) => page.next,
  })

const answer = (id: string, state: 'done' | 'refused', text: string) =>
  take(api.PUT('/api/data-requests/{id}', { params: { path: { id } }, body: { state, answer: text } }))

/** Requests of members about their data: what they want, until when, and one obvious answer. */
export default function PrivacyScreen() {
  const t = useT()
  const [url, setUrl] = useUrlState()
  const state = url.state === 'closed' ? 'closed' : 'open'
  const query = useInfiniteQuery(requestsQuery(state))
  const client = useQueryClient()
  const [refusing, setRefusing] = useState<DataRequest>()
  const head = query.data?.pages[0]
  const requests = query.data?.pages.flatMap((page) => page.items) ?? []
  const refresh = () => client.invalidateQueries({ queryKey: ['data-requests'] })
  const copy: Action<DataRequest> = {
    name: words.makeCopy,
    done: words.answered,
    can: (request) => request.kind === 'export' && request.memberId !== null,
    confirm: ({ name }) => ({
      title: words.makeCopyTitle,
      values: { name },
      detail: words.makeCopyDetail,
      verb: words.makeCopy,
    }),
    run: async ({ id, memberId }) => {
      if (memberId) await take(api.POST('/api/members/{id}/copy', { params: { path: { id: memberId } } }))
      await answer(id, 'done', t(words.copyAnswer))
      await refresh()
    },
  }
  const close: Action<DataRequest> = {
    name: words.close,
    danger: true,
    done: words.answered,
    can: (request) => request.kind === 'delete',
    confirm: ({ name }) => ({
      title: words.closeTitle,
      values: { name },
      detail: words.closeDetail,
      verb: words.close,
      typed: name,
    }),
    run: async ({ id }) => {
      await answer(id, 'done', t(words.closeAnswer))
      await refresh()
    },
  }
  return (
    <Page
      width="reading"
      title={t(words.title)}
      lead={t(words.lead)}
      actions={
        head && head.overdue > 0 && <Light state="bad">{t(words.overdue, { count: head.overdue })}</Light>
      }
    >
      <Segmented
        className="privacy-tabs"
        value={state}
        onChange={(chosen) => setUrl({ state: chosen === 'closed' ? 'closed' : undefined })}
        options={[
          { value: 'open', label: t(words.open, { count: head?.open ?? 0 }) },
          { value: 'closed', label: t(words.closed) },
        ]}
      />
      <Card flush>
        {query.isPending && <SkeletonRows rows={4} height={64} />}
        {query.isError && <Failed error={query.error} retry={() => query.refetch()} />}
        {query.isSuccess && requests.length === 0 && (
          <Empty
            icon="shield"
            title={t(state === 'open' ? words.none : words.noneClosed)}
            hint={state === 'open' ? t(words.noneHint) : undefined}
          />
        )}
        <ul className="requests">
          {requests.map((request) => (
            <li key={request.id}>
              <Request request={request} />
              {request.state === 'open' && (
                <span className="request-acts">
                  <ActionButton action={copy} thing={request} primary />
                  <ActionButton action={close} thing={request} />
                  <Button onClick={() => setRefusing(request)}>{t(words.refuse)}</Button>
                </span>
              )}
            </li>
          ))}
        </ul>
      </Card>
      {query.hasNextPage && (
        <Button loading={query.isFetchingNextPage} onClick={() => query.fetchNextPage()}>
          {t(words.older)}
        </Button>
      )}
      {refusing && (
        <Refusal
          request={refusing}
          close={(changed) => {
            setRefusing(undefined)
            if (changed) refresh()
          }}
        />
      )}
    </Page>
  )
}

function Request({ request }: { readonly request: DataRequest }) {
  const t = useT()
  const format = useFormat()
  const { now } = useReading()
  const left = Math.ceil((Date.parse(request.dueAt) - now()) / 86_400_000)
  return (
    <div className="request">
      <Person
        id={request.memberId ?? request.id}
        {...(request.memberId ? { memberId: request.memberId } : {})}
        name={request.name}
        size={32}
        note={request.email}
      />
      <p>
        {t(request.kind === 'delete' ? words.delete : words.export)}
        <small className="muted"> · {t(words.asked, { when: format.ago(request.requestedAt) })}</small>
      </p>
      {request.state === 'open' ? (
        <Light state={left < 0 ? 'bad' : left <= 3 ? 'warn' : 'good'}>
          {left < 0
            ? t(words.late, { days: -left })
            : left === 0
              ? t(words.dueToday)
              : t(words.dueIn, { days: left })}
        </Light>
      ) : (
        <div className="request-answer">
          <Tag tone={request.state === 'done' ? 'pine' : 'plain'}>
            {t(request.state === 'done' ? words.done : words.refused)}
          </Tag>
          {request.closedAt && (
            <small className="muted">
              {request.handler
                ? t(words.by, { name: request.handler, when: format.date(request.closedAt) })
                : format.date(request.closedAt)}
            </small>
          )}
          <p className="muted small">{request.answer}</p>
        </div>
      )}
    </div>
  )
}

function Refusal({
  request,
  close,
}: {
  readonly request: DataRequest
  readonly close: (changed: boolean) => void
}) {
  const t = useT()
  const rules = useRules()
  const { message } = App.useApp()
  return (
    <Modal
      open
      width={480}
      footer={null}
      title={t(words.refuseTitle, { name: request.name })}
      onCancel={() => close(false)}
    >
      <AskForm<{ answer: string }>
        verb={t(words.refuse)}
        submit={async (values) => {
          await answer(request.id, 'refused', values.answer)
          message.success(t(words.answered))
          close(true)
        }}
        beside={<Button onClick={() => close(false)}>{t(words.cancel)}</Button>}
      >
        <Form.Item
          name="answer"
          label={t(words.reason)}
          extra={t(words.reasonHint)}
          rules={[rules.needed(words.reason)]}
        >
          <Input.TextArea autoFocus autoSize={{ minRows: 3, maxRows: 8 }} maxLength={2_000} />
        </Form.Item>
      </AskForm>
    </Modal>
  )
}

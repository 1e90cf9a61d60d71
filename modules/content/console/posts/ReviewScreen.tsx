import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { App, Button, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { api } from '#ui/api.ts'
import { AskForm, useRules } from '#ui/console/form.tsx'
import { Card, Page, Tag } from '#ui/console/Page.tsx'
import { asProblem, take } from '#ui/console/problem.ts'
import { Empty, Failed, SkeletonRows } from '#ui/console/states.tsx'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { SafeHtml } from '#ui/SafeHtml.tsx'
import { kindLabels } from '../../content.messages.ts'
import { type ReviewItem, reviewQuery } from './posts.queries.ts'
import { postsWords, reviewWords as words } from './posts.words.ts'
import './posts.css'

async function decide(item: ReviewItem, approve: boolean, reason: string): Promise<void> {
  const params = { path: { id: item.id } }
  const { version } = item
  const body = { state: approve ? ('published' as const) : ('removed' as const), reason, version }
  if (item.what === 'post') await take(api.PATCH('/api/content/posts/{id}/standing', { params, body }))
  else await take(api.PUT('/api/content/comments/{id}/state', { params, body }))
}

/** What waits for a person: read, approved, or refused with a reason. */
export default function ReviewScreen() {
  const t = useT()
  const client = useQueryClient()
  const query = useInfiniteQuery(reviewQuery)
  const [rejecting, setRejecting] = useState<ReviewItem>()
  const items = query.data?.pages.flatMap((page) => page.items) ?? []
  const refresh = () => client.invalidateQueries({ queryKey: ['posts'] })
  return (
    <Page title={t(words.title)} lead={t(words.lead)} width="reading">
      {query.isPending ? (
        <SkeletonRows rows={3} height={140} />
      ) : query.isError ? (
        <Failed error={query.error} retry={() => query.refetch()} />
      ) : items.length === 0 ? (
        <Card>
          <Empty icon="check" title={t(words.emptyTitle)} hint={t(words.emptyHint)} />
        </Card>
      ) : (
        <div className="stack">
          {items.map((item) => (
            <Waiting key={`${item.what}:${item.id}`} item={item} reject={setRejecting} refresh={refresh} />
          ))}
          {query.hasNextPage && (
            <Button loading={query.isFetchingNextPage} onClick={() => query.fetchNextPage()}>
              {t(words.more)}
            </Button>
          )}
        </div>
      )}
      {rejecting && <RejectDialog item={rejecting} close={() => setRejecting(undefined)} refresh={refresh} />}
    </Page>
  )
}

function Waiting({
  item,
  reject,
  refresh,
}: {
  item: ReviewItem
  reject: (item: ReviewItem) => void
  refresh: () => Promise<void>
}) {
  const t = useT()
  const format = useFormat()
  const { message } = App.useApp()
  const [busy, setBusy] = useState(false)
  const approve = async () => {
    setBusy(true)
    try {
      await decide(item, true, '')
      message.success(t(postsWords.done))
      await refresh()
    } catch (error) {
      message.error(asProblem(error).message)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Card>
      <p className="review-head">
        <Link className="door" to="/members/$id" params={{ id: item.authorId }}>
          {item.author}
        </Link>
        <Tag tone="sky">{t(item.what === 'comment' ? words.comment : kindLabels[item.kind])}</Tag>
        <small className="muted">
          {item.group} · {item.board} · {format.ago(item.createdAt)}
        </small>
      </p>
      {item.title && <h2 className={item.what === 'comment' ? 'review-on' : undefined}>{item.title}</h2>}
      <SafeHtml className="post-html" html={item.html} />
      <div className="review-acts">
        <Button type="primary" loading={busy} onClick={() => void approve()}>
          {t(postsWords.approve)}
        </Button>
        <Button danger onClick={() => reject(item)}>
          {t(postsWords.reject)}
        </Button>
      </div>
    </Card>
  )
}

function RejectDialog({
  item,
  close,
  refresh,
}: {
  item: ReviewItem
  close: () => void
  refresh: () => Promise<void>
}) {
  const t = useT()
  const { message } = App.useApp()
  const { needed } = useRules()
  return (
    <Modal open footer={null} title={t(postsWords.rejectTitle)} onCancel={close}>
      <AskForm<{ reason: string }>
        initial={{ reason: '' }}
        verb={t(postsWords.reject)}
        submit={async ({ reason }) => {
          await decide(item, false, reason)
          message.success(t(postsWords.done))
          await refresh()
          close()
        }}
      >
        <Form.Item
          name="reason"
          label={t(postsWords.reason)}
          extra={t(postsWords.reasonHint)}
          rules={[needed(postsWords.reason)]}
        >
          <Input.TextArea maxLength={300} rows={3} showCount autoFocus />
        </Form.Item>
      </AskForm>
    </Modal>
  )
}

import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Checkbox, Form, Input, Modal, Segmented } from 'antd'
import { type ReactNode, useState } from 'react'
import { api } from '#ui/api.ts'
import { ActionMenu } from '#ui/console/action/ActionButton.tsx'
import type { Action } from '#ui/console/action/action.ts'
import { AskForm, useRules } from '#ui/console/form.tsx'
import { Card, Tag } from '#ui/console/Page.tsx'
import { Avatar } from '#ui/console/Person.tsx'
import { take } from '#ui/console/problem.ts'
import { useMay } from '#ui/console/session.ts'
import { Failed, SkeletonRows } from '#ui/console/states.tsx'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { SafeHtml } from '#ui/SafeHtml.tsx'
import {
  type CommentSort,
  commentsQuery,
  type Post,
  type Thread,
  type ThreadComment,
} from './posts.queries.ts'
import { postsWords, commentsWords as words } from './posts.words.ts'
import { SplitDialog } from './SplitDialog.tsx'
import '#ui/console/list/list.css'

/** What was answered, thread by thread: hidden, removed, brought back, or made a post of its own. */
export function Comments({ post }: { post: Post }) {
  const t = useT()
  const format = useFormat()
  const may = useMay()
  const [sort, setSort] = useState<CommentSort>('oldest')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [splitting, setSplitting] = useState(false)
  const query = useInfiniteQuery(commentsQuery(post.id, sort))
  const pages = query.data?.pages ?? []
  const accepted = pages[0]?.accepted
  const threads = [...(accepted ? [accepted] : []), ...pages.flatMap((page) => page.items)]
  const splits = may('content.moderate') && post.state === 'published'
  const toggle = (id: string) =>
    setChosen((before) => {
      const after = new Set(before)
      if (!after.delete(id)) after.add(id)
      return after
    })
  const box = (comment: ThreadComment): ReactNode =>
    splits && comment.state === 'published' ? (
      <Checkbox
        checked={chosen.has(comment.id)}
        onChange={() => toggle(comment.id)}
        aria-label={t(words.choose, { name: comment.author.name })}
      />
    ) : null
  return (
    <Card
      title={t(words.title, { count: format.number(post.comments) })}
      extra={
        threads.length > 1 && (
          <Segmented
            size="small"
            value={sort}
            onChange={setSort}
            options={(['oldest', 'newest', 'best'] as const).map((value) => ({
              value,
              label: t(words[value]),
            }))}
          />
        )
      }
    >
      {chosen.size > 0 && (
        <div className="bulk" role="toolbar" aria-label={t(words.split)}>
          <b>{t(words.chosen, { count: chosen.size })}</b>
          <Button type="primary" size="small" onClick={() => setSplitting(true)}>
            {t(words.split)}
          </Button>
          <Button type="text" size="small" onClick={() => setChosen(new Set())}>
            {t(words.none)}
          </Button>
        </div>
      )}
      {query.isPending ? (
        <SkeletonRows rows={3} height={56} />
      ) : query.isError ? (
        <Failed error={query.error} retry={() => query.refetch()} />
      ) : threads.length === 0 ? (
        <p className="muted">{t(words.empty)}</p>
      ) : (
        <ol className="post-thread">
          {threads.map((thread) => (
            <ThreadItem key={thread.id} thread={thread} box={box} />
          ))}
        </ol>
      )}
      {query.hasNextPage && (
        <Button onClick={() => query.fetchNextPage()} loading={query.isFetchingNextPage}>
          {t(words.more)}
        </Button>
      )}
      {splitting && <SplitDialog post={post} commentIds={[...chosen]} close={() => setSplitting(false)} />}
    </Card>
  )
}

function ThreadItem({ thread, box }: { thread: Thread; box: (comment: ThreadComment) => ReactNode }) {
  const t = useT()
  const rest = thread.replyCount - thread.replies.length
  return (
    <li>
      <Said comment={thread} box={box(thread)} />
      {thread.replies.length > 0 && (
        <ol>
          {thread.replies.map((reply) => (
            <li key={reply.id}>
              <Said comment={reply} box={box(reply)} />
            </li>
          ))}
        </ol>
      )}
      {thread.more && rest > 0 && (
        <a
          className="link small post-rest"
          href={`/posts/${thread.postId}#comment-${thread.id}`}
          target="_blank"
          rel="noreferrer"
        >
          {t(words.rest, { count: rest })}
        </a>
      )}
    </li>
  )
}

type State = 'published' | 'hidden' | 'removed'

function Said({ comment, box }: { comment: ThreadComment; box: ReactNode }) {
  const t = useT()
  const format = useFormat()
  const may = useMay()
  const client = useQueryClient()
  const [asked, setAsked] = useState<'hidden' | 'removed'>()
  const stand = async (state: State, reason: string) => {
    await take(
      api.PUT('/api/content/comments/{id}/state', {
        params: { path: { id: comment.id } },
        body: { state, reason },
      }),
    )
    await client.invalidateQueries({ queryKey: ['posts'] })
  }
  const moderates = may('content.moderate')
  const seen = comment.state === 'published'
  const actions: readonly Action<ThreadComment>[] = [
    {
      name: comment.state === 'pending' ? words.approve : words.restore,
      can: () => moderates && !seen,
      done: words.done,
      run: () => stand('published', ''),
    },
    { name: words.hide, danger: true, can: () => moderates && seen, run: () => setAsked('hidden') },
    {
      name: words.remove,
      danger: true,
      can: () => moderates && comment.state !== 'removed',
      run: () => setAsked('removed'),
    },
  ]
  return (
    <div className="post-said">
      {box}
      <Avatar id={comment.author.token} name={comment.author.name} url={comment.author.avatarUrl} size={24} />
      <div className="post-said-words">
        <p className="post-said-head">
          <b>{comment.author.name}</b>
          {comment.to && <span className="muted small">{t(words.to, { name: comment.to.name })}</span>}
          <span className="muted small">{format.ago(comment.createdAt)}</span>
          {comment.accepted && <Tag tone="pine">{t(words.accepted)}</Tag>}
          {!seen && (
            <Tag tone={comment.state === 'pending' ? 'persimmon' : 'bad'}>{t(postsWords[comment.state])}</Tag>
          )}
          {comment.reactionCount > 0 && (
            <span className="muted small">{t(words.reactions, { count: comment.reactionCount })}</span>
          )}
        </p>
        <SafeHtml className="post-html" html={comment.html} />
        {!seen && comment.stateReason && (
          <p className="muted small">{t(words.because, { reason: comment.stateReason })}</p>
        )}
      </div>
      <ActionMenu actions={actions} thing={comment} label={comment.author.name} />
      {asked && (
        <ReasonDialog
          title={t(asked === 'hidden' ? words.hideTitle : words.removeTitle, { name: comment.author.name })}
          verb={t(asked === 'hidden' ? words.hide : words.remove)}
          submit={(reason) => stand(asked, reason)}
          close={() => setAsked(undefined)}
        />
      )}
    </div>
  )
}

function ReasonDialog({
  title,
  verb,
  submit,
  close,
}: {
  title: string
  verb: string
  submit: (reason: string) => Promise<void>
  close: () => void
}) {
  const t = useT()
  const { message } = App.useApp()
  const { needed } = useRules()
  return (
    <Modal open footer={null} title={title} onCancel={close}>
      <AskForm<{ reason: string }>
        initial={{ reason: '' }}
        verb={verb}
        submit={async ({ reason }) => {
          await submit(reason)
          message.success(t(words.done))
          close()
        }}
      >
        <Form.Item
          name="reason"
          label={t(words.reason)}
          extra={t(words.reasonHint)}
          rules={[needed(words.reason)]}
        >
          <Input.TextArea maxLength={300} rows={3} showCount autoFocus />
        </Form.Item>
      </AskForm>
    </Modal>
  )
}

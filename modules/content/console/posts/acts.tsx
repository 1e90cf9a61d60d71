/** What the team does with posts: the same few acts in the list, on the page of one, and in the queue. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Form, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import type { Message } from '#base/i18n/messages.ts'
import { api } from '#ui/api.ts'
import type { Action } from '#ui/console/action/action.ts'
import { AskForm, useRules } from '#ui/console/form.tsx'
import { take } from '#ui/console/problem.ts'
import { useMay } from '#ui/console/session.ts'
import { useT } from '#ui/locale/locale.tsx'
import { boardsQuery, type Post, type PostPage, type Standing } from './posts.queries.ts'
import { postsWords as words } from './posts.words.ts'

export type Asked =
  | { readonly how: 'hide' | 'remove' | 'move' | 'close'; readonly posts: readonly Post[] }
  | { readonly how: 'merge'; readonly posts: readonly [Post] }

/** Acts of one post and of many; `ask` opens the dialog for those that need words. */
export function usePostActs(ask: (asked: Asked) => void): {
  readonly one: readonly Action<Post>[]
  readonly many: readonly Action<readonly Post[]>[]
} {
  const may = useMay()
  const client = useQueryClient()
  if (!may('content.moderate')) return { one: [], many: [] }
  const stand = async (posts: readonly Post[], standing: Standing) => {
    await standAll(posts, standing)
    await client.invalidateQueries({ queryKey: ['posts'] })
  }
  const act = (
    name: Message,
    can: (post: Post) => boolean,
    standing: Standing,
    more: Partial<Action<Post>> = {},
  ): Action<Post> => ({ name, can, done: words.done, run: (post) => stand([post], standing), ...more })
  const published = (post: Post) => post.state === 'published'
  const one: readonly Action<Post>[] = [
    act(words.feature, (post) => published(post) && !post.featured, { featured: true }, { icon: 'star' }),
    act(words.unfeature, (post) => post.featured, { featured: false }),
    act(words.pin, (post) => published(post) && post.pinned !== 'board', { pinned: 'board' }),
    act(words.pinGroup, (post) => published(post) && post.pinned !== 'group', { pinned: 'group' }),
    act(words.unpin, (post) => post.pinned !== null, { pinned: null }),
    act(words.lock, (post) => published(post) && !post.locked, { locked: true }, { icon: 'lock' }),
    act(words.unlock, (post) => post.locked, { locked: false }),
    {
      name: words.close,
      can: (post) => published(post) && !post.closed,
      run: (post) => ask({ how: 'close', posts: [post] }),
    },
    act(words.reopen, (post) => post.closed, { closed: false }),
    act(words.approve, (post) => post.state === 'pending', { state: 'published' }, { icon: 'check' }),
    act(words.restore, (post) => post.state === 'hidden' || post.state === 'removed', { state: 'published' }),
    {
      name: words.move,
      can: (post) => post.state !== 'merged',
      run: (post) => ask({ how: 'move', posts: [post] }),
    },
    { name: words.merge, icon: 'merge', can: published, run: (post) => ask({ how: 'merge', posts: [post] }) },
    { name: words.hide, danger: true, can: published, run: (post) => ask({ how: 'hide', posts: [post] }) },
    {
      name: words.remove,
      danger: true,
      can: (post) => post.state !== 'removed' && post.state !== 'merged',
      run: (post) => ask({ how: 'remove', posts: [post] }),
    },
  ]
  const many: readonly Action<readonly Post[]>[] = [
    {
      name: words.feature,
      icon: 'star',
      done: words.done,
      run: (posts) => stand(posts, { featured: true }),
    },
    { name: words.move, run: (posts) => ask({ how: 'move', posts }) },
    { name: words.hide, danger: true, run: (posts) => ask({ how: 'hide', posts }) },
    { name: words.remove, danger: true, run: (posts) => ask({ how: 'remove', posts }) },
  ]
  return { one, many }
}

async function standAll(posts: readonly Post[], standing: Standing): Promise<void> {
  const [first] = posts
  if (posts.length === 1 && first)
    await take(
      api.PATCH('/api/content/posts/{id}/standing', { params: { path: { id: first.id } }, body: standing }),
    )
  else
    await take(api.POST('/api/content/posts/bulk', { body: { ids: posts.map((post) => post.id), standing } }))
}

/** Asks for the words or the place that an act needs, and does it. */
export function ActDialog({ asked, close }: { asked: Asked; close: () => void }) {
  const client = useQueryClient()
  const finish = async () => {
    await client.invalidateQueries({ queryKey: ['posts'] })
    close()
  }
  if (asked.how === 'merge') return <MergeDialog post={asked.posts[0]} close={close} finish={finish} />
  return <BulkDialog how={asked.how} posts={asked.posts} close={close} finish={finish} />
}

function BulkDialog({
  how,
  posts,
  close,
  finish,
}: {
  how: 'hide' | 'remove' | 'move' | 'close'
  posts: readonly Post[]
  close: () => void
  finish: () => Promise<void>
}) {
  const t = useT()
  const { message } = App.useApp()
  const { needed } = useRules()
  const boards = useQuery({ ...boardsQuery, enabled: how === 'move' }).data ?? []
  const title = {
    hide: words.hideTitle,
    remove: words.removeTitle,
    move: words.moveTitle,
    close: words.closeTitle,
  }[how]
  const verb = { hide: words.hide, remove: words.remove, move: words.move, close: words.close }[how]
  return (
    <Modal open footer={null} title={t(title, { count: posts.length })} onCancel={close}>
      <AskForm<{ reason: string; board?: string }>
        initial={{ reason: '' }}
        verb={t(verb)}
        submit={async ({ reason, board }) => {
          const ids = posts.map((post) => post.id)
          const result = await take(
            api.POST('/api/content/posts/bulk', {
              body:
                how === 'move'
                  ? { ids, moveTo: board!, reason }
                  : how === 'close'
                    ? { ids, standing: { closed: true, closedBecause: reason.slice(0, 200), reason: '' } }
                    : { ids, reason, standing: { state: how === 'hide' ? 'hidden' : 'removed', reason } },
            }),
          )
          const refused = result.refused[0]
          if (refused)
            message.warning(
              t(words.someRefused, {
                done: result.done,
                refused: result.refused.length,
                because: refused.because,
              }),
            )
          else message.success(t(words.done))
          await finish()
        }}
      >
        {how === 'move' && (
          <Form.Item name="board" label={t(words.moveTo)} rules={[needed(words.moveTo)]}>
            <Select
              showSearch={{ optionFilterProp: 'label' }}
              options={boards.map((board) => ({ value: board.id, label: `${board.group} · ${board.name}` }))}
            />
          </Form.Item>
        )}
        <Form.Item
          name="reason"
          label={t(words.reason)}
          extra={t(how === 'close' ? words.closeHint : words.reasonHint)}
          rules={how === 'move' || how === 'close' ? [] : [needed(words.reason)]}
        >
          <Input.TextArea maxLength={how === 'close' ? 200 : 300} rows={3} showCount />
        </Form.Item>
      </AskForm>
    </Modal>
  )
}

function MergeDialog({
  post,
  close,
  finish,
}: {
  post: Post
  close: () => void
  finish: () => Promise<void>
}) {
  const t = useT()
  const { message } = App.useApp()
  const { needed } = useRules()
  const [text, setText] = useState('')
  const found = useQuery({
    queryKey: ['posts', 'pick', text],
    enabled: text.length > 0,
    queryFn: ({ signal }) =>
      take<PostPage>(
        api.GET('/api/content/posts', {
          params: { query: { q: text, state: 'published', limit: 10 } },
          signal,
        }),
      ),
  })
  return (
    <Modal open footer={null} title={t(words.merge)} onCancel={close}>
      <p className="dialog-hint">{t(words.mergeHint)}</p>
      <AskForm<{ into: string; reason: string }>
        initial={{ reason: '' }}
        verb={t(words.merge)}
        submit={async ({ into, reason }) => {
          await take(
            api.PUT('/api/content/posts/{id}/merged-into', {
              params: { path: { id: post.id } },
              body: { postId: into, reason },
            }),
          )
          message.success(t(words.done))
          await finish()
        }}
      >
        <Form.Item name="into" label={t(words.mergeInto)} rules={[needed(words.mergeInto)]}>
          <Select
            placeholder={t(words.mergeFind)}
            loading={found.isFetching}
            showSearch={{ filterOption: false, onSearch: (typed) => setText(typed.trim().slice(0, 60)) }}
            options={(found.data?.items ?? [])
              .filter((each) => each.id !== post.id)
              .map((each) => ({
                value: each.id,
                label: `${each.title || each.excerpt.slice(0, 40)} · ${each.author.name}`,
              }))}
          />
        </Form.Item>
        <Form.Item name="reason" label={t(words.reason)} extra={t(words.reasonHint)}>
          <Input.TextArea maxLength={300} rows={2} />
        </Form.Item>
      </AskForm>
    </Modal>
  )
}

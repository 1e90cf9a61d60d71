import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { App, Form, Input, Modal, Select } from 'antd'
import { api } from '#ui/api.ts'
import { AskForm, useRules } from '#ui/console/form.tsx'
import { take } from '#ui/console/problem.ts'
import { useT } from '#ui/locale/locale.tsx'
import { kindLabels } from '../../content.messages.ts'
import { boardsQuery, type Post } from './posts.queries.ts'
import { postsWords, commentsWords as words } from './posts.words.ts'

/** What a post made of comments may be: the others need more than words. */
const kinds = ['discussion', 'question', 'idea'] as const

/** Makes the chosen comments, with what hangs on them, a post of their own. */
export function SplitDialog({
  post,
  commentIds,
  close,
}: {
  post: Post
  commentIds: string[]
  close: () => void
}) {
  const t = useT()
  const client = useQueryClient()
  const navigate = useNavigate()
  const { message } = App.useApp()
  const { needed } = useRules()
  const boards = useQuery(boardsQuery).data ?? []
  return (
    <Modal open footer={null} title={t(words.splitTitle, { count: commentIds.length })} onCancel={close}>
      <p className="dialog-hint">{t(words.splitHint)}</p>
      <AskForm<{ title: string; kind: (typeof kinds)[number]; boardId: string; reason: string }>
        initial={{ title: '', kind: 'discussion', boardId: post.board.id, reason: '' }}
        verb={t(words.split)}
        submit={async (values) => {
          const { id } = await take<{ id: string }>(
            api.POST('/api/content/posts/{id}/splits', {
              params: { path: { id: post.id } },
              body: { ...values, title: values.title.trim(), commentIds },
            }),
          )
          await client.invalidateQueries({ queryKey: ['posts'] })
          message.success(t(words.done))
          close()
          await navigate({ to: '/content/posts/$id', params: { id } })
        }}
      >
        <Form.Item name="title" label={t(words.newTitle)} rules={[needed(words.newTitle)]}>
          <Input maxLength={80} autoFocus />
        </Form.Item>
        <div className="two">
          <Form.Item name="kind" label={t(postsWords.kind)}>
            <Select options={kinds.map((value) => ({ value, label: t(kindLabels[value]) }))} />
          </Form.Item>
          <Form.Item name="boardId" label={t(postsWords.board)}>
            <Select
              showSearch={{ optionFilterProp: 'label' }}
              options={
                boards.length > 0
                  ? boards.map(({ id, name, group }) => ({ value: id, label: `${group} · ${name}` }))
                  : [{ value: post.board.id, label: `${post.group.name} · ${post.board.name}` }]
              }
            />
          </Form.Item>
        </div>
        <Form.Item name="reason" label={t(postsWords.reason)}>
          <Input.TextArea maxLength={300} rows={2} />
        </Form.Item>
      </AskForm>
    </Modal>
  )
}

/** Moving a post to another board that one looks after. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '#ui/api.ts'
import { useT } from '#ui/locale/locale.tsx'
import { ask } from '#ui/member/ask.ts'
import { SelectField, TextField } from '#ui/member/Field.tsx'
import { Form } from '#ui/member/Form.tsx'
import { Sheet } from '#ui/member/Sheet.tsx'
import { Bone } from '#ui/member/Skeleton.tsx'
import { Submit } from '#ui/member/Submit.tsx'
import { useToast } from '#ui/member/Toast.tsx'
import { boardsQuery, type PostPage } from './page.queries.ts'
import { words } from './page.words.ts'

export function MoveSheet({ post, close }: { post: PostPage; close: () => void }) {
  const t = useT()
  const tell = useToast()
  const client = useQueryClient()
  const { data } = useQuery(boardsQuery)
  const boards = data?.items.filter((board) => board.id !== post.board.id)
  return (
    <Sheet open close={close} title={t(words.move)}>
      {boards ? (
        <Form
          label={t(words.move)}
          send={async ({ boardId, reason }) => {
            await ask(
              api.PUT('/api/site/posts/{id}/board', {
                params: { path: { id: post.id } },
                body: { boardId: boardId ?? '', reason: reason ?? '' },
              }),
            )
            const board = boards.find((each) => each.id === boardId)?.name ?? ''
            tell(t(words.moved, { board }))
            await client.invalidateQueries({ queryKey: ['posts'] })
            close()
          }}
        >
          <SelectField name="boardId" label={t(words.moveTo)} required>
            {boards.map((board) => (
              <option key={board.id} value={board.id}>
                {board.group.name} · {board.name}
              </option>
            ))}
          </SelectField>
          <TextField name="reason" label={t(words.why)} maxLength={300} />
          <Submit>{t(words.move)}</Submit>
        </Form>
      ) : (
        <Bone height={120} />
      )}
    </Sheet>
  )
}

import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { App, Button, Drawer, Form, Input } from 'antd'
import { useState } from 'react'
import { AskForm, useRules } from '#ui/console/form.tsx'
import { Person } from '#ui/console/Person.tsx'
import { take } from '#ui/console/problem.ts'
import { useMay } from '#ui/console/session.ts'
import { Empty, Failed, SkeletonRows } from '#ui/console/states.tsx'
import { Icon } from '#ui/icon/Icon.tsx'
import { useT } from '#ui/locale/locale.tsx'
import { frameWords as words } from './frame.words.ts'
import type { Behind } from './PeopleDoor.tsx'
import { post } from './post.ts'

interface Listed {
  readonly id: string
  readonly nickname: string
  readonly avatarUrl: string | null
  readonly city?: string
}

interface Page {
  readonly total: number
  readonly items: readonly Listed[]
  readonly next: string | null
}

/** The people behind a figure, fifty at a time. */
export function PeopleDrawer({
  analysis,
  question,
  cell,
  title,
  close,
}: Behind & { readonly close: () => void }) {
  const t = useT()
  const may = useMay()
  const [keeping, keep] = useState(false)
  const found = useInfiniteQuery({
    queryKey: ['insight', analysis, 'people', JSON.stringify([question, cell])],
    queryFn: ({ pageParam, signal }) =>
      take<Page>(
        post(
          `/api/insight/${analysis}/people`,
          { question, cell, limit: 50, ...(pageParam ? { cursor: pageParam } : {}) },
          signal,
        ),
      ),
    initialPageParam: '',
    getNextPageParam: (page: Page) => page.next,
    staleTime: 30_000,
    retry: false,
  })
  const people = found.data?.pages.flatMap((page) => page.items) ?? []
  const total = found.data?.pages[0]?.total
  return (
    <Drawer
      open
      onClose={close}
      title={title}
      size={420}
      extra={
        may('audience.edit') &&
        Boolean(total) && (
          <Button size="small" icon={<Icon name="save" size={14} />} onClick={() => keep(!keeping)}>
            {t(words.keep)}
          </Button>
        )
      }
    >
      {keeping && <Keep {...{ analysis, question, cell, title }} done={() => keep(false)} />}
      {total !== undefined && (
        <p className="muted small" aria-live="polite">
          {t(words.people, { count: total })}
        </p>
      )}
      {found.isPending && <SkeletonRows rows={6} />}
      {found.isError && people.length === 0 && <Failed error={found.error} retry={() => found.refetch()} />}
      {found.isSuccess && people.length === 0 && <Empty icon="members" title={t(words.nobody)} />}
      <ul className="people-behind">
        {people.map(({ id, nickname, avatarUrl, city }) => (
          <li key={id}>
            <Person id={id} memberId={id} name={nickname} url={avatarUrl} note={city} />
          </li>
        ))}
      </ul>
      {found.hasNextPage && (
        <Button block loading={found.isFetchingNextPage} onClick={() => found.fetchNextPage()}>
          {t(words.more)}
        </Button>
      )}
    </Drawer>
  )
}

/** Keeps them as a list, which is a static segment. */
function Keep({ analysis, question, cell, title, done }: Behind & { readonly done: () => void }) {
  const t = useT()
  const rules = useRules()
  const { notification } = App.useApp()
  const navigate = useNavigate()
  const client = useQueryClient()
  return (
    <div className="card keep-list">
      <p className="muted small">{t(words.keepHint)}</p>
      <AskForm<{ name: string; note?: string }>
        verb={t(words.keep)}
        initial={{ name: title.slice(0, 60) }}
        submit={async ({ name, note }) => {
          const list = await take<{ id: string; name: string; members: number }>(
            post(`/api/insight/${analysis}/list`, { question, cell, name, note: note ?? '' }),
          )
          await client.invalidateQueries({ queryKey: ['segments'] })
          notification.success({
            title: t(words.kept, { name: list.name, count: list.members }),
            description: (
              // What is told stands outside of the router, so a link would find none there.
              <Button
                type="link"
                size="small"
                onClick={() => {
                  notification.destroy()
                  void navigate({ to: '/segments/$id', params: { id: list.id } })
                }}
              >
                {t(words.openList)}
              </Button>
            ),
          })
          done()
        }}
      >
        <Form.Item name="name" label={t(words.listName)} rules={[rules.needed(words.listName)]}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="note" label={t(words.listNote)}>
          <Input maxLength={300} />
        </Form.Item>
      </AskForm>
    </div>
  )
}

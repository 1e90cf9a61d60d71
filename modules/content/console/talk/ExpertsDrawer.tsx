import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Drawer } from 'antd'
import { useState } from 'react'
import { api } from '#ui/api.ts'
import { Tag } from '#ui/console/Page.tsx'
import { Person } from '#ui/console/Person.tsx'
import { asProblem, take } from '#ui/console/problem.ts'
import { useMay } from '#ui/console/session.ts'
import { Empty, Failed, SkeletonRows } from '#ui/console/states.tsx'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { type Expert, expertsQuery } from './talk.queries.ts'
import { talkWords as words } from './talk.words.ts'

/** Who is likely to know the answer, and why; asked with one press. */
export function ExpertsDrawer({
  postId,
  title,
  close,
}: {
  postId: string
  title: string
  close: () => void
}) {
  const t = useT()
  const query = useQuery(expertsQuery(postId))
  return (
    <Drawer open onClose={close} title={t(words.whoTitle)} size="large">
      {title && <p className="talk-title">{title}</p>}
      <p className="talk-note">{t(words.whoLead)}</p>
      {query.isPending ? (
        <SkeletonRows rows={4} height={64} />
      ) : query.isError ? (
        <Failed error={query.error} retry={() => query.refetch()} />
      ) : query.data.items.length === 0 ? (
        <Empty icon="members" title={t(words.noExperts)} hint={t(words.noExpertsHint)} />
      ) : (
        <ul className="expert-list">
          {query.data.items.map((expert) => (
            <ExpertRow key={expert.person.memberId} postId={postId} expert={expert} />
          ))}
        </ul>
      )}
    </Drawer>
  )
}

function ExpertRow({ postId, expert }: { postId: string; expert: Expert }) {
  const t = useT()
  const format = useFormat()
  const may = useMay()
  const client = useQueryClient()
  const { message } = App.useApp()
  const [busy, setBusy] = useState(false)
  const { person, reasons, askedAt } = expert
  const ask = async () => {
    setBusy(true)
    try {
      await take(
        api.PUT('/api/content/posts/{id}/experts/{memberId}', {
          params: { path: { id: postId, memberId: person.memberId } },
        }),
      )
      await client.invalidateQueries({ queryKey: ['content-questions'] })
      message.success(t(words.invited, { name: person.name }))
    } catch (error) {
      message.error(asProblem(error).message)
    } finally {
      setBusy(false)
    }
  }
  return (
    <li>
      <div className="talk-main">
        <Person
          id={person.memberId}
          name={person.name}
          url={person.avatarUrl}
          memberId={person.memberId}
          size={32}
        />
        <div className="expert-reasons">
          {reasons.map((reason) => (
            <Tag key={reason}>{reason}</Tag>
          ))}
        </div>
      </div>
      {askedAt ? (
        <span className="talk-note expert-when">{t(words.wasAsked, { when: format.ago(askedAt) })}</span>
      ) : (
        may('content.moderate') && (
          <Button onClick={ask} loading={busy} aria-label={t(words.askLabel, { name: person.name })}>
            {t(words.ask)}
          </Button>
        )
      )}
    </li>
  )
}

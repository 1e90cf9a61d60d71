import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { api } from '#ui/api.ts'
import { ActionButton } from '#ui/console/action/ActionButton.tsx'
import type { Action } from '#ui/console/action/action.ts'
import { Card, Light } from '#ui/console/Page.tsx'
import { take } from '#ui/console/problem.ts'
import { Failed, SkeletonRows } from '#ui/console/states.tsx'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { type Follower, followersQuery } from './system.queries.ts'
import { systemWords } from './system.words.ts'

const lights = { running: 'good', retrying: 'warn', paused: 'off' } as const

/** Followers of the log: how far behind each is, with a brake. */
export function Followers() {
  const t = useT()
  const query = useQuery(followersQuery)
  return (
    <Card flush title={t(systemWords.followers)} note={t(systemWords.followersNote)} className="followers">
      {query.isPending && <SkeletonRows rows={3} />}
      {query.isError && <Failed error={query.error} retry={() => query.refetch()} />}
      {query.data && <FollowerTable followers={query.data.items} />}
    </Card>
  )
}

function FollowerTable({ followers }: { followers: readonly Follower[] }) {
  const t = useT()
  const format = useFormat()
  const client = useQueryClient()
  const refresh = () => client.invalidateQueries({ queryKey: ['system'] })
  const pause: Action<Follower> = {
    name: systemWords.pause,
    icon: 'pause',
    can: (follower) => follower.can.pause,
    confirm: ({ name }) => ({
      title: systemWords.pauseTitle,
      values: { name },
      detail: systemWords.pauseDetail,
      verb: systemWords.pause,
    }),
    run: async ({ name }) => {
      await take(
        api.PUT('/api/system/consumers/{name}/pause', { params: { path: { name } }, body: { reason: '' } }),
      )
      await refresh()
    },
  }
  const resume: Action<Follower> = {
    name: systemWords.resume,
    icon: 'play',
    can: (follower) => follower.can.resume,
    run: async ({ name }) => {
      await take(api.DELETE('/api/system/consumers/{name}/pause', { params: { path: { name } } }))
      await refresh()
    },
  }
  return (
    <table className="list-table">
      <thead>
        <tr>
          <th>{t(systemWords.follower)}</th>
          <th>{t(systemWords.state)}</th>
          <th className="num">{t(systemWords.behind)}</th>
          <th className="num">{t(systemWords.lag)}</th>
          <th className="num">{t(systemWords.deadLetters)}</th>
          <th className="list-more">
            <span className="sr-only">{t(systemWords.pause)}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {followers.map((follower) => (
          <tr key={follower.name}>
            <td className="phone-first">
              <code>{follower.name}</code>
            </td>
            <td className="phone-line" data-label={t(systemWords.state)}>
              <Light state={lights[follower.state]}>{t(systemWords[follower.state])}</Light>
              {follower.lastError && follower.state === 'retrying' && (
                <small className="muted reason">{follower.lastError}</small>
              )}
            </td>
            <td className="num phone-line" data-label={t(systemWords.behind)}>
              {t(systemWords.rows, { count: follower.lag.rows })}
            </td>
            <td className="num phone-line" data-label={t(systemWords.lag)}>
              {format.duration(follower.lag.seconds * 1000)}
            </td>
            <td className="num phone-line" data-label={t(systemWords.deadLetters)}>
              {follower.deadLetters > 0 ? (
                <Link to="/settings/jobs/dead-letters" className="door bad">
                  {format.number(follower.deadLetters)}
                </Link>
              ) : (
                0
              )}
            </td>
            <td className="list-more">
              <ActionButton action={pause} thing={follower} small />
              <ActionButton action={resume} thing={follower} small />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

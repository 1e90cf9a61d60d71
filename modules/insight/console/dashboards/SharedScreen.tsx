/** What a link shows: the figures of a dashboard and nothing else, without signing in. */
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { Empty, SkeletonRows } from '#ui/console/states.tsx'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { Board } from './Board.tsx'
import { sharedQuery } from './dashboards.queries.ts'
import { shareWords as words } from './dashboards.words.ts'
import { SharedTile } from './SharedTile.tsx'
import './dashboards.css'
import './shares.css'

export default function SharedScreen() {
  const t = useT()
  const format = useFormat()
  // The token stands behind the #, so that no server and no other site is told.
  const token = location.hash.slice(1)
  const found = useQuery(sharedQuery(token))
  const { data } = found
  useEffect(() => {
    if (data) document.title = [data.name, data.community].filter(Boolean).join(' · ')
  }, [data])
  if (found.error)
    return (
      <div className="door-card shared-closed">
        <Empty page icon="lock" title={t(words.closed)} hint={t(words.closedHint)} />
      </div>
    )
  if (!data)
    return (
      <div className="shared-page">
        <section className="card">
          <SkeletonRows rows={7} />
        </section>
      </div>
    )
  const hidden = data.tiles.some(({ figures }) => (figures?.hidden ?? 0) > 0)
  return (
    <div className="shared-page">
      <header className="page-head">
        <div>
          <h1>{data.name}</h1>
          <p className="page-lead">{data.note || t(words.sharedBy, { community: data.community })}</p>
        </div>
        <p className="muted small">
          {t(words.at, { time: format.dateTime(data.freshTo ?? data.at) })}
          {hidden && <> · {t(words.hidden)}</>}
        </p>
      </header>
      <Board tiles={data.tiles} draw={(tile) => <SharedTile tile={tile} />} />
    </div>
  )
}

import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { Page, Tag } from '#ui/console/Page.tsx'
import { useMay } from '#ui/console/session.ts'
import { Failed, SkeletonRows } from '#ui/console/states.tsx'
import { useT } from '#ui/locale/locale.tsx'
import '#ui/console/climb.css'
import { LevelDrawer } from './LevelDrawer.tsx'
import { type Level, levelsQuery } from './trust.queries.ts'
import { trustWords as words } from './trust.words.ts'

/** Levels of trust as steps that lead up: what each allows, and how one reaches it. */
export default function TrustScreen() {
  const t = useT()
  const may = useMay()
  const query = useQuery(levelsQuery)
  const levels = query.data?.items ?? []
  const [editing, setEditing] = useState<Level>()
  return (
    <Page title={t(words.title)} lead={t(words.lead)}>
      {query.isPending && <SkeletonRows rows={5} height={96} />}
      {query.isError && <Failed error={query.error} retry={() => query.refetch()} />}
      <ol className="climb">
        {levels.toReversed().map((level) => (
          <li key={level.rank}>
            <span className="climb-mark">{level.rank}</span>
            <div>
              <b>{level.name}</b> {level.ownRule && <Tag tone="wheat">{t(words.own)}</Tag>}
              <p className="row-note">
                {[
                  level.rank === 0 ? t(words.everybody) : t(words.members, { count: level.members }),
                  ...(level.byHand || level.rank === 0 ? [] : [t(level.keeps ? words.keeps : words.mayLose)]),
                ].join(' · ')}
              </p>
              {level.says ? <p className="climb-rule">{level.says}</p> : null}
              {level.byHand ? <p className="climb-rule resting">{t(words.byHand)}</p> : null}
              <p className="row-note">
                <Allows level={level} />
              </p>
            </div>
            {may('content.edit') ? (
              <Button onClick={() => setEditing(level)} aria-label={t(words.editing, { name: level.name })}>
                {t(words.edit)}
              </Button>
            ) : (
              <span />
            )}
          </li>
        ))}
      </ol>
      {editing && <LevelDrawer level={editing} close={() => setEditing(undefined)} />}
    </Page>
  )
}

function Allows({ level: { limits } }: { level: Level }) {
  const t = useT()
  const not = [
    limits.videos ? null : t(words.video),
    limits.polls ? null : t(words.poll),
    limits.newTopics ? null : t(words.topic),
  ].filter((each) => each !== null)
  return [
    t(words.says, {
      links: limits.links,
      images: limits.images,
      posts: limits.postsPerDay,
      comments: limits.commentsPerDay,
    }),
    ...(not.length > 0 ? [t(words.not, { what: not.join(t(words.and)) })] : []),
    ...(limits.reviewed ? [t(words.reviewed)] : []),
  ].join(' · ')
}

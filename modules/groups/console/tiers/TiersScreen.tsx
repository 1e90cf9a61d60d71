import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { Card, Page, Tag } from '#ui/console/Page.tsx'
import { Person } from '#ui/console/Person.tsx'
import { useMay } from '#ui/console/session.ts'
import { SkeletonRows } from '#ui/console/states.tsx'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { tierHistoryQuery, tiersQuery } from '../group.queries.ts'
import { ArrangeDialog } from './ArrangeDialog.tsx'
import { Climb } from './Climb.tsx'
import { tierWords as words } from './tiers.words.ts'
import '../groups.css'

/** The tiers of the community, their rules, and who moved lately. */
export default function TiersScreen() {
  const t = useT()
  const may = useMay()
  const tiers = useSuspenseQuery(tiersQuery()).data.items
  const [arranging, setArranging] = useState(false)
  return (
    <Page
      title={t(words.title)}
      lead={t(words.lead)}
      actions={may('groups.edit') && <Button onClick={() => setArranging(true)}>{t(words.arrange)}</Button>}
    >
      <div className="split">
        <Climb tiers={tiers} />
        <History />
      </div>
      {arranging && <ArrangeDialog group={null} tiers={tiers} close={() => setArranging(false)} />}
    </Page>
  )
}

function History() {
  const t = useT()
  const format = useFormat()
  const query = useQuery(tierHistoryQuery)
  const moves = query.data?.items ?? []
  return (
    <Card title={t(words.history)}>
      {query.isPending ? (
        <SkeletonRows rows={4} />
      ) : moves.length === 0 ? (
        <p className="muted small">{t(words.noHistory)}</p>
      ) : (
        <ul className="people-list">
          {moves.map((move) => (
            <li key={`${move.person.memberId}${move.at}`} className="move-row">
              <Person
                id={move.person.memberId}
                name={move.person.nickname}
                url={move.person.avatarUrl}
                memberId={move.person.memberId}
                note={`${t(words.fromTo, { from: move.from?.name ?? '—', to: move.to?.name ?? '—' })} · ${format.ago(move.at)}`}
              />
              <Tag tone={move.rose ? 'pine' : 'wheat'}>{t(move.byRule ? words.byRule : words.byHand)}</Tag>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

import { useQuery } from '@tanstack/react-query'
import { Button, Modal } from 'antd'
import { useState } from 'react'
import { Card } from '#ui/console/Page.tsx'
import { Failed, SkeletonRows } from '#ui/console/states.tsx'
import { Icon } from '#ui/icon/Icon.tsx'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { ProgramTag } from './CareCard.tsx'
import { careOfMemberQuery } from './care.queries.ts'
import { careWords } from './care.words.ts'
import { NextVisit } from './NextVisit.tsx'
import { TakeIntoCare } from './TakeIntoCare.tsx'
import { VisitForm } from './VisitForm.tsx'
import { Visits } from './Visits.tsx'
import './care.css'

/** On the page of a member: in which programmes he is, when he is visited next, and what was said. */
export default function CarePanel({ memberId }: { memberId: string }) {
  const t = useT()
  const format = useFormat()
  const query = useQuery(careOfMemberQuery(memberId))
  const [noting, setNoting] = useState(false)
  const [taking, setTaking] = useState(false)
  if (query.isPending)
    return (
      <Card title={t(careWords.care)}>
        <SkeletonRows rows={2} />
      </Card>
    )
  if (query.isError)
    return (
      <Card title={t(careWords.care)}>
        <Failed error={query.error} retry={() => query.refetch()} />
      </Card>
    )
  const { care, visits, can } = query.data
  const running = care.filter((one) => one.endedAt === null)
  const nickname = care[0]?.member.nickname
  return (
    <Card
      title={t(careWords.care)}
      extra={
        can.edit && (
          <Button size="small" icon={<Icon name="note" size={15} />} onClick={() => setNoting(true)}>
            {t(careWords.note)}
          </Button>
        )
      }
    >
      {running.length === 0 && (
        <p className="care-out small">
          <span className="muted">{t(careWords.notInCare)}</span>
          {can.edit && (
            <Button size="small" type="link" onClick={() => setTaking(true)}>
              {t(careWords.take)}
            </Button>
          )}
        </p>
      )}
      <ul className="care-running">
        {running.map((one) => (
          <li key={one.id}>
            <p className="care-foot">
              <ProgramTag program={one.program} />
              <b>{t(careWords[one.stage])}</b>
              <span className="small">
                <NextVisit care={one} />
              </span>
            </p>
            <p className="small muted">
              {[
                one.owner?.name ?? t(careWords.noOwner),
                t(careWords.inCareSince, { day: format.date(one.startedAt) }),
                one.why,
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
            {one.needs && <p className="care-needs small">{one.needs}</p>}
          </li>
        ))}
      </ul>
      <h3 className="care-sub small">{t(careWords.visits)}</h3>
      <Visits visits={visits.items} />
      {noting && (
        <Modal open title={t(careWords.note)} footer={null} onCancel={() => setNoting(false)} destroyOnHidden>
          <VisitForm memberId={memberId} careId={running[0]?.id} done={() => setNoting(false)} />
        </Modal>
      )}
      {taking && (
        <TakeIntoCare
          close={() => setTaking(false)}
          {...(nickname
            ? { members: [{ id: memberId, nickname }] }
            : { members: [{ id: memberId, nickname: `#${memberId}` }] })}
        />
      )}
    </Card>
  )
}

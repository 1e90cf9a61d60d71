import { useSuspenseQuery } from '@tanstack/react-query'
import { Button, Segmented } from 'antd'
import { useState } from 'react'
import { useUrlState } from '#ui/console/list/useUrlState.ts'
import { Card, Tag } from '#ui/console/Page.tsx'
import { useMay } from '#ui/console/session.ts'
import { Empty } from '#ui/console/states.tsx'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { GroupFrame, useGroup } from '../GroupFrame.tsx'
import { type EliminationRule, eliminationQuery } from '../group.queries.ts'
import { roleWord } from '../group.words.ts'
import { RuleFailure } from '../RuleFailure.tsx'
import { Appeals } from './Appeals.tsx'
import { Cases } from './Cases.tsx'
import { eliminationWords as words } from './elimination.words.ts'
import { RuleEditor } from './RuleEditor.tsx'
import '../tiers/tiers.css'

/** The rule, who is under it, and who asks to be heard. */
export default function EliminationScreen() {
  const t = useT()
  const may = useMay()
  const group = useGroup()
  const { rule, counts, openAppeals } = useSuspenseQuery(eliminationQuery(group.id)).data
  const [url, setUrl] = useUrlState()
  const [editing, setEditing] = useState(false)
  const hears = may('groups.members')
  const view = url.view === 'appeals' && hears ? 'appeals' : 'cases'
  const edit = may('groups.edit') && (
    <Button type={rule ? 'default' : 'primary'} onClick={() => setEditing(true)}>
      {t(rule ? words.edit : words.set)}
    </Button>
  )
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0)
  return (
    <GroupFrame group={group} actions={rule && edit}>
      {!rule && total === 0 ? (
        <Card>
          <Empty icon="history" title={t(words.none)} hint={t(words.noneHint)} action={edit} />
        </Card>
      ) : (
        <div className="split">
          <div className="stack">
            {hears && (
              <Segmented
                value={view}
                onChange={(value) =>
                  setUrl({ view: value === 'cases' ? undefined : value, state: undefined })
                }
                options={[
                  { value: 'cases', label: `${t(words.cases)} ${total}` },
                  { value: 'appeals', label: `${t(words.appeals)} ${openAppeals}` },
                ]}
              />
            )}
            {view === 'appeals' ? <Appeals group={group.id} /> : <Cases group={group.id} counts={counts} />}
          </div>
          {rule && <Summary rule={rule} />}
        </div>
      )}
      {editing && <RuleEditor group={group.id} rule={rule} close={() => setEditing(false)} />}
    </GroupFrame>
  )
}

function Summary({ rule }: { rule: EliminationRule }) {
  const t = useT()
  const format = useFormat()
  const ways = [
    ...(rule.backSays ? [t(words.wayIf, { says: rule.backSays })] : []),
    ...(rule.backTask ? [t(words.wayTask, { task: rule.backTask })] : []),
    t(words.wayAppeal),
  ]
  const roles = rule.sparedRoles.map((role) => `、${t(roleWord(role))}`).join('')
  return (
    <Card
      title={t(words.steps)}
      extra={
        <Tag tone={rule.active ? 'pine' : 'plain'}>{t(rule.active ? words.running : words.resting)}</Tag>
      }
    >
      <ol className="how">
        <li>{t(words.s1, { says: rule.says })}</li>
        <li>{t(words.s2, { days: rule.graceDays })}</li>
        <li>{t(rule.review ? words.s3Review : words.s3Auto)}</li>
        <li>{t(words.s4, { ways: ways.join('；') })}</li>
      </ol>
      <p className="row-note">{t(words.spared, { roles, days: rule.newcomerDays })}</p>
      {rule.failure && <RuleFailure failure={rule.failure} />}
      {rule.ranAt && <p className="row-note">{t(words.ran, { when: format.ago(rule.ranAt) })}</p>}
    </Card>
  )
}

import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useState } from 'react'
import { api } from '#ui/api.ts'
import { Card } from '#ui/console/Page.tsx'
import { asProblem, take } from '#ui/console/problem.ts'
import { useMay } from '#ui/console/session.ts'
import { Empty } from '#ui/console/states.tsx'
import { useT } from '#ui/locale/locale.tsx'
import { GroupFrame, useGroup } from '../GroupFrame.tsx'
import { tiersQuery } from '../group.queries.ts'
import { ArrangeDialog } from './ArrangeDialog.tsx'
import { Climb } from './Climb.tsx'
import { tierWords as words } from './tiers.words.ts'

/** Tiers that hold within one group. */
export default function GroupTiersScreen() {
  const t = useT()
  const may = useMay()
  const { message } = App.useApp()
  const client = useQueryClient()
  const group = useGroup()
  const tiers = useSuspenseQuery(tiersQuery(group.id)).data.items
  const [arranging, setArranging] = useState(false)
  const begin = async () => {
    try {
      const named = [words.beginLow, words.beginHigh].map((name) => ({ name: t(name), promise: '' }))
      await take(api.PUT('/api/tiers', { body: { group: group.id, tiers: named } }))
      await client.invalidateQueries({ queryKey: ['group-tiers'] })
    } catch (error) {
      message.error(asProblem(error).message)
    }
  }
  const edit = may('groups.edit')
  return (
    <GroupFrame
      group={group}
      actions={
        edit && tiers.length > 0 && <Button onClick={() => setArranging(true)}>{t(words.arrange)}</Button>
      }
    >
      {tiers.length === 0 ? (
        <Card>
          <Empty
            icon="rise"
            title={t(words.none)}
            hint={t(words.noneHint)}
            action={
              edit && (
                <Button type="primary" onClick={begin}>
                  {t(words.begin)}
                </Button>
              )
            }
          />
        </Card>
      ) : (
        <>
          <p className="lead-text">{t(words.groupLead)}</p>
          <Climb tiers={tiers} />
        </>
      )}
      {arranging && <ArrangeDialog group={group.id} tiers={tiers} close={() => setArranging(false)} />}
    </GroupFrame>
  )
}

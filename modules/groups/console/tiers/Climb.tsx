import { Button } from 'antd'
import { useState } from 'react'
import { Tag } from '#ui/console/Page.tsx'
import { useMay } from '#ui/console/session.ts'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import type { RuledTier } from '../group.queries.ts'
import { RuleFailure } from '../RuleFailure.tsx'
import { RuleDrawer } from './RuleDrawer.tsx'
import { tierWords as words } from './tiers.words.ts'
import '#ui/console/climb.css'
import './tiers.css'

/** Tiers as a path that climbs: highest on top, each with how one gets there and stays. */
export function Climb({ tiers }: { tiers: readonly RuledTier[] }) {
  const t = useT()
  const format = useFormat()
  const may = useMay()
  const [editing, setEditing] = useState<RuledTier>()
  return (
    <>
      <ol className="climb">
        {tiers.toReversed().map((tier) => {
          const lowest = tier.id === tiers[0]?.id
          const { rule } = tier
          return (
            <li key={tier.id}>
              <span className="climb-mark">{tier.rank}</span>
              <div>
                <b>{tier.name}</b>{' '}
                {rule && (
                  <Tag tone={rule.active ? 'pine' : 'plain'}>
                    {t(rule.active ? words.running : words.resting)}
                  </Tag>
                )}
                <p className="row-note">
                  {[
                    tier.groupId === null && lowest
                      ? t(words.everyoneElse)
                      : t(words.holders, { count: tier.holders }),
                    ...(tier.groupId === null ? [t(words.groupsOn, { count: tier.groups })] : []),
                    tier.promise,
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </p>
                {rule ? (
                  <div className={`climb-rule ${rule.active ? '' : 'resting'}`}>
                    <p>{t(words.rises, { says: rule.risesSays })}</p>
                    {rule.staysSays && <p>{t(words.stays, { says: rule.staysSays })}</p>}
                    <p className="muted">
                      {rule.falls ? t(words.falls, { days: rule.graceDays }) : t(words.neverFalls)}
                      {rule.ranAt && ` · ${format.ago(rule.ranAt)}`}
                    </p>
                    {rule.failure && <RuleFailure failure={rule.failure} />}
                  </div>
                ) : (
                  <p className="row-note">{t(lowest ? words.lowest : words.noRule)}</p>
                )}
              </div>
              {may('groups.edit') && !lowest ? (
                <Button onClick={() => setEditing(tier)}>{t(rule ? words.editRule : words.setRule)}</Button>
              ) : (
                <span />
              )}
            </li>
          )
        })}
      </ol>
      {editing && <RuleDrawer tier={editing} close={() => setEditing(undefined)} />}
    </>
  )
}

/** About whom: one group or all, and members who fit a condition now. */
import { useQuery } from '@tanstack/react-query'
import { Button, Drawer } from 'antd'
import { useState } from 'react'
import { groupsOf } from '#ui/console/condition/building.ts'
import { MenuChip } from '#ui/console/condition/Chip.tsx'
import { ConditionField, isFinished } from '#ui/console/condition/ConditionField.tsx'
import { noCatalogue } from '#ui/console/condition/catalogue.ts'
import { type Definition, everybody } from '#ui/console/condition/condition.ts'
import { catalogueQuery } from '#ui/console/condition/queries.ts'
import { Icon } from '#ui/icon/Icon.tsx'
import { useT } from '#ui/locale/locale.tsx'
import { frameWords as words } from './frame.words.ts'
import { useSegments } from './pick.queries.ts'
import type { Scope } from './question.ts'

interface Props {
  readonly value: Scope
  readonly onChange: (scope: Scope) => void
  /** A question that is about groups one by one has no choice of one. */
  readonly withoutGroup?: boolean
  readonly withoutWho?: boolean
}

export function ScopePick({ value, onChange, withoutGroup, withoutWho }: Props) {
  return (
    <>
      {!withoutGroup && <GroupPick value={value.group} onChange={(group) => onChange({ ...value, group })} />}
      {!withoutWho && <WhoPick value={value.who} onChange={(who) => onChange({ ...value, who })} />}
    </>
  )
}

export function GroupPick({
  value,
  onChange,
}: {
  value: string | undefined
  onChange: (group: string | undefined) => void
}) {
  const t = useT()
  const catalogue = useQuery(catalogueQuery)
  const groups = groupsOf(catalogue.data ?? noCatalogue)
  const label = groups.find((group) => group.value === value)?.label
  return (
    <MenuChip
      name={t(words.group)}
      label={
        value === undefined ? t(words.allGroups) : (label ?? (catalogue.data ? t(words.goneGroup) : '…'))
      }
      value={value ?? ''}
      options={[{ value: '', label: t(words.allGroups) }, ...groups]}
      choose={(group) => onChange(group || undefined)}
    />
  )
}

export function WhoPick({
  value,
  onChange,
}: {
  value: Definition | undefined
  onChange: (who: Definition | undefined) => void
}) {
  const t = useT()
  const [draft, setDraft] = useState<Definition>()
  const segments = useSegments(draft !== undefined)
  const close = () => setDraft(undefined)
  const empty =
    draft !== undefined && 'of' in draft.who && Array.isArray(draft.who.of) && draft.who.of.length === 0
  return (
    <>
      <button type="button" className="chip" onClick={() => setDraft(value ?? everybody)}>
        {t(value ? words.chosen : words.everybody)}
        <Icon name="filter" size={13} />
      </button>
      <Drawer
        open={draft !== undefined}
        onClose={close}
        size={640}
        title={t(words.whoTitle)}
        destroyOnHidden
        footer={
          <div className="frame-foot">
            <Button
              type="primary"
              disabled={!draft || !isFinished(draft)}
              onClick={() => {
                onChange(empty ? undefined : draft)
                close()
              }}
            >
              {t(words.whoApply)}
            </Button>
            {value && (
              <Button
                onClick={() => {
                  onChange(undefined)
                  close()
                }}
              >
                {t(words.whoClear)}
              </Button>
            )}
          </div>
        }
      >
        <p className="muted small">{t(words.whoHint)}</p>
        {draft && <ConditionField value={draft} onChange={setDraft} segments={segments} />}
      </Drawer>
    </>
  )
}

import { Button, Dropdown } from 'antd'
import { useState } from 'react'
import { Icon } from '#ui/icon/Icon.tsx'
import { useT } from '#ui/locale/locale.tsx'
import { words } from '../words.ts'
import { type Action, canAct } from './action.ts'
import { useAct } from './useAct.tsx'

interface ButtonProps<T> {
  readonly action: Action<T>
  readonly thing: T
  readonly primary?: boolean
  readonly small?: boolean
}

/** The action as a button; nothing when the actor may not. */
export function ActionButton<T>({ action, thing, primary, small }: ButtonProps<T>) {
  const t = useT()
  const act = useAct()
  const [busy, setBusy] = useState(false)
  if (!canAct(action, thing)) return null
  return (
    <Button
      // On a row a dangerous act stays quiet: the confirmation is where it speaks up.
      type={primary ? 'primary' : small && action.danger ? 'text' : 'default'}
      size={small ? 'small' : 'middle'}
      danger={action.danger}
      loading={busy}
      icon={action.icon && <Icon name={action.icon} size={16} />}
      onClick={async () => {
        setBusy(true)
        await act(action, thing)
        setBusy(false)
      }}
    >
      {t(action.name)}
    </Button>
  )
}

/** The actions on one thing behind a … button. */
export function ActionMenu<T>({
  actions,
  thing,
  label,
}: {
  actions: readonly Action<T>[]
  thing: T
  label: string
}) {
  const t = useT()
  const act = useAct()
  const open = actions.filter((action) => canAct(action, thing))
  if (open.length === 0) return null
  const pictured = open.some((action) => action.icon)
  return (
    <Dropdown
      trigger={['click']}
      placement="bottomRight"
      menu={{
        items: open.map((action) => ({
          key: t(action.name),
          label: t(action.name),
          danger: action.danger,
          icon: action.icon ? (
            <Icon name={action.icon} size={16} />
          ) : pictured ? (
            <span className="no-icon" />
          ) : undefined,
          extra: action.shortcut?.toUpperCase(),
          onClick: ({ domEvent }) => {
            domEvent.stopPropagation()
            act(action, thing)
          },
        })),
      }}
    >
      <Button
        type="text"
        size="small"
        aria-label={`${t(words.more)}: ${label}`}
        icon={<Icon name="more" size={18} />}
        onClick={(event) => event.stopPropagation()}
      />
    </Dropdown>
  )
}

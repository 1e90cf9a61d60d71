import { useQuery } from '@tanstack/react-query'
import { App, Modal, Select } from 'antd'
import { useState } from 'react'
import { asProblem } from '#ui/console/problem.ts'
import { useT } from '#ui/locale/locale.tsx'
import { ownersQuery, setOwner } from './profile.queries.ts'
import { profileWords } from './profile.words.ts'

interface OwnerDialogProps {
  readonly members: readonly { readonly id: string }[]
  readonly now?: string | undefined
  readonly close: (changed: boolean) => void
}

/** Gives members to somebody of the team; how many each has already stands beside the name. */
export function OwnerDialog({ members, now, close }: OwnerDialogProps) {
  const t = useT()
  const { message } = App.useApp()
  const owners = useQuery(ownersQuery)
  const [chosen, setChosen] = useState<string | undefined>(now)
  const [busy, setBusy] = useState(false)
  const save = async () => {
    setBusy(true)
    try {
      await setOwner(
        members.map(({ id }) => id),
        chosen && chosen !== 'none' ? chosen : null,
      )
      message.success(t(profileWords.ownerSet))
      close(true)
    } catch (error) {
      message.error(asProblem(error).message)
      setBusy(false)
    }
  }
  return (
    <Modal
      open
      width={440}
      title={t(profileWords.setOwnerTitle, { count: members.length })}
      okText={t(profileWords.save)}
      cancelText={t(profileWords.cancel)}
      okButtonProps={{ disabled: chosen === undefined || chosen === now, loading: busy }}
      onOk={save}
      onCancel={() => close(false)}
    >
      <Select
        showSearch={{ optionFilterProp: 'name' }}
        autoFocus
        loading={owners.isPending}
        style={{ width: '100%' }}
        aria-label={t(profileWords.owner)}
        placeholder={t(profileWords.choose)}
        value={chosen}
        onChange={setChosen}
        optionRender={({ data }) => (
          <span className="owner-option">
            {data.name}
            {data.count !== undefined && (
              <small className="muted">{t(profileWords.looksAfter, { count: data.count })}</small>
            )}
          </span>
        )}
        options={[
          { value: 'none', label: t(profileWords.nobody), name: t(profileWords.nobody), count: undefined },
          ...(owners.data?.items ?? []).map(({ accountId, name, members: count }) => ({
            value: accountId,
            label: name,
            name,
            count,
          })),
        ]}
      />
    </Modal>
  )
}

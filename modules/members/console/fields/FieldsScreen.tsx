import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useState } from 'react'
import { ActionMenu } from '#ui/console/action/ActionButton.tsx'
import type { Action } from '#ui/console/action/action.ts'
import { Card, Page, Tag } from '#ui/console/Page.tsx'
import { asProblem } from '#ui/console/problem.ts'
import { Empty } from '#ui/console/states.tsx'
import { Icon } from '#ui/icon/Icon.tsx'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { FieldDialog } from './FieldDialog.tsx'
import {
  archiveField,
  type DefinedField,
  definedFieldsQuery,
  orderFields,
  type RoleName,
  roleNamesQuery,
} from './fields.queries.ts'
import { fieldWords as words } from './fields.words.ts'
import '#ui/console/list/list.css'
import './fields.css'

const accessWords = { none: words.accessNone, see: words.accessSee, edit: words.accessEdit } as const

/** What a community wants to know of its members: each field with who sees it and how many filled it in. */
export default function FieldsScreen() {
  const t = useT()
  const client = useQueryClient()
  const { message } = App.useApp()
  const all = useSuspenseQuery(definedFieldsQuery).data.items
  const roles = useSuspenseQuery(roleNamesQuery).data.items
  const [editing, setEditing] = useState<DefinedField | 'new'>()
  const fields = all.filter((field) => field.archivedAt === null)
  const archived = all.filter((field) => field.archivedAt !== null)
  const refresh = () => client.invalidateQueries({ queryKey: ['member-fields'] })
  const move = async (field: DefinedField, by: -1 | 1) => {
    const ids = fields.map(({ id }) => id)
    const at = ids.indexOf(field.id)
    const [moved] = ids.splice(at, 1)
    if (moved) ids.splice(at + by, 0, moved)
    try {
      await orderFields(ids)
      await refresh()
    } catch (error) {
      message.error(asProblem(error).message)
    }
  }
  const actions: readonly Action<DefinedField>[] = [
    { name: words.edit, icon: 'edit', run: (field) => setEditing(field) },
    {
      name: words.up,
      icon: 'up',
      can: (field) => field.id !== fields[0]?.id,
      run: (field) => move(field, -1),
    },
    {
      name: words.down,
      icon: 'down',
      can: (field) => field.id !== fields.at(-1)?.id,
      run: (field) => move(field, 1),
    },
    {
      name: words.archive,
      icon: 'close',
      danger: true,
      done: words.archiveDone,
      confirm: (field) => ({
        title: words.archiveTitle,
        values: { label: field.label, count: field.filled ?? 0 },
        detail: words.archiveDetail,
        verb: words.archive,
      }),
      run: async (field) => {
        await archiveField(field.id, true)
        await refresh()
      },
    },
  ]
  const restore: Action<DefinedField> = {
    name: words.restore,
    icon: 'history',
    done: words.restored,
    run: async (field) => {
      await archiveField(field.id, false)
      await refresh()
    },
  }
  const add = (
    <Button type="primary" icon={<Icon name="plus" size={16} />} onClick={() => setEditing('new')}>
      {t(words.add)}
    </Button>
  )
  return (
    <Page title={t(words.title)} lead={t(words.lead)} actions={fields.length > 0 && add}>
      <Card flush>
        {fields.length === 0 ? (
          <Empty icon="table" title={t(words.empty)} hint={t(words.emptyHint)} action={add} />
        ) : (
          <Fields fields={fields} roles={roles} actions={actions} open={setEditing} />
        )}
      </Card>
      {archived.length > 0 && (
        <Card flush title={t(words.archived)} note={t(words.archivedNote)}>
          <Fields fields={archived} roles={roles} actions={[restore]} />
        </Card>
      )}
      {editing && (
        <FieldDialog
          field={editing === 'new' ? undefined : editing}
          taken={all}
          roles={roles}
          close={(changed) => {
            setEditing(undefined)
            if (changed) refresh()
          }}
        />
      )}
    </Page>
  )
}

function Fields({
  fields,
  roles,
  actions,
  open,
}: {
  readonly fields: readonly DefinedField[]
  readonly roles: readonly RoleName[]
  readonly actions: readonly Action<DefinedField>[]
  readonly open?: (field: DefinedField) => void
}) {
  const t = useT()
  const format = useFormat()
  const nameOf = (role: string) => roles.find((each) => (each.key ?? each.name) === role)?.name ?? role
  return (
    <table className="list-table">
      <thead>
        <tr>
          <th>{t(words.name)}</th>
          <th>{t(words.type)}</th>
          <th>{t(words.member)}</th>
          <th>{t(words.team)}</th>
          <th className="num">{t(words.filled)}</th>
          <th className="list-more">
            <span className="sr-only">{t(words.actions)}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {fields.map((field) => (
          <tr key={field.id}>
            <td className="phone-first">
              <span className="field-name">
                {open ? (
                  <button type="button" className="door" onClick={() => open(field)}>
                    {field.label}
                  </button>
                ) : (
                  field.label
                )}
                <code>{field.key}</code>
                {field.required && <Tag tone="wheat">{t(words.required)}</Tag>}
                {field.necessary && <Tag>{t(words.necessary)}</Tag>}
                {field.sensitive && <Tag tone="plum">{t(words.sensitive)}</Tag>}
              </span>
            </td>
            <td className="phone-line" data-label={t(words.type)}>
              {t(words[field.type])}
              {field.options.length > 0 && (
                <small className="muted field-options">
                  {field.options.map((option) => option.label).join(' · ')}
                </small>
              )}
            </td>
            <td className="phone-line" data-label={t(words.member)}>
              {t(accessWords[field.memberAccess])}
            </td>
            <td className="phone-line" data-label={t(words.team)}>
              {field.seenBy.length === 0 ? t(words.everybody) : field.seenBy.map(nameOf).join('、')}
            </td>
            <td className="num phone-line" data-label={t(words.filled)}>
              {t(words.people, { count: format.number(field.filled ?? 0) })}
            </td>
            <td className="list-more">
              <ActionMenu actions={actions} thing={field} label={field.label} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

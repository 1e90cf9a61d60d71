import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { Fragment, useState } from 'react'
import { Card, Page } from '#ui/console/Page.tsx'
import { useMay } from '#ui/console/session.ts'
import { Icon } from '#ui/icon/Icon.tsx'
import { useT } from '#ui/locale/locale.tsx'
import { moduleName } from './moduleName.ts'
import { RoleDialog } from './RoleDialog.tsx'
import { roleWords } from './settings.words.ts'
import { permissionsQuery, type Role, rolesQuery } from './team.queries.ts'
import './team.css'

/** Every permission against every role, at a glance; custom roles are edited from their column. */
export default function RolesScreen() {
  const t = useT()
  const may = useMay()
  const client = useQueryClient()
  const roles = useSuspenseQuery(rolesQuery).data.items
  const permissions = useSuspenseQuery(permissionsQuery).data.items
  const [editing, setEditing] = useState<Role | 'new'>()
  const groups = Object.entries(Object.groupBy(permissions, (permission) => permission.module))
  return (
    <Page
      title={t(roleWords.title)}
      lead={t(roleWords.lead)}
      actions={
        may('roles.manage') && (
          <Button type="primary" icon={<Icon name="plus" size={16} />} onClick={() => setEditing('new')}>
            {t(roleWords.create)}
          </Button>
        )
      }
    >
      <Card flush>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable from the keyboard */}
        <section className="matrix-scroll" tabIndex={0} aria-label={t(roleWords.title)}>
          <table className="matrix">
            <thead>
              <tr>
                <th scope="col">{t(roleWords.permission)}</th>
                {roles.map((role) => (
                  <th scope="col" key={role.id}>
                    {role.can.edit ? (
                      <button type="button" className="matrix-edit" onClick={() => setEditing(role)}>
                        {role.name}
                        <Icon name="edit" size={14} />
                      </button>
                    ) : (
                      role.name
                    )}
                    <small>{t(roleWords.holders, { count: role.operators })}</small>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {groups.map(([group, members]) => (
                <Fragment key={group}>
                  <tr className="group">
                    <th scope="colgroup" colSpan={roles.length + 1}>
                      {t(moduleName(group))}
                    </th>
                  </tr>
                  {members?.map((permission) => (
                    <tr key={permission.name}>
                      <th scope="row">{permission.label}</th>
                      {roles.map((role) => (
                        <td key={role.id}>
                          {role.permissions.includes(permission.name) ? (
                            <Icon name="check" size={17} label={t(roleWords.allowed)} />
                          ) : (
                            <span className="none">
                              <span aria-hidden="true">·</span>
                              <span className="sr-only">{t(roleWords.denied)}</span>
                            </span>
                          )}
                        </td>
                      ))}
                    </tr>
                  ))}
                </Fragment>
              ))}
            </tbody>
          </table>
        </section>
      </Card>
      {editing && (
        <RoleDialog
          role={editing === 'new' ? undefined : editing}
          permissions={permissions}
          close={(changed) => {
            setEditing(undefined)
            if (changed) client.invalidateQueries({ queryKey: ['operators'] })
          }}
        />
      )}
    </Page>
  )
}

import { App, Button, Checkbox, Form, Input, Modal } from 'antd'
import { api } from '#ui/api.ts'
import { ActionButton } from '#ui/console/action/ActionButton.tsx'
import type { Action } from '#ui/console/action/action.ts'
import { AskForm, useRules } from '#ui/console/form.tsx'
import { take } from '#ui/console/problem.ts'
import { words } from '#ui/console/words.ts'
import { useT } from '#ui/locale/locale.tsx'
import { moduleName } from './moduleName.ts'
import { roleWords } from './settings.words.ts'
import type { PermissionInfo, Role } from './team.queries.ts'

interface RoleDialogProps {
  readonly role: Role | undefined
  readonly permissions: readonly PermissionInfo[]
  readonly close: (changed: boolean) => void
}

interface RoleValues {
  readonly name: string
  readonly permissions: readonly string[]
}

/** Makes or changes a custom role; nobody grants what they do not hold. */
export function RoleDialog({ role, permissions, close }: RoleDialogProps) {
  const t = useT()
  const rules = useRules()
  const { message } = App.useApp()
  const [form] = Form.useForm<RoleValues>()
  const chosen = Form.useWatch('permissions', form)?.length ?? 0
  const groups = Object.entries(Object.groupBy(permissions, (permission) => permission.module))
  const remove: Action<Role> = {
    name: roleWords.remove,
    danger: true,
    can: (it) => it.can.remove,
    done: roleWords.removed,
    confirm: ({ name }) => ({
      title: roleWords.removeTitle,
      values: { name },
      detail: roleWords.removeDetail,
      verb: roleWords.remove,
    }),
    run: async ({ id }) => {
      await take(api.DELETE('/api/roles/{id}', { params: { path: { id } } }))
      close(true)
    },
  }
  const save = async (values: RoleValues) => {
    const body = { name: values.name, permissions: [...values.permissions] }
    if (role) await take(api.PATCH('/api/roles/{id}', { params: { path: { id: role.id } }, body }))
    else await take(api.POST('/api/roles', { body }))
    message.success(t(words.saved))
    close(true)
  }
  return (
    <Modal
      open
      title={t(role ? roleWords.edit : roleWords.create)}
      footer={null}
      width={560}
      onCancel={() => close(false)}
    >
      <AskForm<RoleValues>
        form={form}
        initial={{ name: role?.name, permissions: role?.permissions ?? [] }}
        submit={save}
        verb={t(words.save)}
        beside={
          <>
            <Button onClick={() => close(false)}>{t(words.cancel)}</Button>
            {role && <ActionButton action={remove} thing={role} />}
            <span className="muted small">{t(roleWords.chosen, { count: chosen })}</span>
          </>
        }
      >
        <Form.Item name="name" label={t(roleWords.name)} rules={[rules.needed(roleWords.nameNeeded)]}>
          <Input maxLength={40} autoFocus />
        </Form.Item>
        <Form.Item name="permissions" label={t(roleWords.permissions)}>
          <Checkbox.Group className="role-groups">
            {groups.map(([group, members]) => (
              <div key={group}>
                <h3>{t(moduleName(group))}</h3>
                {members?.map((permission) => (
                  <Checkbox
                    key={permission.name}
                    value={permission.name}
                    disabled={!permission.held}
                    title={permission.held ? undefined : t(roleWords.notYours)}
                  >
                    {permission.label}
                  </Checkbox>
                ))}
              </div>
            ))}
          </Checkbox.Group>
        </Form.Item>
      </AskForm>
    </Modal>
  )
}

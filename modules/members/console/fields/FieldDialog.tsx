import { App, Button, Checkbox, Form, Input, Modal, Segmented, Select } from 'antd'
import { AskForm, useRules } from '#ui/console/form.tsx'
import { useT } from '#ui/locale/locale.tsx'
import type { FieldType } from '../profile/profile.queries.ts'
import { type DefinedField, type FieldDraft, type RoleName, saveField } from './fields.queries.ts'
import { fieldWords as words } from './fields.words.ts'
import { type Preset, presets } from './presets.ts'

const types: readonly FieldType[] = [
  'text',
  'number',
  'choice',
  'choices',
  'day',
  'date',
  'region',
  'money',
  'flag',
]

interface Values extends Omit<FieldDraft, 'options'> {
  /** One option a line. */
  readonly lines?: string
}

interface FieldDialogProps {
  readonly field: DefinedField | undefined
  /** All fields there are, archived ones too: their keys are taken. */
  readonly taken: readonly DefinedField[]
  readonly roles: readonly RoleName[]
  readonly close: (changed: boolean) => void
}

/** Makes or changes a field: what it is, who sees it, and what the law asks of it. */
export function FieldDialog({ field, taken, roles, close }: FieldDialogProps) {
  const t = useT()
  const rules = useRules()
  const { message } = App.useApp()
  const [form] = Form.useForm<Values>()
  const type = Form.useWatch('type', form) ?? field?.type ?? 'text'
  const sensitive = Form.useWatch('sensitive', form) ?? field?.sensitive ?? false
  const free = (key: string) => !taken.some((each) => each.key === key)
  const fill = (preset: Preset) =>
    form.setFieldsValue({
      key: preset.key,
      label: t(preset.label),
      type: preset.type,
      memberAccess: preset.memberAccess,
      lines: preset.options?.map((option) => t(option)).join('\n') ?? '',
      hint: preset.hint ? t(preset.hint) : '',
      purpose: preset.purpose ? t(preset.purpose) : '',
      sensitive: preset.sensitive ?? false,
    })
  const save = async ({ lines = '', ...values }: Values) => {
    await saveField(field?.id, {
      ...values,
      hint: values.hint ?? '',
      purpose: values.purpose ?? '',
      seenBy: values.seenBy ?? [],
      editedBy: values.editedBy ?? [],
      options: optionsOf(lines, field?.options ?? []),
    })
    message.success(t(words.saved))
    close(true)
  }
  const roleOptions = roles
    .filter((role) => role.key !== 'owner')
    .map((role) => ({ value: role.key ?? role.name, label: role.name }))
  return (
    <Modal
      open
      width={600}
      footer={null}
      title={t(field ? words.edit : words.add)}
      onCancel={() => close(false)}
    >
      {!field && (
        <div className="presets">
          <span className="muted small">{t(words.presets)}</span>
          {presets
            .filter((preset) => free(preset.key))
            .map((preset) => (
              <Button key={preset.key} size="small" onClick={() => fill(preset)}>
                {t(preset.label)}
              </Button>
            ))}
        </div>
      )}
      <AskForm<Values>
        form={form}
        initial={{
          key: field?.key ?? nextKey(taken),
          type: field?.type ?? 'text',
          label: field?.label ?? '',
          hint: field?.hint ?? '',
          lines: field?.options.map((option) => option.label).join('\n') ?? '',
          required: field?.required ?? false,
          necessary: field?.necessary ?? false,
          sensitive: field?.sensitive ?? false,
          purpose: field?.purpose ?? '',
          memberAccess: field?.memberAccess ?? 'edit',
          seenBy: [...(field?.seenBy ?? [])],
          editedBy: [...(field?.editedBy ?? [])],
        }}
        submit={save}
        verb={t(words.save)}
        beside={<Button onClick={() => close(false)}>{t(words.cancel)}</Button>}
      >
        <div className="field-pair">
          <Form.Item name="label" label={t(words.label)} rules={[rules.needed(words.label)]}>
            <Input maxLength={40} autoFocus={!!field} />
          </Form.Item>
          <Form.Item
            name="key"
            label={t(words.key)}
            extra={field ? undefined : t(words.keyHint)}
            rules={[{ required: true, pattern: /^[a-z][a-z0-9_]{0,39}$/, message: t(words.keyWrong) }]}
          >
            <Input disabled={!!field} maxLength={40} spellCheck={false} autoComplete="off" />
          </Form.Item>
        </div>
        <div className="field-pair">
          <Form.Item name="type" label={t(words.type)}>
            <Select
              disabled={!!field}
              options={types.map((each) => ({ value: each, label: t(words[each]) }))}
            />
          </Form.Item>
          <Form.Item name="hint" label={t(words.hint)}>
            <Input maxLength={200} placeholder={t(words.hintHint)} />
          </Form.Item>
        </div>
        {(type === 'choice' || type === 'choices') && (
          <Form.Item
            name="lines"
            label={t(words.options)}
            extra={t(words.optionsHint)}
            rules={[{ required: true, whitespace: true, message: t(words.optionsNeeded) }]}
          >
            <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} />
          </Form.Item>
        )}
        <Form.Item name="memberAccess" label={t(words.memberAccess)}>
          <Segmented
            block
            options={[
              { value: 'none', label: t(words.accessNone) },
              { value: 'see', label: t(words.accessSee) },
              { value: 'edit', label: t(words.accessEdit) },
            ]}
          />
        </Form.Item>
        <div className="field-flags">
          <Flag name="necessary" label={t(words.necessary)} hint={t(words.necessaryHint)} />
          <Flag name="required" label={t(words.required)} />
          <Flag name="sensitive" label={t(words.sensitive)} hint={t(words.sensitiveHint)} />
        </div>
        <Form.Item
          name="purpose"
          label={t(words.purpose)}
          extra={t(words.purposeHint)}
          rules={sensitive ? [rules.needed(words.purpose)] : []}
        >
          <Input maxLength={200} />
        </Form.Item>
        <div className="field-pair">
          <Form.Item name="seenBy" label={t(words.seenBy)} extra={t(words.rolesHint)}>
            <Select mode="multiple" allowClear options={roleOptions} />
          </Form.Item>
          <Form.Item name="editedBy" label={t(words.editedBy)} extra={t(words.editRolesHint)}>
            <Select mode="multiple" allowClear options={roleOptions} />
          </Form.Item>
        </div>
      </AskForm>
    </Modal>
  )
}

function Flag({
  name,
  label,
  hint,
}: {
  readonly name: 'necessary' | 'required' | 'sensitive'
  readonly label: string
  readonly hint?: string
}) {
  return (
    <Form.Item name={name} valuePropName="checked" noStyle>
      <Checkbox>
        {label}
        {hint && <small>{hint}</small>}
      </Checkbox>
    </Form.Item>
  )
}

/** Options by their words: those that stay keep the value under which members hold them. */
function optionsOf(
  lines: string,
  held: readonly { readonly value: string; readonly label: string }[],
): { value: string; label: string }[] {
  const labels = [...new Set(lines.split('\n').map((line) => line.trim().slice(0, 40)))].filter(Boolean)
  return labels.map((label) => ({
    value: held.find((option) => option.label === label)?.value ?? label,
    label,
  }))
}

function nextKey(taken: readonly DefinedField[]): string {
  for (let at = taken.length + 1; ; at++)
    if (!taken.some((field) => field.key === `field_${at}`)) return `field_${at}`
}

import { App, Button, Form, Input, Modal } from 'antd'
import { AskForm, useRules } from '#ui/console/form.tsx'
import { Tag } from '#ui/console/Page.tsx'
import { useT } from '#ui/locale/locale.tsx'
import { memberWords } from '../members.words.ts'
import { FieldInput } from './FieldInput.tsx'
import { correct, type HeldField, type Person, type Value, writeFields } from './profile.queries.ts'
import { profileWords } from './profile.words.ts'

interface Values {
  readonly nickname: string
  readonly city: string
  readonly bio: string
  readonly values?: Readonly<Record<string, Value>>
}

/** Corrects what the profile says, built-in and own fields alike; only what changed is sent. */
export function EditDialog({
  person,
  close,
}: {
  readonly person: Person
  readonly close: (changed: boolean) => void
}) {
  const t = useT()
  const rules = useRules()
  const { message } = App.useApp()
  const fields = person.fields.filter((field) => field.can.edit)
  const save = async ({ values = {}, ...profile }: Values) => {
    const changed = Object.fromEntries(
      fields
        .filter(({ key, value }) => JSON.stringify(emptied(values[key])) !== JSON.stringify(emptied(value)))
        // A sealed value stands empty in the form: left so, it stays.
        .filter(({ key, sensitive }) => !sensitive || emptied(values[key]) !== null)
        .map(({ key }) => [key, emptied(values[key])]),
    )
    if (Object.keys(changed).length > 0) await writeFields(person.id, changed)
    if (profile.nickname !== person.nickname || profile.city !== person.city || profile.bio !== person.bio)
      await correct(person.id, profile)
    message.success(t(profileWords.saved))
    close(true)
  }
  return (
    <Modal
      open
      width={560}
      footer={null}
      title={t(profileWords.editTitle, { name: person.nickname })}
      onCancel={() => close(false)}
    >
      <AskForm<Values>
        initial={{
          nickname: person.nickname,
          city: person.city,
          bio: person.bio,
          values: Object.fromEntries(fields.map(({ key, value }) => [key, value])),
        }}
        submit={save}
        verb={t(profileWords.save)}
        beside={<Button onClick={() => close(false)}>{t(profileWords.cancel)}</Button>}
      >
        <div className="edit-pair">
          <Form.Item
            name="nickname"
            label={t(memberWords.nickname)}
            rules={[rules.needed(memberWords.nickname)]}
          >
            <Input maxLength={20} />
          </Form.Item>
          <Form.Item name="city" label={t(memberWords.city)}>
            <Input maxLength={60} />
          </Form.Item>
        </div>
        <Form.Item name="bio" label={t(memberWords.bio)}>
          <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} maxLength={300} />
        </Form.Item>
        {fields.map((field) => (
          <FieldItem key={field.key} field={field} />
        ))}
      </AskForm>
    </Modal>
  )
}

function FieldItem({ field }: { readonly field: HeldField }) {
  const t = useT()
  return (
    <Form.Item
      name={['values', field.key]}
      label={
        <span className="edit-label">
          {field.label}
          {field.necessary && <Tag>{t(profileWords.necessary)}</Tag>}
          {field.sensitive && <Tag tone="plum">{t(profileWords.sensitive)}</Tag>}
        </span>
      }
      extra={
        field.sensitive ? t(profileWords.sensitiveNote, { purpose: field.purpose }) : field.hint || undefined
      }
    >
      <FieldInput field={field} />
    </Form.Item>
  )
}

const emptied = (value: Value | undefined): Value =>
  value === undefined || value === '' || (Array.isArray(value) && value.length === 0) ? null : value

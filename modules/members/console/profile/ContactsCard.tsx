import { useQueryClient } from '@tanstack/react-query'
import { App, Button, Form, Input, Modal, Segmented } from 'antd'
import { useState } from 'react'
import { ActionMenu } from '#ui/console/action/ActionButton.tsx'
import type { Action } from '#ui/console/action/action.ts'
import { AskForm, useRules } from '#ui/console/form.tsx'
import { Card } from '#ui/console/Page.tsx'
import { Icon } from '#ui/icon/Icon.tsx'
import { useT } from '#ui/locale/locale.tsx'
import {
  addContact,
  type ContactPoint,
  checkContact,
  type Person,
  removeContact,
  revealContact,
  revealEmail,
} from './profile.queries.ts'
import { profileWords } from './profile.words.ts'
import { Sealed } from './Sealed.tsx'

const kinds = ['phone', 'email', 'wechat', 'external'] as const

/** How to reach the person, and what other systems call him. Masked; looking is written down. */
export function ContactsCard({ person }: { readonly person: Person }) {
  const t = useT()
  const client = useQueryClient()
  const [adding, setAdding] = useState(false)
  const refresh = () => client.invalidateQueries({ queryKey: ['members', person.id] })
  const actions: readonly Action<ContactPoint>[] = [
    {
      name: profileWords.verify,
      icon: 'check',
      can: (contact) => contact.can.edit && !contact.verified,
      run: async (contact) => {
        await checkContact(person.id, contact.id, true)
        await refresh()
      },
    },
    {
      name: profileWords.unverify,
      can: (contact) => contact.can.edit && contact.verified,
      run: async (contact) => {
        await checkContact(person.id, contact.id, false)
        await refresh()
      },
    },
    {
      name: profileWords.remove,
      icon: 'close',
      danger: true,
      can: (contact) => contact.can.edit,
      done: profileWords.removed,
      confirm: (contact) => ({
        title: profileWords.removeContactTitle,
        values: { what: contact.masked },
        detail: profileWords.removeContactDetail,
        verb: profileWords.remove,
      }),
      run: async (contact) => {
        await removeContact(person.id, contact.id)
        await refresh()
      },
    },
  ]
  return (
    <Card
      title={t(profileWords.contacts)}
      extra={
        person.can.edit && (
          <Button
            type="text"
            size="small"
            aria-label={t(profileWords.addContact)}
            icon={<Icon name="plus" size={16} />}
            onClick={() => setAdding(true)}
          />
        )
      }
    >
      {person.contacts.length === 0 && !person.account && (
        <p className="muted small">
          {t(profileWords.noContacts)}
          <br />
          {t(profileWords.noContactsHint)}
        </p>
      )}
      <ul className="contacts">
        {person.account && (
          <li>
            <span className="contact-kind">{t(profileWords.accountEmail)}</span>
            <Sealed
              masked={person.account.email}
              what={t(profileWords.accountEmail)}
              reveal={person.account.can.reveal ? () => revealEmail(person.id) : undefined}
            />
            {person.account.emailVerified && <Checked />}
          </li>
        )}
        {person.contacts.map((contact) => (
          <li key={contact.id}>
            <span className="contact-kind">
              {t(profileWords[contact.kind])}
              {contact.system && <code>{contact.system}</code>}
            </span>
            <Sealed
              masked={contact.masked}
              what={`${t(profileWords[contact.kind])} ${contact.masked}`}
              reveal={contact.can.reveal ? () => revealContact(person.id, contact.id) : undefined}
            />
            {contact.verified && <Checked />}
            <span className="contact-more">
              <ActionMenu actions={actions} thing={contact} label={contact.masked} />
            </span>
          </li>
        ))}
      </ul>
      {adding && (
        <AddContact
          person={person}
          close={(changed) => {
            setAdding(false)
            if (changed) refresh()
          }}
        />
      )}
    </Card>
  )
}

function Checked() {
  const t = useT()
  return (
    <span
      className="checked"
      role="img"
      title={t(profileWords.verified)}
      aria-label={t(profileWords.verified)}
    >
      <Icon name="check" size={14} />
    </span>
  )
}

interface Values {
  readonly kind: ContactPoint['kind']
  readonly system?: string
  readonly value: string
}

function AddContact({
  person,
  close,
}: {
  readonly person: Person
  readonly close: (changed: boolean) => void
}) {
  const t = useT()
  const rules = useRules()
  const { message } = App.useApp()
  const [form] = Form.useForm<Values>()
  const kind = Form.useWatch('kind', form) ?? 'phone'
  return (
    <Modal open footer={null} width={440} title={t(profileWords.addContact)} onCancel={() => close(false)}>
      <AskForm<Values>
        form={form}
        initial={{ kind: 'phone' }}
        verb={t(profileWords.save)}
        submit={async ({ system, ...point }) => {
          await addContact(person.id, {
            ...point,
            ...(point.kind === 'external' && system ? { system } : {}),
          })
          message.success(t(profileWords.saved))
          close(true)
        }}
        beside={<Button onClick={() => close(false)}>{t(profileWords.cancel)}</Button>}
      >
        <Form.Item name="kind" label={t(profileWords.kind)}>
          <Segmented block options={kinds.map((each) => ({ value: each, label: t(profileWords[each]) }))} />
        </Form.Item>
        {kind === 'external' && (
          <Form.Item
            name="system"
            label={t(profileWords.system)}
            extra={t(profileWords.systemHint)}
            rules={[
              rules.needed(profileWords.system),
              { pattern: /^[a-z0-9_-]{1,40}$/, message: t(profileWords.systemWrong) },
            ]}
          >
            <Input maxLength={40} />
          </Form.Item>
        )}
        <Form.Item name="value" label={t(profileWords[kind])} rules={[rules.needed(profileWords[kind])]}>
          <Input maxLength={200} inputMode={kind === 'phone' ? 'tel' : undefined} autoComplete="off" />
        </Form.Item>
      </AskForm>
    </Modal>
  )
}

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Form, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { api } from '#ui/api.ts'
import { AskForm, useRules } from '#ui/console/form.tsx'
import { Card, Tag } from '#ui/console/Page.tsx'
import { Person } from '#ui/console/Person.tsx'
import { take } from '#ui/console/problem.ts'
import { Empty, Failed, SkeletonRows } from '#ui/console/states.tsx'
import { words } from '#ui/console/words.ts'
import { useFormat, useReading, useT } from '#ui/locale/locale.tsx'
import { type Guest, guestsQuery } from './people.queries.ts'
import { peopleWords } from './people.words.ts'
import { departmentsQuery } from './tasks.queries.ts'

/** Experts and partners: what they bring, who keeps in touch, until when. */
export function GuestList() {
  const t = useT()
  const client = useQueryClient()
  const query = useQuery(guestsQuery)
  const [writing, setWriting] = useState<Guest>()
  const guests = query.data?.items ?? []
  return (
    <Card title={t(peopleWords.guests)} note={t(peopleWords.guestsNote)} className="guests">
      {query.isPending && <SkeletonRows rows={2} />}
      {query.isError && <Failed error={query.error} retry={() => query.refetch()} />}
      {query.isSuccess && guests.length === 0 && (
        <Empty
          icon="star"
          title={t(peopleWords.guestsEmpty)}
          hint={t(peopleWords.guestsEmptyHint)}
          action={
            query.data.can.manage && (
              <Button href="/console/settings/operators">{t(peopleWords.invite)}</Button>
            )
          }
        />
      )}
      <ul>
        {guests.map((guest) => (
          <li key={guest.id}>
            <Person
              id={guest.id}
              name={guest.name}
              size={36}
              note={[guest.agreement?.field, guest.agreement?.organisation].filter(Boolean).join(' · ')}
            />
            <Tag tone={guest.role === 'expert' ? 'plum' : 'sky'}>{t(peopleWords[guest.role])}</Tag>
            <Agreed guest={guest} />
            {query.data?.can.manage && (
              <Button
                size="small"
                type={guest.agreement ? 'text' : 'default'}
                onClick={() => setWriting(guest)}
              >
                {t(guest.agreement ? words.edit : peopleWords.write)}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {writing && (
        <AgreementDialog
          guest={writing}
          close={(changed) => {
            setWriting(undefined)
            if (changed) client.invalidateQueries({ queryKey: ['guests'] })
          }}
        />
      )}
    </Card>
  )
}

function Agreed({ guest: { agreement } }: { guest: Guest }) {
  const t = useT()
  const format = useFormat()
  const { now } = useReading()
  if (!agreement) return <span className="muted small">{t(peopleWords.notWritten)}</span>
  const over = agreement.endsOn !== null && agreement.endsOn < format.dayKey(now())
  return (
    <span className="agreed small">
      <span>{agreement.agreement}</span>
      <span className="muted">
        {agreement.keeper && `${t(peopleWords.keeper)} ${agreement.keeper.name} · `}
        <span className={over ? 'late' : ''}>
          {agreement.endsOn
            ? t(peopleWords.until, { day: format.date(`${agreement.endsOn}T12:00:00Z`) })
            : t(peopleWords.noEnd)}
        </span>
      </span>
    </span>
  )
}

interface Values {
  readonly field: string
  readonly organisation?: string
  readonly agreement?: string
  readonly keeperId?: string
  readonly endsOn?: string
}

function AgreementDialog({ guest, close }: { guest: Guest; close: (changed: boolean) => void }) {
  const t = useT()
  const rules = useRules()
  const { message } = App.useApp()
  const colleagues = useQuery(departmentsQuery).data?.colleagues ?? []
  return (
    <Modal
      open
      title={t(peopleWords.agreementOf, { name: guest.name })}
      footer={null}
      onCancel={() => close(false)}
    >
      <AskForm<Values>
        initial={{
          field: guest.agreement?.field,
          organisation: guest.agreement?.organisation,
          agreement: guest.agreement?.agreement,
          keeperId: guest.agreement?.keeper?.id,
          endsOn: guest.agreement?.endsOn ?? undefined,
        }}
        submit={async ({ field, organisation = '', agreement = '', keeperId, endsOn }) => {
          await take(
            api.PUT('/api/guests/{id}', {
              params: { path: { id: guest.id } },
              body: { field, organisation, agreement, keeperId: keeperId ?? null, endsOn: endsOn || null },
            }),
          )
          message.success(t(words.saved))
          close(true)
        }}
        verb={t(words.save)}
        beside={<Button onClick={() => close(false)}>{t(words.cancel)}</Button>}
      >
        <Form.Item name="field" label={t(peopleWords.field)} rules={[rules.needed(peopleWords.field)]}>
          <Input maxLength={60} autoFocus />
        </Form.Item>
        <Form.Item name="organisation" label={t(peopleWords.organisation)}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="agreement" label={t(peopleWords.agreement)} extra={t(peopleWords.agreementHint)}>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={500} />
        </Form.Item>
        <Form.Item name="keeperId" label={t(peopleWords.keeper)}>
          <Select
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            options={colleagues.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Form.Item>
        <Form.Item name="endsOn" label={t(peopleWords.endsOn)}>
          <Input type="date" />
        </Form.Item>
      </AskForm>
    </Modal>
  )
}

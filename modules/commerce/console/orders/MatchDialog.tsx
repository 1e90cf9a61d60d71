import { useQueryClient } from '@tanstack/react-query'
import { App, Form, Modal } from 'antd'
import { api } from '#ui/api.ts'
import { AskForm, useRules } from '#ui/console/form.tsx'
import { MemberPick } from '#ui/console/MemberPick.tsx'
import { take } from '#ui/console/problem.ts'
import { useT } from '#ui/locale/locale.tsx'
import type { Customer } from './orders.queries.ts'
import { words } from './orders.words.ts'

/** Somebody knows which member a customer is. */
export function MatchDialog({ customer, close }: { customer: Customer; close: () => void }) {
  const t = useT()
  const rules = useRules()
  const client = useQueryClient()
  const { message } = App.useApp()
  return (
    <Modal
      open
      title={`${t(words.matchVerb)} · ${customer.name || customer.phone || ''}`}
      onCancel={close}
      footer={null}
    >
      <p className="muted">{t(words.matchHint, { count: customer.orders })}</p>
      <AskForm<{ member: string[] }>
        verb={t(words.matchVerb)}
        initial={{ member: [] }}
        submit={async ({ member }) => {
          const { orders } = await take<{ orders: number }>(
            api.PUT('/api/order-customers/{id}/member', {
              params: { path: { id: customer.id } },
              body: { memberId: member[0]! },
            }),
          )
          message.success(t(words.matchDone, { count: orders }))
          await client.invalidateQueries({ queryKey: ['orders'] })
          close()
        }}
      >
        <Form.Item
          name="member"
          label={t(words.matchWho)}
          rules={[rules.needed(words.matchWho), { type: 'array', max: 1, message: t(words.onlyOne) }]}
        >
          <MemberPick />
        </Form.Item>
      </AskForm>
    </Modal>
  )
}

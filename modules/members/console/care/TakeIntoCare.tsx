import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Form, Input, Modal, Segmented, Select } from 'antd'
import { colleaguesQuery } from '#ui/console/colleagues.ts'
import { AskForm } from '#ui/console/form.tsx'
import { MemberPick } from '#ui/console/MemberPick.tsx'
import { useSession } from '#ui/console/session.ts'
import { useT } from '#ui/locale/locale.tsx'
import { Cadence } from './Cadence.tsx'
import { type Program, programs, startCare } from './care.queries.ts'
import { careWords } from './care.words.ts'

interface Values {
  readonly memberIds: string[]
  readonly program: Program
  readonly ownerId?: string
  readonly cadenceDays: number | null
  readonly why?: string
}

/** Takes members into a programme: who, as what, whose, how often, why. */
export function TakeIntoCare({
  close,
  members = [],
}: {
  close: () => void
  members?: readonly { readonly id: string; readonly nickname: string }[]
}) {
  const t = useT()
  const client = useQueryClient()
  const { message } = App.useApp()
  const { account } = useSession()
  const colleagues = useQuery(colleaguesQuery).data?.items ?? []
  const save = async ({ why, ownerId, ...values }: Values) => {
    const { started } = await startCare({ ...values, ownerId: ownerId ?? null, why: why ?? '' })
    message[started > 0 ? 'success' : 'info'](t(started > 0 ? careWords.taken : careWords.nobodyNew))
    client.invalidateQueries({ queryKey: ['care'] })
    close()
  }
  return (
    <Modal open title={t(careWords.take)} footer={null} onCancel={close} destroyOnHidden>
      <AskForm<Values>
        submit={save}
        verb={t(careWords.take)}
        initial={{
          memberIds: members.map((member) => member.id),
          program: 'koc',
          cadenceDays: 14,
          ...(account ? { ownerId: account.id } : {}),
        }}
      >
        <Form.Item
          name="memberIds"
          label={t(careWords.members)}
          rules={[{ required: true, message: t(careWords.chooseMembers) }]}
        >
          <MemberPick known={members} />
        </Form.Item>
        <Form.Item name="program" label={t(careWords.program)}>
          <Segmented block options={programs.map((value) => ({ value, label: t(careWords[value]) }))} />
        </Form.Item>
        <Form.Item name="ownerId" label={t(careWords.owner)}>
          <Select
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            options={colleagues.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Form.Item>
        <Form.Item name="cadenceDays" label={t(careWords.cadence)}>
          <Cadence />
        </Form.Item>
        <Form.Item name="why" label={t(careWords.why)}>
          <Input.TextArea
            autoSize={{ minRows: 2, maxRows: 4 }}
            maxLength={500}
            placeholder={t(careWords.whyHint)}
          />
        </Form.Item>
      </AskForm>
    </Modal>
  )
}

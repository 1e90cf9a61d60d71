/** Which report to make: its kind, a day that it is about, and of whom. */
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Form, Input, Modal, Radio, Select } from 'antd'
import { groupsOf } from '#ui/console/condition/building.ts'
import { noCatalogue } from '#ui/console/condition/catalogue.ts'
import { catalogueQuery } from '#ui/console/condition/queries.ts'
import { AskForm } from '#ui/console/form.tsx'
import { useT } from '#ui/locale/locale.tsx'
import { askReport, type ReportKind } from './reports.queries.ts'
import { reportsWords as words } from './reports.words.ts'

export function MakeDialog({ kind, close }: { readonly kind: ReportKind; readonly close: () => void }) {
  const t = useT()
  const navigate = useNavigate()
  const catalogue = useQuery(catalogueQuery)
  return (
    <Modal open title={t(words.make)} footer={null} onCancel={close} destroyOnHidden>
      <AskForm<{ kind: ReportKind; day?: string; group?: string }>
        initial={{ kind, group: '' }}
        verb={t(words.makeVerb)}
        submit={async (wish) => {
          const { id } = await askReport({
            kind: wish.kind,
            day: wish.day || undefined,
            group: wish.group || undefined,
          })
          close()
          await navigate({ to: '/plan/reports/$id', params: { id } })
        }}
      >
        <Form.Item name="kind" label={t(words.makeKind)}>
          <Radio.Group
            optionType="button"
            options={(['daily', 'weekly', 'monthly'] as const).map((value) => ({
              value,
              label: t(words[value]),
            }))}
          />
        </Form.Item>
        <Form.Item name="day" label={t(words.makeDay)} extra={t(words.makeDayHint)}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name="group" label={t(words.makeGroup)}>
          <Select
            options={[{ value: '', label: t(words.whole) }, ...groupsOf(catalogue.data ?? noCatalogue)]}
          />
        </Form.Item>
      </AskForm>
    </Modal>
  )
}

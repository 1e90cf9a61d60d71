import { Alert, App, Checkbox, Modal, Segmented } from 'antd'
import { useState } from 'react'
import { api } from '#ui/api.ts'
import { asProblem, take } from '#ui/console/problem.ts'
import { useMay } from '#ui/console/session.ts'
import { words } from '#ui/console/words.ts'
import { useReading, useT } from '#ui/locale/locale.tsx'
import { asked, type MemberFilters } from './members.queries.ts'
import { memberWords } from './members.words.ts'

const contactColumns = ['phone', 'email', 'wechat', 'external']
/** Columns of the list that a file does not have. */
const listOnly = new Set(['owner'])

interface ExportDialogProps {
  readonly filters: MemberFilters
  readonly columns: readonly string[]
  readonly total: number
  /** Of the job that writes the file; none when it was left. */
  readonly close: (jobId?: string) => void
}

/** What goes into a file of members: as which kind, with contact points or without, masked or in full. */
export function ExportDialog({ filters, columns, total, close }: ExportDialogProps) {
  const t = useT()
  const may = useMay()
  const { message } = App.useApp()
  const { timeZone } = useReading()
  const [format, setFormat] = useState<'csv' | 'xlsx'>('xlsx')
  const [contacts, setContacts] = useState(false)
  const [full, setFull] = useState(false)
  const [busy, setBusy] = useState(false)
  const start = async () => {
    setBusy(true)
    try {
      const chosen = [
        ...columns.filter((column) => !listOnly.has(column)),
        ...(contacts ? contactColumns : []),
      ]
      const { jobId } = await take<{ jobId: string }>(
        api.POST('/api/members/export', {
          body: { filter: asked(filters, timeZone), columns: chosen as ['nickname'], format, full },
        }),
      )
      close(jobId)
    } catch (error) {
      message.error(asProblem(error).message)
      setBusy(false)
    }
  }
  return (
    <Modal
      open
      width={440}
      title={t(memberWords.exportHow, { count: total })}
      okText={t(memberWords.exportStart)}
      cancelText={t(words.cancel)}
      okButtonProps={{ loading: busy }}
      onOk={start}
      onCancel={() => close()}
    >
      <div className="export-how">
        <Segmented
          block
          aria-label={t(memberWords.exportFormat)}
          value={format}
          onChange={(chosen) => setFormat(chosen === 'csv' ? 'csv' : 'xlsx')}
          options={[
            { value: 'xlsx', label: t(memberWords.exportXlsx) },
            { value: 'csv', label: t(memberWords.exportCsv) },
          ]}
        />
        <p className="muted small">{t(memberWords.exportColumns)}</p>
        <Checkbox checked={contacts} onChange={(event) => setContacts(event.target.checked)}>
          {t(memberWords.exportContacts)}
        </Checkbox>
        {may('members.contacts') && (
          <Checkbox checked={full} onChange={(event) => setFull(event.target.checked)}>
            {t(memberWords.exportFull)}
          </Checkbox>
        )}
        {full && <Alert type="warning" showIcon title={t(memberWords.exportFullNote)} />}
      </div>
    </Modal>
  )
}

import { Modal } from 'antd'
import { useT } from '#ui/locale/locale.tsx'
import { words } from '../words.ts'
import { JobProgress } from './JobProgress.tsx'

interface JobDialogProps {
  readonly id: string
  readonly title: string
  readonly note: string
  readonly close: () => void
}

/** Watches a job that was just started; closing leaves it running. */
export function JobDialog({ id, title, note, close }: JobDialogProps) {
  const t = useT()
  return (
    <Modal open title={title} onCancel={close} footer={null} closable={{ 'aria-label': t(words.close) }}>
      <p className="muted small">{note}</p>
      <JobProgress id={id} />
    </Modal>
  )
}

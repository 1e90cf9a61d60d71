import { useBlocker } from '@tanstack/react-router'
import { Modal } from 'antd'
import { type ReactNode, useRef } from 'react'
import { useT } from '#ui/locale/locale.tsx'
import { segmentWords } from './segments.words.ts'

/** Asks before work is left unsaved, inside the console and when the page closes. `allow`: it is saved now. */
export function useLeaving(changed: boolean): { allow: () => void; dialog: ReactNode } {
  const t = useT()
  const allowed = useRef(false)
  const { proceed, reset, status } = useBlocker({
    shouldBlockFn: () => changed && !allowed.current,
    enableBeforeUnload: () => changed && !allowed.current,
    withResolver: true,
  })
  const dialog = status === 'blocked' && (
    <Modal
      open
      title={t(segmentWords.leaveTitle)}
      okText={t(segmentWords.leave)}
      okButtonProps={{ danger: true }}
      cancelText={t(segmentWords.stay)}
      onOk={proceed}
      onCancel={reset}
    >
      <p className="muted">{t(segmentWords.leaveDetail)}</p>
    </Modal>
  )
  return {
    allow: () => {
      allowed.current = true
    },
    dialog,
  }
}

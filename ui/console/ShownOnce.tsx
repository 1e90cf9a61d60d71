import { Button, Modal } from 'antd'
import type { ReactNode } from 'react'
import { useT } from '#ui/locale/locale.tsx'
import { Copyable } from './Copyable.tsx'
import { words } from './words.ts'

interface Props {
  readonly value: string
  /** What to do when it is lost. */
  readonly hint: ReactNode
  readonly close: () => void
  /** What the key can be used in at once. */
  readonly children?: ReactNode
}

/** A key that was just made, the one time that it can be shown: only the button closes it. */
export function ShownOnce({ value, hint, close, children }: Props) {
  const t = useT()
  return (
    <Modal
      open
      title={t(words.keyMade)}
      footer={null}
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
    >
      <p className="muted">{hint}</p>
      <div className="shown-once">
        <Copyable value={value} label={t(words.key)} />
        {children}
      </div>
      <div className="form-foot">
        <Button type="primary" onClick={close}>
          {t(words.keySaved)}
        </Button>
      </div>
    </Modal>
  )
}

import { App, Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { Card, Tag } from '#ui/console/Page.tsx'
import { asProblem } from '#ui/console/problem.ts'
import { words } from '#ui/console/words.ts'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { modelWords } from './model.words.ts'
import { type Model, publish, type RfmDefinition } from './rfm.queries.ts'

interface PublishProps {
  readonly model: Model
  readonly published: (jobId: string) => void
  readonly close: () => void
}

/** Puts the draft in force, with a word about what changed. */
export function Publish({ model, published, close }: PublishProps) {
  const t = useT()
  const { message } = App.useApp()
  const [note, setNote] = useState('')
  const [busy, setBusy] = useState(false)
  const send = async () => {
    setBusy(true)
    try {
      published((await publish(model.kind, note)).jobId)
    } catch (error) {
      message.error(asProblem(error).message)
      setBusy(false)
    }
  }
  return (
    <Modal
      open
      title={t(modelWords.publishTitle, { number: (model.inForce.number ?? 0) + 1 })}
      onCancel={close}
      onOk={send}
      okText={t(modelWords.publish)}
      cancelText={t(words.cancel)}
      okButtonProps={{ loading: busy }}
      closable={{ 'aria-label': t(words.close) }}
    >
      <p className="muted small">{t(modelWords.publishDetail)}</p>
      <p className="field-label">{t(modelWords.note)}</p>
      <Input
        aria-label={t(modelWords.note)}
        maxLength={200}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
    </Modal>
  )
}

/** Versions, newest first; each can be the start of a new draft. */
export function Versions({ model, start }: { model: Model; start: (definition: RfmDefinition) => void }) {
  const t = useT()
  const format = useFormat()
  return (
    <Card title={t(modelWords.history, { count: model.versions.length })}>
      <ul className="versions">
        {model.versions.map((version, place) => (
          <li key={version.number}>
            <div>
              <b>{t(modelWords.versionLine, { number: version.number ?? 1 })}</b>{' '}
              {place === 0 && <Tag tone="pine">{t(modelWords.inForce)}</Tag>}
              <p className="muted small">
                {version.note || t(modelWords.shipped)}
                {version.at && ` · ${version.by ? `${version.by} · ` : ''}${format.date(version.at)}`}
              </p>
            </div>
            {place > 0 && model.can.edit && (
              <Button size="small" onClick={() => start(version.definition)}>
                {t(modelWords.restore)}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}

import { App, Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { Card, Tag } from '#ui/console/Page.tsx'
import { asProblem } from '#ui/console/problem.ts'
import { words } from '#ui/console/words.ts'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { type LifeDefinition, type LifeDetail, publishLife } from './stages.queries.ts'
import { stageWords } from './stages.words.ts'

interface PublishProps {
  readonly model: LifeDetail
  readonly published: (jobId: string) => void
  readonly close: () => void
}

/** Puts the draft in force, with a word about what changed. */
export function PublishLife({ model, published, close }: PublishProps) {
  const t = useT()
  const { message } = App.useApp()
  const [note, setNote] = useState('')
  const [busy, setBusy] = useState(false)
  const send = async () => {
    setBusy(true)
    try {
      published((await publishLife(model.id, note)).jobId)
    } catch (error) {
      message.error(asProblem(error).message)
      setBusy(false)
    }
  }
  return (
    <Modal
      open
      title={t(stageWords.publishTitle, { number: model.number + 1 })}
      onCancel={close}
      onOk={send}
      okText={t(stageWords.publish)}
      cancelText={t(words.cancel)}
      okButtonProps={{ loading: busy }}
      closable={{ 'aria-label': t(words.close) }}
    >
      <p className="muted small">{t(stageWords.publishDetail)}</p>
      <p className="field-label">{t(stageWords.note)}</p>
      <Input
        aria-label={t(stageWords.note)}
        maxLength={200}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
    </Modal>
  )
}

/** Versions, newest first; each can be the start of a new draft. */
export function LifeVersions({
  model,
  start,
}: {
  model: LifeDetail
  start: (definition: LifeDefinition) => void
}) {
  const t = useT()
  const format = useFormat()
  return (
    <Card title={t(stageWords.history, { count: model.versions.length })}>
      <ul className="life-versions">
        {model.versions.map((version, place) => (
          <li key={version.number}>
            <div>
              <b>{t(stageWords.versionLine, { number: version.number ?? 1 })}</b>{' '}
              {place === 0 && <Tag tone="pine">{t(stageWords.inForce)}</Tag>}
              <p className="muted small">
                {version.note || t(stageWords.shipped)}
                {version.at && ` · ${version.by ? `${version.by} · ` : ''}${format.date(version.at)}`}
              </p>
            </div>
            {place > 0 && model.can.edit && (
              <Button size="small" onClick={() => start(version.definition)}>
                {t(stageWords.restore)}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}

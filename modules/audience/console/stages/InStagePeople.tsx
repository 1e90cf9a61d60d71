import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { App, Button, Drawer, Input, Modal } from 'antd'
import { useState } from 'react'
import { Person } from '#ui/console/Person.tsx'
import { asProblem } from '#ui/console/problem.ts'
import { useMay } from '#ui/console/session.ts'
import { Empty, Failed, SkeletonRows } from '#ui/console/states.tsx'
import { words } from '#ui/console/words.ts'
import { Icon } from '#ui/icon/Icon.tsx'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { inStageQuery, segmentOfStage, type Whom } from './stages.queries.ts'
import { stageWords } from './stages.words.ts'

interface Props {
  readonly modelId: string
  readonly whom: Whom
  readonly name: string
  readonly members: number
  readonly close: () => void
}

/** The people behind a number of the life cycle; a whole stage can become a segment that follows it. */
export function InStagePeople({ modelId, whom, name, members, close }: Props) {
  const t = useT()
  const format = useFormat()
  const may = useMay()
  const query = useInfiniteQuery(inStageQuery(modelId, whom))
  const [saving, setSaving] = useState(false)
  const items = query.data?.pages.flatMap((page) => page.items) ?? []
  const stage = whom.from === undefined ? whom.stage : undefined
  return (
    <Drawer
      open
      onClose={close}
      size={400}
      title={t(stageWords.behind, { name, members })}
      closable={{ 'aria-label': t(words.close) }}
      extra={
        stage &&
        may('audience.edit') && (
          <Button icon={<Icon name="save" size={16} />} onClick={() => setSaving(true)}>
            {t(stageWords.saveSegment)}
          </Button>
        )
      }
    >
      {query.error && <Failed error={query.error} retry={() => query.refetch()} />}
      {query.isPending && <SkeletonRows rows={8} />}
      {query.data && items.length === 0 && <Empty icon="members" title={t(stageWords.nobody)} />}
      <ul className="in-stage">
        {items.map(({ member, since }) => (
          <li key={member.id}>
            <Person
              id={member.id}
              name={member.nickname}
              url={member.avatarUrl}
              memberId={member.id}
              note={member.city}
              size={32}
            />
            <span className="muted small">
              {t(stageWords.sinceDay, { day: format.date(`${since}T12:00:00Z`) })}
            </span>
          </li>
        ))}
      </ul>
      {query.hasNextPage && (
        <Button block loading={query.isFetchingNextPage} onClick={() => query.fetchNextPage()}>
          {t(stageWords.more)}
        </Button>
      )}
      {saving && stage && (
        <SaveStage modelId={modelId} stage={stage} name={name} close={() => setSaving(false)} />
      )}
    </Drawer>
  )
}

interface SaveProps {
  readonly modelId: string
  readonly stage: string
  readonly name: string
  readonly close: () => void
}

function SaveStage({ modelId, stage, name, close }: SaveProps) {
  const t = useT()
  const navigate = useNavigate()
  const { message } = App.useApp()
  const [called, setCalled] = useState(name)
  const [busy, setBusy] = useState(false)
  const save = async () => {
    setBusy(true)
    try {
      const made = await segmentOfStage(modelId, stage, called)
      message.success(t(stageWords.segmentSaved))
      await navigate({ to: '/segments/$id', params: { id: made.id } })
    } catch (error) {
      message.error(asProblem(error).message)
      setBusy(false)
    }
  }
  return (
    <Modal
      open
      title={t(stageWords.saveSegment)}
      onCancel={close}
      onOk={save}
      okText={t(stageWords.saveSegment)}
      cancelText={t(words.cancel)}
      okButtonProps={{ loading: busy, disabled: called.trim() === '' }}
      closable={{ 'aria-label': t(words.close) }}
    >
      <p className="muted small">{t(stageWords.segmentFollows)}</p>
      <p className="field-label">{t(stageWords.segmentName)}</p>
      <Input
        aria-label={t(stageWords.segmentName)}
        maxLength={60}
        value={called}
        onChange={(event) => setCalled(event.target.value)}
      />
    </Modal>
  )
}

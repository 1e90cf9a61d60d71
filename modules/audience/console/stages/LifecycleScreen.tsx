import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { App, Button, Segmented } from 'antd'
import { useState } from 'react'
import { JobDialog } from '#ui/console/job/JobDialog.tsx'
import { useUrlState } from '#ui/console/list/useUrlState.ts'
import { Card, Page } from '#ui/console/Page.tsx'
import { asProblem } from '#ui/console/problem.ts'
import { Empty, Failed, SkeletonRows } from '#ui/console/states.tsx'
import { Icon } from '#ui/icon/Icon.tsx'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { InStagePeople } from './InStagePeople.tsx'
import { NewType } from './NewType.tsx'
import { StageFlow } from './StageFlow.tsx'
import { StagePath } from './StagePath.tsx'
import { StageSizes } from './StageSizes.tsx'
import { computeLife, type LifeDetail, lifeModelQuery, modelsQuery, type Whom } from './stages.queries.ts'
import { stageWords } from './stages.words.ts'
import './stages.css'

/** Where everybody is in life, how the stages grow and shrink, and who goes from where to where. */
export default function LifecycleScreen() {
  const t = useT()
  const navigate = useNavigate()
  const { message } = App.useApp()
  const [url, setUrl] = useUrlState()
  const models = useQuery(modelsQuery)
  const id = models.data?.find((model) => model.id === url.type)?.id ?? models.data?.[0]?.id
  const query = useQuery({ ...lifeModelQuery(id ?? ''), enabled: id !== undefined })
  const [opened, setOpened] = useState<{ whom: Whom; name: string; members: number }>()
  const [job, setJob] = useState<string>()
  const [making, setMaking] = useState(false)
  const model = query.data
  const recompute = async () => {
    if (!id) return
    try {
      setJob((await computeLife(id)).jobId)
    } catch (error) {
      message.error(asProblem(error).message)
    }
  }
  const failed = models.error ? models : query.error ? query : undefined
  return (
    <Page
      title={model?.run ? headline(t, model) : t(stageWords.title)}
      lead={model && t(stageWords.lead, { who: model.who })}
      actions={
        <>
          {(models.data?.length ?? 0) > 1 && (
            <Segmented
              aria-label={t(stageWords.types)}
              value={id ?? ''}
              onChange={(type) => setUrl({ type })}
              options={(models.data ?? []).map((each) => ({ value: each.id, label: each.name }))}
            />
          )}
          {model?.can.edit && (
            <>
              <Button icon={<Icon name="plus" size={16} />} onClick={() => setMaking(true)}>
                {t(stageWords.newType)}
              </Button>
              <Button icon={<Icon name="retry" size={16} />} onClick={recompute}>
                {t(stageWords.compute)}
              </Button>
              <Button
                type="primary"
                icon={<Icon name="edit" size={16} />}
                onClick={() => navigate({ to: '/lifecycle/$id', params: { id: model.id } })}
              >
                {t(model.draft ? stageWords.editDraft : stageWords.edit)}
              </Button>
            </>
          )}
        </>
      }
    >
      {failed && (
        <Card>
          <Failed error={failed.error} retry={() => failed.refetch()} />
        </Card>
      )}
      {!failed && !model && (
        <Card flush>
          <SkeletonRows rows={10} />
        </Card>
      )}
      {model && (
        <Body
          model={model}
          compute={recompute}
          open={(whom, name, members) => setOpened({ whom, name, members })}
        />
      )}
      {opened && id && <InStagePeople modelId={id} {...opened} close={() => setOpened(undefined)} />}
      {making && <NewType close={() => setMaking(false)} made={(type) => setUrl({ type })} />}
      {job && (
        <JobDialog
          id={job}
          title={t(stageWords.computing)}
          note={t(stageWords.computingNote)}
          close={() => setJob(undefined)}
        />
      )}
    </Page>
  )
}

function headline(t: ReturnType<typeof useT>, { stages, run }: LifeDetail): string {
  const sum = (phase: 'value' | 'retention') =>
    stages
      .filter((stage) => stage.phase === phase)
      .reduce((total, stage) => total + (run?.counts[stage.key] ?? 0), 0)
  return t(stageWords.headline, { value: sum('value'), gone: sum('retention') })
}

interface BodyProps {
  readonly model: LifeDetail
  readonly compute: () => void
  readonly open: (whom: Whom, name: string, members: number) => void
}

function Body({ model, compute, open }: BodyProps) {
  const t = useT()
  const format = useFormat()
  if (!model.run)
    return (
      <>
        <Card>
          <Empty
            icon="seed"
            title={t(stageWords.empty)}
            hint={t(stageWords.emptyHint)}
            action={
              model.can.edit && (
                <Button type="primary" onClick={compute}>
                  {t(stageWords.compute)}
                </Button>
              )
            }
          />
        </Card>
        <StagePath model={model} open={open} />
      </>
    )
  return (
    <>
      <StagePath model={model} open={open} />
      <div className="life-pair">
        <StageFlow model={model} open={open} />
        {model.sizes.length > 1 && <StageSizes model={model} />}
      </div>
      <p className="muted small life-foot">
        {t(stageWords.version, { number: model.number })} ·{' '}
        {t(stageWords.run, { day: format.ago(model.run.computedAt), moved: model.run.moved })}
      </p>
    </>
  )
}

import { useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { App, Button, Dropdown } from 'antd'
import { useState } from 'react'
import { useAct } from '#ui/console/action/useAct.tsx'
import { ConditionField, isFinished } from '#ui/console/condition/ConditionField.tsx'
import { JobDialog } from '#ui/console/job/JobDialog.tsx'
import { Card, Page, Tag } from '#ui/console/Page.tsx'
import { asProblem } from '#ui/console/problem.ts'
import { Icon } from '#ui/icon/Icon.tsx'
import { useT } from '#ui/locale/locale.tsx'
import { LifeVersions, PublishLife } from './LifePublishing.tsx'
import { LifeTrialCard } from './LifeTrialCard.tsx'
import { StageEditor } from './StageEditor.tsx'
import {
  archiveLifeModel,
  discardLifeDraft,
  type LifeDefinition,
  lifeModelQuery,
  lifePresetsQuery,
  type StageRule,
  saveLifeDraft,
} from './stages.queries.ts'
import { stageWords } from './stages.words.ts'
import './stages.css'
import './model.css'

const mostStages = 12

/** The stages of one type of user: who is where, where one may go, what we do for them. */
export default function LifecycleModelScreen() {
  const { id } = useParams({ strict: false }) as { id: string }
  const t = useT()
  const client = useQueryClient()
  const navigate = useNavigate()
  const act = useAct()
  const { message } = App.useApp()
  const model = useSuspenseQuery(lifeModelQuery(id)).data
  const presets = useQuery(lifePresetsQuery).data ?? []
  const stored = (model.draft ?? model.inForce).definition
  const [definition, setDefinition] = useState<LifeDefinition>(stored)
  /** `who` or the key of a stage: whose condition is being changed. */
  const [opened, setOpened] = useState<string>()
  const [busy, setBusy] = useState(false)
  const [publishing, setPublishing] = useState(false)
  const [job, setJob] = useState<string>()
  const changed = JSON.stringify(definition) !== JSON.stringify(stored)
  const finished = isFinished(definition.who) && definition.stages.every((stage) => isFinished(stage.when))
  const work = async (verb: () => Promise<unknown>, done: string) => {
    setBusy(true)
    try {
      await verb()
      await client.invalidateQueries({ queryKey: ['lifecycle'] })
      message.success(done)
    } catch (error) {
      const problem = asProblem(error)
      message.error([problem.message, ...problem.fields.map((field) => field.message)].join(' · '))
    } finally {
      setBusy(false)
    }
  }
  const stages = (next: readonly StageRule[]) => setDefinition({ ...definition, stages: next })
  const nameOf = (stage: StageRule) =>
    stage.name ?? model.stages.find((each) => each.key === stage.key)?.name ?? t(stageWords.fresh)
  const sentenceOf = (stage: StageRule) => {
    const known = model.inForce.definition.stages.find((each) => each.key === stage.key)
    return known && JSON.stringify(known.when) === JSON.stringify(stage.when)
      ? model.stages.find((each) => each.key === stage.key)?.sentence
      : undefined
  }
  const remove = (key: string) =>
    stages(
      definition.stages
        .filter((stage) => stage.key !== key)
        .map((stage) => ({ ...stage, next: stage.next.filter((each) => each !== key) })),
    )
  const move = (from: number, to: number) => {
    const next = [...definition.stages]
    const [taken] = next.splice(from, 1)
    if (taken) next.splice(to, 0, taken)
    stages(next)
  }
  const add = () => {
    const taken = new Set(definition.stages.map((stage) => stage.key))
    let number = definition.stages.length + 1
    while (taken.has(`stage_${number}`)) number++
    stages([
      ...definition.stages,
      {
        key: `stage_${number}`,
        name: t(stageWords.fresh),
        phase: 'retention',
        when: { version: 1, who: { kind: 'any', of: [] } },
        next: [],
      },
    ])
  }
  return (
    <Page
      above={
        <nav className="crumbs">
          <Link to="/lifecycle" search={{ type: id }}>
            {t(stageWords.title)}
          </Link>
          <Icon name="right" size={14} />
          <span>{model.name}</span>
        </nav>
      }
      title={
        <>
          {t(stageWords.editTitle)}{' '}
          {changed ? (
            <Tag tone="wheat">{t(stageWords.unsaved)}</Tag>
          ) : (
            model.draft && <Tag tone="sky">{t(stageWords.draft)}</Tag>
          )}
        </>
      }
      lead={finished ? t(stageWords.editLead) : t(stageWords.unfinished)}
      actions={
        model.can.edit && (
          <>
            <Dropdown
              trigger={['click']}
              menu={{
                items: presets.map((preset) => ({
                  key: preset.key,
                  label: (
                    <span className="preset-item">
                      <b>{preset.name}</b>
                      <span className="muted small">{preset.note}</span>
                    </span>
                  ),
                  onClick: () => setDefinition({ ...preset.definition, who: definition.who }),
                })),
              }}
            >
              <Button>{t(stageWords.preset)}</Button>
            </Dropdown>
            {model.draft && (
              <Button
                disabled={busy}
                onClick={() =>
                  work(async () => {
                    await discardLifeDraft(id)
                    setDefinition(model.inForce.definition)
                  }, t(stageWords.discarded))
                }
              >
                {t(stageWords.discard)}
              </Button>
            )}
            <Button
              disabled={!changed || !finished}
              loading={busy}
              onClick={() => work(() => saveLifeDraft(id, definition), t(stageWords.saved))}
            >
              {t(stageWords.save)}
            </Button>
            <Button type="primary" disabled={changed || !model.draft} onClick={() => setPublishing(true)}>
              {t(stageWords.publish)}
            </Button>
          </>
        )
      }
    >
      <div className="life-model">
        <div className="stack">
          <Card
            title={t(stageWords.who)}
            note={t(stageWords.whoNote)}
            extra={
              <Button
                size="small"
                type="text"
                aria-expanded={opened === 'who'}
                onClick={() => setOpened(opened === 'who' ? undefined : 'who')}
              >
                {t(opened === 'who' ? stageWords.fold : stageWords.change)}
                <span className="sr-only">：{t(stageWords.who)}</span>
              </Button>
            }
          >
            {opened === 'who' ? (
              <ConditionField
                value={definition.who}
                onChange={(who) => setDefinition({ ...definition, who })}
              />
            ) : (
              <p className="stage-sentence">
                {JSON.stringify(definition.who) === JSON.stringify(model.inForce.definition.who)
                  ? model.who
                  : t(stageWords.rewritten)}
              </p>
            )}
          </Card>
          {definition.stages.map((stage, at) => (
            <StageEditor
              key={stage.key}
              stage={stage}
              name={nameOf(stage)}
              sentence={sentenceOf(stage)}
              open={opened === stage.key}
              toggle={() => setOpened(opened === stage.key ? undefined : stage.key)}
              first={at === 0}
              last={at === definition.stages.length - 1}
              others={definition.stages
                .filter((each) => each.key !== stage.key)
                .map((each) => ({ value: each.key, label: nameOf(each) }))}
              change={(next) => stages(definition.stages.map((each, place) => (place === at ? next : each)))}
              remove={definition.stages.length > 2 ? () => remove(stage.key) : undefined}
              move={(by) => move(at, at + by)}
            />
          ))}
          {definition.stages.length < mostStages && (
            <Button className="add-stage" icon={<Icon name="plus" size={16} />} onClick={add}>
              {t(stageWords.add)}
            </Button>
          )}
        </div>
        <div className="stack life-beside">
          <LifeTrialCard model={model} definition={definition} ready={finished} />
          <LifeVersions model={model} start={setDefinition} />
          {model.can.archive && (
            <Button
              danger
              onClick={() =>
                act(
                  {
                    name: stageWords.archive,
                    danger: true,
                    run: async () => {
                      await archiveLifeModel(id)
                      await client.invalidateQueries({ queryKey: ['lifecycle'] })
                      await navigate({ to: '/lifecycle' })
                    },
                    confirm: () => ({
                      title: stageWords.archiveTitle,
                      values: { name: model.name },
                      detail: stageWords.archiveDetail,
                      verb: stageWords.archive,
                    }),
                    done: stageWords.archived,
                  },
                  undefined,
                )
              }
            >
              {t(stageWords.archive)}
            </Button>
          )}
        </div>
      </div>
      {publishing && (
        <PublishLife
          model={model}
          close={() => setPublishing(false)}
          published={(jobId) => {
            setPublishing(false)
            setJob(jobId)
            client.invalidateQueries({ queryKey: ['lifecycle'] })
          }}
        />
      )}
      {job && (
        <JobDialog
          id={job}
          title={t(stageWords.published)}
          note={t(stageWords.computingNote)}
          close={() => setJob(undefined)}
        />
      )}
    </Page>
  )
}

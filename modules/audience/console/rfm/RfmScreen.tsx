import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { App, Button, Input, Segmented } from 'antd'
import { useState } from 'react'
import { JobDialog } from '#ui/console/job/JobDialog.tsx'
import { useUrlState } from '#ui/console/list/useUrlState.ts'
import { Card, Page } from '#ui/console/Page.tsx'
import { asProblem } from '#ui/console/problem.ts'
import { Empty, Failed, SkeletonRows } from '#ui/console/states.tsx'
import { Icon } from '#ui/icon/Icon.tsx'
import { useFormat, useReading, useT } from '#ui/locale/locale.tsx'
import { Behind } from './Behind.tsx'
import { Cube } from './Cube.tsx'
import { sumsOf } from './figures.ts'
import { Movement } from './Movement.tsx'
import { Rulers } from './Rulers.tsx'
import {
  compute,
  type Kind,
  type Model,
  modelQuery,
  type Picture,
  pictureQuery,
  type Behind as Whom,
} from './rfm.queries.ts'
import { rfmWords } from './rfm.words.ts'
import { Tiers } from './Tiers.tsx'
import './rfm.css'

const kindOf = (text: string | undefined): Kind => (text === 'contribution' ? 'contribution' : 'purchase')

interface Opened {
  readonly whom: Whom
  readonly name: string
  readonly members: number
}

/** Who buys or contributes how recently, how often, how much: the eight tiers of the community. */
export default function RfmScreen() {
  const t = useT()
  const format = useFormat()
  const navigate = useNavigate()
  const { now } = useReading()
  const { message } = App.useApp()
  const [url, setUrl] = useUrlState()
  const kind = kindOf(url.kind)
  const asOf = /^\d{4}-\d\d-\d\d$/.test(url.asOf ?? '') ? url.asOf : undefined
  const model = useQuery(modelQuery(kind))
  const picture = useQuery(pictureQuery(kind, asOf))
  const [opened, setOpened] = useState<Opened>()
  const [job, setJob] = useState<string>()
  const today = format.dayKey(now())
  const recompute = async () => {
    try {
      setJob((await compute(kind)).jobId)
    } catch (error) {
      message.error(asProblem(error).message)
    }
  }
  const open = (whom: Whom, name: string, members: number) => setOpened({ whom, name, members })
  const window = model.data?.inForce.definition.windowDays
  return (
    <Page
      title={model.data && picture.data ? headline(t, format, model.data, picture.data) : t(rfmWords.title)}
      lead={t(rfmWords.lead, {
        window: window ? t(rfmWords.windowDays, { days: window }) : t(rfmWords.windowAll),
      })}
      actions={
        <>
          <Segmented
            aria-label={t(rfmWords.kind)}
            value={kind}
            onChange={(value) => setUrl({ kind: value === 'purchase' ? undefined : value })}
            options={[
              { value: 'purchase', label: t(rfmWords.purchase) },
              { value: 'contribution', label: t(rfmWords.contribution) },
            ]}
          />
          <Input
            type="date"
            className="rfm-day"
            aria-label={t(rfmWords.asOf)}
            max={today}
            value={asOf ?? today}
            onChange={(event) =>
              setUrl({ asOf: event.target.value === today ? undefined : event.target.value })
            }
          />
          {model.data?.can.compute && (
            <Button icon={<Icon name="retry" size={16} />} onClick={recompute}>
              {t(rfmWords.compute)}
            </Button>
          )}
          <Button
            type="primary"
            icon={<Icon name="filter" size={16} />}
            onClick={() => navigate({ to: '/rfm/model', search: { kind } })}
          >
            {t(model.data?.draft ? rfmWords.draftWaits : rfmWords.editModel)}
          </Button>
        </>
      }
    >
      <Body model={model} picture={picture} kind={kind} asOf={asOf} open={open} />
      {opened && model.data && (
        <Behind {...opened} model={model.data} asOf={asOf} close={() => setOpened(undefined)} />
      )}
      {job && (
        <JobDialog
          id={job}
          title={t(rfmWords.computing)}
          note={t(rfmWords.computingNote)}
          close={() => setJob(undefined)}
        />
      )}
    </Page>
  )
}

function headline(
  t: ReturnType<typeof useT>,
  format: ReturnType<typeof useFormat>,
  model: Model,
  { cells, measured }: Picture,
) {
  const sums = sumsOf(cells)
  const top = sums.get('important_value')
  const total = [...sums.values()].reduce((sum, each) => sum + each.amount, 0)
  if (!top || measured === 0) return t(rfmWords.title)
  return t(model.kind === 'purchase' ? rfmWords.headline : rfmWords.headlineContribution, {
    measured,
    top: top.members,
    name: model.tiers[0]?.name ?? '',
    share: format.percent(total > 0 ? Math.round((top.amount / total) * 100) / 100 : 0),
  })
}

interface BodyProps {
  readonly model: ReturnType<typeof useQuery<Model>>
  readonly picture: ReturnType<typeof useQuery<Picture>>
  readonly kind: Kind
  readonly asOf: string | undefined
  readonly open: (whom: Whom, name: string, members: number) => void
}

function Body({ model, picture, kind, asOf, open }: BodyProps) {
  const t = useT()
  const format = useFormat()
  const failed = model.error ? model : picture.error ? picture : undefined
  if (failed)
    return (
      <Card>
        <Failed error={failed.error} retry={() => failed.refetch()} />
      </Card>
    )
  if (!model.data || !picture.data)
    return (
      <Card flush>
        <SkeletonRows rows={10} />
      </Card>
    )
  const { definition } = model.data.inForce
  if (picture.data.measured === 0)
    return (
      <Card>
        <Empty
          icon="insight"
          title={t(rfmWords.empty)}
          hint={t(kind === 'purchase' ? rfmWords.emptyPurchase : rfmWords.emptyContribution, {
            events: definition.recency.events.join('、'),
          })}
        />
      </Card>
    )
  const { run, inForce } = model.data
  return (
    <div className="rfm">
      <Rulers definition={definition} picture={picture.data} />
      <div className="rfm-pair">
        <Tiers model={model.data} picture={picture.data} open={open} />
        <Cube picture={picture.data} open={open} />
      </div>
      <Movement kind={kind} model={model.data} picture={picture.data} asOf={asOf} open={open} />
      <p className="muted small rfm-foot">
        {t(rfmWords.version, { number: inForce.number ?? 1 })} ·{' '}
        {run
          ? t(rfmWords.lastRun, { day: format.date(`${run.asOf}T12:00:00Z`), moved: run.moved })
          : t(rfmWords.neverRun)}
      </p>
    </div>
  )
}

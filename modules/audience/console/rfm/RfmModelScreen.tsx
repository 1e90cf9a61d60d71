import { useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { App, Button, Input } from 'antd'
import { useState } from 'react'
import { JobDialog } from '#ui/console/job/JobDialog.tsx'
import { useUrlState } from '#ui/console/list/useUrlState.ts'
import { Card, Page, Tag } from '#ui/console/Page.tsx'
import { asProblem } from '#ui/console/problem.ts'
import { Failed, SkeletonRows } from '#ui/console/states.tsx'
import { Icon } from '#ui/icon/Icon.tsx'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { useAmount } from './amount.ts'
import { Counted } from './Counted.tsx'
import { CutEditor } from './CutEditor.tsx'
import { places, sumsOf, tiers } from './figures.ts'
import { modelWords } from './model.words.ts'
import { Publish, Versions } from './Publishing.tsx'
import { Rulers } from './Rulers.tsx'
import {
  discardDraft,
  type Kind,
  modelQuery,
  type Place,
  pictureQuery,
  type RfmDefinition,
  saveDraft,
  trialQuery,
} from './rfm.queries.ts'
import { rfmWords } from './rfm.words.ts'
import { Answers } from './Tiers.tsx'
import './rfm.css'
import './model.css'

/** The model of one kind: what is counted, where high begins, what the tiers are called. Tried while it is changed. */
export default function RfmModelScreen() {
  const [url] = useUrlState()
  const kind: Kind = url.kind === 'contribution' ? 'contribution' : 'purchase'
  return <Editor key={kind} kind={kind} />
}

function Editor({ kind }: { kind: Kind }) {
  const t = useT()
  const client = useQueryClient()
  const { message } = App.useApp()
  const model = useSuspenseQuery(modelQuery(kind)).data
  const stored = (model.draft ?? model.inForce).definition
  const [definition, setDefinition] = useState<RfmDefinition>(stored)
  const [busy, setBusy] = useState(false)
  const [publishing, setPublishing] = useState(false)
  const [job, setJob] = useState<string>()
  const changed = JSON.stringify(definition) !== JSON.stringify(stored)
  const unit = definition.amount.unit
  const act = async (work: () => Promise<unknown>, done: string) => {
    setBusy(true)
    try {
      await work()
      await client.invalidateQueries({ queryKey: ['rfm', kind, 'model'] })
      message.success(done)
    } catch (error) {
      message.error(asProblem(error).message)
    } finally {
      setBusy(false)
    }
  }
  const save = () => act(() => saveDraft(kind, definition), t(modelWords.saved))
  const discard = () =>
    act(async () => {
      await discardDraft(kind)
      setDefinition(model.inForce.definition)
    }, t(modelWords.discarded))
  const cutOf = (key: 'recency' | 'frequency' | 'amount') => (cut: RfmDefinition['recency']['cut']) =>
    setDefinition({ ...definition, [key]: { ...definition[key], cut } })
  return (
    <Page
      above={
        <nav className="crumbs">
          <Link to="/rfm" search={kind === 'purchase' ? {} : { kind }}>
            {t(rfmWords.title)}
          </Link>
          <Icon name="right" size={14} />
          <span>{t(rfmWords.editModel)}</span>
        </nav>
      }
      title={
        <>
          {t(kind === 'purchase' ? modelWords.title : modelWords.titleContribution)}{' '}
          {changed ? (
            <Tag tone="wheat">{t(modelWords.unsaved)}</Tag>
          ) : (
            model.draft && <Tag tone="sky">{t(modelWords.draft)}</Tag>
          )}
        </>
      }
      lead={t(modelWords.lead)}
      actions={
        model.can.edit && (
          <>
            {model.draft && (
              <Button onClick={discard} disabled={busy}>
                {t(modelWords.discard)}
              </Button>
            )}
            <Button onClick={save} disabled={!changed} loading={busy}>
              {t(modelWords.save)}
            </Button>
            <Button type="primary" disabled={changed || !model.draft} onClick={() => setPublishing(true)}>
              {t(modelWords.publish)}
            </Button>
          </>
        )
      }
    >
      <div className="rfm-model">
        <div className="stack">
          <Counted definition={definition} events={model.events} change={setDefinition} />
          <Card title={t(modelWords.cuts)}>
            <div className="cut-editors">
              <CutEditor
                name={t(rfmWords.recency)}
                cut={definition.recency.cut}
                unit={t(modelWords.valueDays)}
                start={30}
                change={cutOf('recency')}
              />
              <CutEditor
                name={t(rfmWords.frequency)}
                cut={definition.frequency.cut}
                unit={t(definition.frequency.per === 'day' ? modelWords.valueDays : modelWords.valueTimes)}
                start={3}
                change={cutOf('frequency')}
              />
              <CutEditor
                name={t(unit === 'money' ? rfmWords.amount : rfmWords.amountPoints)}
                cut={definition.amount.cut}
                unit={t(unit === 'money' ? modelWords.valueMoney : modelWords.valuePoints)}
                scale={unit === 'money' ? 100 : 1}
                start={unit === 'money' ? 20_000 : 10}
                change={cutOf('amount')}
              />
            </div>
          </Card>
          <Names definition={definition} kind={kind} change={setDefinition} />
        </div>
        <div className="stack">
          <Trial kind={kind} definition={definition} />
          <Versions model={model} start={setDefinition} />
        </div>
      </div>
      {publishing && (
        <Publish
          model={model}
          close={() => setPublishing(false)}
          published={(jobId) => {
            setPublishing(false)
            setJob(jobId)
            client.invalidateQueries({ queryKey: ['rfm', kind] })
          }}
        />
      )}
      {job && (
        <JobDialog
          id={job}
          title={t(modelWords.published)}
          note={t(rfmWords.computingNote)}
          close={() => setJob(undefined)}
        />
      )}
    </Page>
  )
}

interface NamesProps {
  readonly definition: RfmDefinition
  readonly kind: Kind
  readonly change: (definition: RfmDefinition) => void
}

function Names({ definition, kind, change }: NamesProps) {
  const t = useT()
  const model = useSuspenseQuery(modelQuery(kind)).data
  const put = (place: Place, key: 'name' | 'strategy', text: string) => {
    const { [key]: _, ...rest } = definition.tiers[place] ?? {}
    const words = text.trim() === '' ? rest : { ...rest, [key]: text }
    change({ ...definition, tiers: { ...definition.tiers, [place]: words } })
  }
  return (
    <Card title={t(modelWords.names)} note={t(modelWords.namesNote)}>
      <ul className="tier-names">
        {places.map((place) => {
          const words = model.tiers.find((tier) => tier.key === place)
          const own = definition.tiers[place]
          const name = words?.fixedName ?? place
          return (
            <li key={place}>
              <span className="tier-fixed">
                {place !== 'none' && <Answers tier={place} />}
                {name}
              </span>
              <Input
                aria-label={t(modelWords.alias, { name })}
                placeholder={name}
                maxLength={20}
                value={own?.name ?? ''}
                onChange={(event) => put(place, 'name', event.target.value)}
              />
              <Input.TextArea
                aria-label={t(modelWords.strategyOf, { name })}
                autoSize={{ minRows: 1, maxRows: 4 }}
                placeholder={words?.strategy}
                maxLength={500}
                value={own?.strategy ?? ''}
                onChange={(event) => put(place, 'strategy', event.target.value)}
              />
            </li>
          )
        })}
      </ul>
    </Card>
  )
}

function Trial({ kind, definition }: { kind: Kind; definition: RfmDefinition }) {
  const t = useT()
  const format = useFormat()
  const model = useSuspenseQuery(modelQuery(kind)).data
  // Names and strategies change no figure: they are left out of what is asked.
  const trial = useQuery(trialQuery(kind, { ...definition, tiers: {} }))
  const now = useQuery(pictureQuery(kind, undefined))
  const { said } = useAmount(definition.amount.unit)
  if (trial.error)
    return (
      <Card title={t(modelWords.trial)}>
        <Failed error={trial.error} retry={() => trial.refetch()} />
      </Card>
    )
  if (!trial.data)
    return (
      <Card title={t(modelWords.trial)}>
        <SkeletonRows rows={9} />
      </Card>
    )
  const [then, sums] = [sumsOf(now.data?.cells ?? []), sumsOf(trial.data.cells)]
  const most = Math.max(1, ...[...sums.values()].map((each) => each.members))
  return (
    <>
      <div className="rulers-narrow">
        <Rulers definition={definition} picture={trial.data} />
      </div>
      <Card title={t(modelWords.trial)} note={t(modelWords.trialNote)}>
        <ul className="trial">
          {tiers.map((tier) => {
            const { members = 0, amount = 0 } = sums.get(tier) ?? {}
            const change = members - (then.get(tier)?.members ?? 0)
            const name =
              definition.tiers[tier]?.name ?? model.tiers.find((each) => each.key === tier)?.fixedName ?? tier
            return (
              <li key={tier} title={said(amount)}>
                <Answers tier={tier} />
                <span className="trial-name">{name}</span>
                <span className="trial-bar" aria-hidden="true">
                  <i style={{ width: `${(members / most) * 100}%` }} />
                </span>
                <b>{format.number(members)}</b>
                <span className="muted small">{now.data && change !== 0 ? format.signed(change) : '—'}</span>
              </li>
            )
          })}
        </ul>
      </Card>
    </>
  )
}

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Checkbox, Drawer, InputNumber, Switch } from 'antd'
import { useState } from 'react'
import { api } from '#ui/api.ts'
import { ActionButton } from '#ui/console/action/ActionButton.tsx'
import type { Action } from '#ui/console/action/action.ts'
import { ConditionField, isFinished } from '#ui/console/condition/ConditionField.tsx'
import { type Definition, everybody } from '#ui/console/condition/condition.ts'
import { sent } from '#ui/console/condition/queries.ts'
import { Tag } from '#ui/console/Page.tsx'
import { Person } from '#ui/console/Person.tsx'
import { asProblem, take } from '#ui/console/problem.ts'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import type { RuledTier, TierPreview } from '../group.queries.ts'
import { groupWords } from '../group.words.ts'
import { tierWords as words } from './tiers.words.ts'

/** The rule of one tier, tried out before it is saved. */
export function RuleDrawer({ tier, close }: { tier: RuledTier; close: () => void }) {
  const t = useT()
  const { message } = App.useApp()
  const client = useQueryClient()
  const { rule } = tier
  const [rises, setRises] = useState<Definition>(rule?.rises ?? everybody)
  const [stays, setStays] = useState<Definition | null>(rule?.stays ?? null)
  const [falls, setFalls] = useState(rule?.falls ?? true)
  const [graceDays, setGrace] = useState(rule?.graceDays ?? 14)
  const [active, setActive] = useState(rule?.active ?? true)
  const finished = isFinished(rises) && (stays === null || isFinished(stays))
  const params = { path: { id: tier.id } }
  const body = { rises: sent(rises), stays: stays && sent(stays), falls, graceDays }
  const trial = useMutation({
    mutationFn: () => take<TierPreview>(api.POST('/api/tiers/{id}/preview', { params, body })),
    onError: (error) => message.error(asProblem(error).message),
  })
  const done = async (text: string) => {
    message.success(text)
    await client.invalidateQueries({ queryKey: ['group-tiers'] })
    close()
  }
  const save = useMutation({
    mutationFn: () =>
      take(
        api.PUT('/api/tiers/{id}/rule', {
          params,
          body: { ...body, active, revision: rule?.revision ?? 0 },
        }),
      ),
    onSuccess: () => done(t(groupWords.saved)),
    onError: (error) => message.error(asProblem(error).message),
  })
  const drop: Action<RuledTier> = {
    name: words.drop,
    danger: true,
    can: (it) => it.rule !== null,
    confirm: (it) => ({
      title: words.dropTitle,
      values: { tier: it.name },
      detail: words.dropDetail,
      verb: words.drop,
    }),
    run: async () => {
      await take(api.DELETE('/api/tiers/{id}/rule', { params }))
      await done(t(words.dropped))
    },
  }
  return (
    <Drawer
      open
      title={t(words.ruleOf, { tier: tier.name })}
      size={780}
      onClose={close}
      footer={
        <div className="drawer-foot">
          <span className="muted small">{finished ? '' : t(words.unfinished)}</span>
          <ActionButton action={drop} thing={tier} />
          <Button disabled={!finished} loading={trial.isPending} onClick={() => trial.mutate()}>
            {t(words.tryOut)}
          </Button>
          <Button type="primary" disabled={!finished} loading={save.isPending} onClick={() => save.mutate()}>
            {t(words.save)}
          </Button>
        </div>
      }
    >
      <h2 className="form-part">{t(words.whoRises)}</h2>
      <ConditionField value={rises} onChange={setRises} />
      <div className="rule-options">
        <Checkbox checked={falls} onChange={(event) => setFalls(event.target.checked)}>
          {t(words.demotes)}
        </Checkbox>
        {falls && (
          <label className="inline-field" htmlFor="tier-grace">
            {t(words.grace)}
            <InputNumber
              id="tier-grace"
              min={1}
              max={90}
              value={graceDays}
              suffix={t(words.days)}
              onChange={(value) => setGrace(value ?? 14)}
            />
          </label>
        )}
        {falls && (
          <Checkbox
            checked={stays === null}
            onChange={(event) => setStays(event.target.checked ? null : rises)}
          >
            {t(words.sameStays)}
          </Checkbox>
        )}
      </div>
      {falls && stays !== null && (
        <>
          <h2 className="form-part">{t(words.whoStays)}</h2>
          <ConditionField value={stays} onChange={setStays} />
        </>
      )}
      <label className="inline-field" htmlFor="tier-active">
        <Switch id="tier-active" checked={active} onChange={setActive} />
        {t(words.active)}
      </label>
      {trial.data && <Forecast preview={trial.data} />}
    </Drawer>
  )
}

function Forecast({ preview }: { preview: TierPreview }) {
  const t = useT()
  const format = useFormat()
  const { counts } = preview
  const cells = [
    [words.fRose, counts.rose],
    [words.fNoticed, counts.noticed],
    [words.fFell, counts.fell],
    [words.fKept, counts.kept],
  ] as const
  return (
    <section aria-live="polite">
      <div className="forecast">
        {cells.map(([label, count]) => (
          <div key={label.en}>
            <b>{format.number(count)}</b>
            <span>{t(label)}</span>
          </div>
        ))}
      </div>
      <p className="row-note">{t(words.forecastNote)}</p>
      <ul className="people-list">
        {preview.first.map((move) => (
          <li key={move.person.memberId} className="move-row">
            <Person
              id={move.person.memberId}
              name={move.person.nickname}
              url={move.person.avatarUrl}
              memberId={move.person.memberId}
              note={
                move.to
                  ? t(words.fromTo, { from: move.from?.name ?? '—', to: move.to.name })
                  : (move.from?.name ?? '')
              }
            />
            <Tag tone={move.kind === 'rise' ? 'pine' : move.kind === 'fall' ? 'bad' : 'wheat'}>
              {t(move.kind === 'rise' ? words.mRise : move.kind === 'fall' ? words.mFall : words.mNotice)}
            </Tag>
          </li>
        ))}
      </ul>
    </section>
  )
}

import { Button, Input, Radio, Select } from 'antd'
import { importingWords } from '#ui/console/importing/importing.words.ts'
import { Card } from '#ui/console/Page.tsx'
import { useT } from '#ui/locale/locale.tsx'
import type { Plan, WholeImport } from './imports.queries.ts'
import { importWords } from './imports.words.ts'
import { targetName } from './targets.ts'

interface PlanPanelProps {
  readonly list: WholeImport
  readonly plan: Plan
  readonly change: (plan: Plan) => void
  readonly knownTags: readonly string[]
}

/** How a list comes in: what happens to known members, what everybody gets, how group cards are read. */
export function PlanPanel({ list, plan, change, knownTags }: PlanPanelProps) {
  const t = useT()
  if (!list.can.check) return <PlanAsItWas list={list} plan={plan} />
  return (
    <Card title={t(importingWords.settings)}>
      {plan.columns.includes('card') && <CardRule list={list} plan={plan} change={change} />}
      <p className="field-label" id="existing">
        {t(importWords.existing)}
      </p>
      <Radio.Group
        aria-labelledby="existing"
        vertical
        value={plan.existing}
        onChange={(event) => change({ ...plan, existing: event.target.value })}
        options={(['update', 'fill', 'skip'] as const).map((value) => ({
          value,
          label: t(importWords[value]),
        }))}
      />
      <p className="muted small plan-note">{t(importWords.existingNote)}</p>
      <p className="field-label">{t(importWords.addTags)}</p>
      <Select
        mode="tags"
        aria-label={t(importWords.addTags)}
        placeholder={t(importWords.addTagsHint)}
        className="plan-wide"
        maxCount={20}
        value={[...plan.tags]}
        tokenSeparators={[',', '，', '、']}
        onChange={(tags: string[]) =>
          change({ ...plan, tags: tags.map((tag) => tag.trim().slice(0, 30)).filter(Boolean) })
        }
        options={knownTags.map((tag) => ({ value: tag, label: tag }))}
      />
      <p className="field-label">{t(importWords.origin)}</p>
      <Input
        aria-label={t(importWords.origin)}
        placeholder={t(importWords.originHint)}
        maxLength={40}
        value={plan.origin}
        onChange={(event) => change({ ...plan, origin: event.target.value })}
      />
      <p className="muted small plan-law">{t(importWords.lawful)}</p>
    </Card>
  )
}

/** What was chosen, once nothing can be chosen any more. */
function PlanAsItWas({ list, plan }: Pick<PlanPanelProps, 'list' | 'plan'>) {
  const t = useT()
  const rows: readonly (readonly [string, string])[] = [
    [t(importWords.existing), t(importWords[plan.existing])],
    [t(importWords.addTags), plan.tags.join('、')],
    [t(importWords.origin), plan.origin],
    [
      t(importWords.cardPattern),
      plan.card
        .map((part) => (part ? targetName(t, list.targets, part) : t(importWords.cardSkip)))
        .join(' - '),
    ],
    [t(importingWords.by), list.createdBy ?? ''],
  ]
  return (
    <Card title={t(importingWords.settings)}>
      <dl className="plan-was small">
        {rows
          .filter(([, value]) => value)
          .map(([label, value]) => (
            <div key={label}>
              <dt className="muted">{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
    </Card>
  )
}

/** 城市 - 职业 - 昵称: the parts of a group card in their order. */
function CardRule({ list, plan, change }: Omit<PlanPanelProps, 'knownTags'>) {
  const t = useT()
  const parts = [
    'nickname',
    'city',
    'tags',
    'bio',
    'wechat',
    ...list.targets.map(({ target }) => target),
  ].filter((target, at, all) => all.indexOf(target) === at && (target.startsWith('field:') || at < 5))
  const set = (card: readonly (string | null)[]) => change({ ...plan, card })
  return (
    <div className="card-rule">
      <p className="field-label">{t(importWords.cardPattern)}</p>
      <div className="card-parts">
        {plan.card.map((part, at) => (
          <Select
            // biome-ignore lint/suspicious/noArrayIndexKey: parts are their places
            key={at}
            size="small"
            popupMatchSelectWidth={160}
            aria-label={t(importWords.cardPart, { number: at + 1 })}
            value={part ?? ''}
            options={[
              { value: '', label: t(importWords.cardSkip) },
              ...parts.map((target) => ({ value: target, label: targetName(t, list.targets, target) })),
            ]}
            onChange={(value: string) =>
              set(
                plan.card.map((each, place) => (place === at ? value || null : each === value ? null : each)),
              )
            }
          />
        ))}
      </div>
      <Button
        size="small"
        type="link"
        disabled={plan.card.length >= 8}
        onClick={() => set([...plan.card, null])}
      >
        {t(importWords.cardAdd)}
      </Button>
      <Button
        size="small"
        type="link"
        disabled={plan.card.length <= 2}
        onClick={() => set(plan.card.slice(0, -1))}
      >
        {t(importWords.cardRemove)}
      </Button>
    </div>
  )
}

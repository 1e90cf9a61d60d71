/** Which sources are one channel: rules in their order, each with any of some conditions. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Drawer, Input, Select } from 'antd'
import { useState } from 'react'
import { asProblem } from '#ui/console/problem.ts'
import { SkeletonRows } from '#ui/console/states.tsx'
import { Icon } from '#ui/icon/Icon.tsx'
import { useT } from '#ui/locale/locale.tsx'
import { type ChannelRule, channelsQuery, presetsQuery, saveChannels } from './attribution.queries.ts'
import { attributionWords as words } from './attribution.words.ts'

type Test = ChannelRule['any'][number]
const traits = [
  ['channel', words.ofChannel],
  ['source', words.ofSource],
  ['medium', words.ofMedium],
  ['campaign', words.ofCampaign],
  ['referrer', words.ofReferrer],
] as const

const replaced = <T,>(list: readonly T[], at: number, ...by: T[]): T[] => [
  ...list.slice(0, at),
  ...by,
  ...list.slice(at + 1),
]

export function RulesDrawer({ close }: { close: () => void }) {
  const t = useT()
  const { message } = App.useApp()
  const client = useQueryClient()
  const found = useQuery(channelsQuery)
  const presets = useQuery(presetsQuery)
  const [draft, setDraft] = useState<readonly ChannelRule[]>()
  const [failure, setFailure] = useState<string>()
  const rules = draft ?? found.data?.rules
  const may = found.data?.can.change ?? false
  const save = async () => {
    setFailure(undefined)
    try {
      await saveChannels(rules ?? [])
      message.success(t(words.rulesSaved))
      await client.invalidateQueries({ queryKey: ['insight'] })
      close()
    } catch (error) {
      const problem = asProblem(error)
      setFailure([problem.message, ...problem.fields.map((field) => field.message)].join(' · '))
    }
  }
  return (
    <Drawer
      open
      onClose={close}
      size={620}
      title={t(words.rules)}
      footer={
        may && (
          <div className="frame-foot">
            <Button type="primary" disabled={draft === undefined} onClick={save}>
              {t(words.saveRules)}
            </Button>
            <Button disabled={!presets.data} onClick={() => setDraft(presets.data)}>
              {t(words.presets)}
            </Button>
          </div>
        )
      }
    >
      <p className="muted small">{t(words.rulesHint)}</p>
      {failure && <Alert type="error" title={failure} showIcon />}
      {!rules ? (
        <SkeletonRows rows={6} />
      ) : (
        <ul className="attribution-rules">
          {rules.map((rule, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a rule is its place; its key is being typed
            <li key={at}>
              <Rule
                rule={rule}
                readOnly={!may}
                change={(now) => setDraft(replaced(rules, at, now))}
                remove={() => setDraft(replaced(rules, at))}
                up={
                  at === 0
                    ? undefined
                    : () => setDraft(replaced(replaced(rules, at), at - 1, rule, rules[at - 1]!))
                }
              />
            </li>
          ))}
        </ul>
      )}
      {may && rules && (
        <Button
          icon={<Icon name="plus" size={14} />}
          onClick={() => setDraft([...rules, { channel: '', name: '', any: [{ of: 'source', like: '' }] }])}
        >
          {t(words.addRule)}
        </Button>
      )}
    </Drawer>
  )
}

interface RuleProps {
  readonly rule: ChannelRule
  readonly readOnly: boolean
  readonly change: (rule: ChannelRule) => void
  readonly remove: () => void
  readonly up: (() => void) | undefined
}

function Rule({ rule, readOnly, change, remove, up }: RuleProps) {
  const t = useT()
  const setTest = (at: number, ...tests: Test[]) => change({ ...rule, any: replaced(rule.any, at, ...tests) })
  return (
    <>
      <div className="attribution-rule">
        <Input
          value={rule.name}
          placeholder={t(words.name)}
          aria-label={t(words.name)}
          disabled={readOnly}
          onChange={(event) => change({ ...rule, name: event.target.value })}
        />
        <Input
          value={rule.channel}
          placeholder={t(words.key)}
          aria-label={t(words.key)}
          disabled={readOnly}
          onChange={(event) => change({ ...rule, channel: event.target.value })}
        />
        <Button
          type="text"
          aria-label={t(words.up, { name: rule.name })}
          disabled={readOnly || !up}
          icon={<Icon name="up" size={15} />}
          onClick={up}
        />
        <Button
          type="text"
          aria-label={t(words.removeRule, { name: rule.name })}
          disabled={readOnly}
          icon={<Icon name="trash" size={15} />}
          onClick={remove}
        />
      </div>
      {rule.any.map((test, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: conditions have no identity but their place
        <div className="attribution-test" key={at}>
          <Select
            size="small"
            value={test.of}
            aria-label={t(words.tests)}
            disabled={readOnly}
            options={traits.map(([value, label]) => ({ value, label: t(label) }))}
            onChange={(of) => setTest(at, { ...test, of })}
          />
          <Input
            size="small"
            value={test.like}
            aria-label={t(words.tests)}
            disabled={readOnly}
            onChange={(event) => setTest(at, { ...test, like: event.target.value })}
          />
          <Button
            type="text"
            size="small"
            aria-label={t(words.removeTest)}
            disabled={readOnly || rule.any.length === 1}
            icon={<Icon name="close" size={13} />}
            onClick={() => setTest(at)}
          />
        </div>
      ))}
      {!readOnly && (
        <Button
          type="link"
          size="small"
          onClick={() => change({ ...rule, any: [...rule.any, { of: 'source', like: '' }] })}
        >
          {t(words.addTest)}
        </Button>
      )}
    </>
  )
}

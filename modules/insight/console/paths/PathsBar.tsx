/** The question of paths as chips: when, who, from where, up to where, how many steps, and the rest in a drawer. */
import { Button, Drawer, Form, Input, InputNumber, Radio, Select } from 'antd'
import { useState } from 'react'
import { MenuChip } from '#ui/console/condition/Chip.tsx'
import { Icon } from '#ui/icon/Icon.tsx'
import { useT } from '#ui/locale/locale.tsx'
import { siteGroupings, siteQuestion } from '../../paths/site.ts'
import { RangePick } from '../frame/RangePick.tsx'
import { ScopePick } from '../frame/ScopePick.tsx'
import type { Change } from '../frame/useQuestion.ts'
import type { PathsQuestion } from './answer.ts'
import { pathsWords as words } from './paths.words.ts'

interface Props {
  readonly question: PathsQuestion
  readonly change: Change<PathsQuestion>
  /** Nodes of the answer with their names. */
  readonly labels: ReadonlyMap<string, string>
}

export function PathsBar({ question, change, labels }: Props) {
  const t = useT()
  const nameOf = (node: string) => labels.get(node) ?? node.replace(/^[ev]:/, '')
  const nodes = [...labels].flatMap(([value, label]) =>
    value === 'other' || value === 'more' ? [] : [{ value, label }],
  )
  const choices = (chosen: string | undefined, none: string) => [
    { value: '', label: none },
    ...(chosen && !labels.has(chosen) ? [{ value: chosen, label: nameOf(chosen) }] : []),
    ...nodes,
  ]
  const most = question.most ?? siteQuestion.most
  return (
    <>
      <RangePick value={question.range} onChange={(range) => change({ range })} />
      <ScopePick value={question.scope ?? {}} onChange={(scope) => change({ scope })} />
      <MenuChip
        name={t(words.start)}
        label={question.start ? t(words.from, { node: nameOf(question.start) }) : t(words.anyStart)}
        value={question.start ?? ''}
        options={choices(question.start, t(words.anyStart))}
        choose={(start) => change({ start: start || undefined })}
      />
      <MenuChip
        name={t(words.end)}
        label={question.end ? t(words.to, { node: nameOf(question.end) }) : t(words.anyEnd)}
        value={question.end ?? ''}
        options={choices(question.end, t(words.anyEnd))}
        choose={(end) => change({ end: end || undefined })}
      />
      <MenuChip
        name={t(words.columns)}
        label={t(words.columnsOf, { count: most })}
        value={String(most)}
        options={[3, 4, 5, 6, 8, 10].map((count) => ({
          value: String(count),
          label: t(words.columnsOf, { count }),
        }))}
        choose={(count) => change({ most: Number(count) })}
      />
      <MorePick question={question} change={change} nodes={nodes} nameOf={nameOf} />
    </>
  )
}

interface Draft {
  readonly by: 'pause' | 'given'
  readonly minutes: number
  readonly loops: 'runs' | 'once'
  readonly exclude: readonly string[]
  readonly groupings: string
}

const draftOf = (question: PathsQuestion): Draft => ({
  by: question.visit?.by ?? 'pause',
  minutes: question.visit?.by === 'pause' ? question.visit.minutes : 30,
  loops: question.loops ?? 'runs',
  exclude: question.exclude ?? [],
  groupings: (question.groupings ?? siteGroupings)
    .map(({ pattern, name }) => (name ? `${pattern} = ${name}` : pattern))
    .join('\n'),
})

/** Lines `pattern = name`; a line without a name keeps the pattern as its name. */
const groupingsOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .slice(0, 60)
    .map((line) => {
      const [pattern = '', ...rest] = line.split('=')
      const name = rest.join('=').trim()
      return { pattern: pattern.trim(), ...(name ? { name: name.slice(0, 40) } : {}) }
    })
    .filter(({ pattern }) => pattern !== '')

function MorePick({
  question,
  change,
  nodes,
  nameOf,
}: Pick<Props, 'question' | 'change'> & {
  readonly nodes: readonly { readonly value: string; readonly label: string }[]
  readonly nameOf: (node: string) => string
}) {
  const t = useT()
  const [draft, setDraft] = useState<Draft>()
  const close = () => setDraft(undefined)
  const set = (part: Partial<Draft>) => setDraft((before) => before && { ...before, ...part })
  return (
    <>
      <button type="button" className="chip" onClick={() => setDraft(draftOf(question))}>
        {t(words.more)}
        <Icon name="settings" size={13} />
      </button>
      <Drawer
        open={draft !== undefined}
        onClose={close}
        size={520}
        title={t(words.moreTitle)}
        destroyOnHidden
        footer={
          draft && (
            <div className="frame-foot">
              <Button
                type="primary"
                onClick={() => {
                  change({
                    visit: draft.by === 'given' ? { by: 'given' } : { by: 'pause', minutes: draft.minutes },
                    loops: draft.loops,
                    exclude: [...draft.exclude],
                    groupings: groupingsOf(draft.groupings),
                  })
                  close()
                }}
              >
                {t(words.apply)}
              </Button>
              <Button onClick={() => setDraft(draftOf({ ...question, ...siteQuestion }))}>
                {t(words.usual)}
              </Button>
            </div>
          )
        }
      >
        {draft && (
          <Form layout="vertical" component="div">
            <Form.Item label={t(words.visit)}>
              <Radio.Group value={draft.by} onChange={(event) => set({ by: event.target.value })} vertical>
                <Radio value="pause">{t(words.byPause)}</Radio>
                <Radio value="given">{t(words.given)}</Radio>
              </Radio.Group>
              {draft.by === 'pause' && (
                <InputNumber
                  min={1}
                  max={1_440}
                  value={draft.minutes}
                  aria-label={t(words.minutes)}
                  suffix={t(words.minutes)}
                  onChange={(minutes) => set({ minutes: minutes ?? 30 })}
                />
              )}
            </Form.Item>
            <Form.Item label={t(words.loops)}>
              <Radio.Group
                value={draft.loops}
                onChange={(event) => set({ loops: event.target.value })}
                vertical
              >
                <Radio value="runs">{t(words.runs)}</Radio>
                <Radio value="once">{t(words.once)}</Radio>
              </Radio.Group>
            </Form.Item>
            <Form.Item label={t(words.exclude)} extra={t(words.excludeHint)} htmlFor="paths-exclude">
              <Select
                id="paths-exclude"
                mode="multiple"
                value={[...draft.exclude]}
                options={[
                  ...nodes,
                  ...draft.exclude
                    .filter((node) => !nodes.some(({ value }) => value === node))
                    .map((value) => ({ value, label: nameOf(value) })),
                ]}
                optionFilterProp="label"
                onChange={(exclude) => set({ exclude })}
              />
            </Form.Item>
            <Form.Item label={t(words.groupings)} extra={t(words.groupingsHint)} htmlFor="paths-groupings">
              <Input.TextArea
                id="paths-groupings"
                rows={10}
                value={draft.groupings}
                onChange={(event) => set({ groupings: event.target.value })}
              />
            </Form.Item>
          </Form>
        )}
      </Drawer>
    </>
  )
}

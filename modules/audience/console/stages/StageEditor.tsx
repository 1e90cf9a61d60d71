import { Button, Input, Select } from 'antd'
import { ConditionField } from '#ui/console/condition/ConditionField.tsx'
import { Card } from '#ui/console/Page.tsx'
import { Icon } from '#ui/icon/Icon.tsx'
import { useT } from '#ui/locale/locale.tsx'
import type { Phase, StageRule } from './stages.queries.ts'
import { stageWords } from './stages.words.ts'

interface StageEditorProps {
  readonly stage: StageRule
  readonly name: string
  /** The condition in words; undefined while it differs from what is stored. */
  readonly sentence: string | undefined
  /** Whether its condition is being changed: one at a time. */
  readonly open: boolean
  readonly toggle: () => void
  readonly first: boolean
  readonly last: boolean
  readonly others: readonly { readonly value: string; readonly label: string }[]
  readonly change: (stage: StageRule) => void
  readonly remove: (() => void) | undefined
  readonly move: (by: -1 | 1) => void
}

const phases: readonly Phase[] = ['acquisition', 'value', 'retention']

/** One stage: its name, phase, condition, where one may go from it, what we do. */
export function StageEditor(props: StageEditorProps) {
  const { stage, name, sentence, open, toggle, first, last, others, change, remove, move } = props
  const t = useT()
  return (
    <Card
      className="stage-editor"
      title={name}
      note={first ? t(stageWords.firstNote) : undefined}
      extra={
        <div className="stage-tools">
          <Button
            type="text"
            size="small"
            disabled={first}
            aria-label={`${t(stageWords.up)}：${name}`}
            icon={<Icon name="up" size={16} />}
            onClick={() => move(-1)}
          />
          <Button
            type="text"
            size="small"
            disabled={last}
            aria-label={`${t(stageWords.down)}：${name}`}
            icon={<Icon name="down" size={16} />}
            onClick={() => move(1)}
          />
          <Button
            type="text"
            size="small"
            disabled={!remove}
            aria-label={`${t(stageWords.remove)}：${name}`}
            icon={<Icon name="trash" size={16} />}
            onClick={remove}
          />
        </div>
      }
    >
      <div className="stage-fields">
        <div>
          <span className="field-label">{t(stageWords.stageName)}</span>
          <Input
            aria-label={`${t(stageWords.stageName)}：${name}`}
            maxLength={20}
            placeholder={name}
            value={stage.name ?? ''}
            onChange={({ target }) => {
              const { name: _, ...rest } = stage
              change(
                target.value === '' && !stage.key.startsWith('stage_')
                  ? rest
                  : { ...rest, name: target.value },
              )
            }}
          />
        </div>
        <div>
          <span className="field-label">{t(stageWords.phase)}</span>
          <Select
            aria-label={`${t(stageWords.phase)}：${name}`}
            value={stage.phase}
            onChange={(phase) => change({ ...stage, phase })}
            options={phases.map((phase) => ({ value: phase, label: t(stageWords[phase]) }))}
          />
        </div>
        <div className="stage-next">
          <span className="field-label">{t(stageWords.next)}</span>
          <Select
            mode="multiple"
            aria-label={`${t(stageWords.next)}：${name}`}
            value={[...stage.next]}
            onChange={(next: string[]) => change({ ...stage, next })}
            options={[...others]}
          />
        </div>
      </div>
      <div className="stage-when">
        <p className="field-label">{t(stageWords.when)}</p>
        <Button size="small" type="text" aria-expanded={open} onClick={toggle}>
          {t(open ? stageWords.fold : stageWords.change)}
          <span className="sr-only">：{name}</span>
        </Button>
      </div>
      {open ? (
        <ConditionField value={stage.when} onChange={(when) => change({ ...stage, when })} />
      ) : (
        <p className="stage-sentence">{sentence ?? t(stageWords.rewritten)}</p>
      )}
      <p className="field-label">{t(stageWords.strategy)}</p>
      <Input.TextArea
        aria-label={`${t(stageWords.strategy)}：${name}`}
        autoSize={{ minRows: 1, maxRows: 5 }}
        maxLength={500}
        placeholder={t(stageWords.strategyPlaceholder)}
        value={stage.strategy ?? ''}
        onChange={({ target }) => {
          const { strategy: _, ...rest } = stage
          change(target.value.trim() === '' ? rest : { ...rest, strategy: target.value })
        }}
      />
    </Card>
  )
}

/** The steps of a funnel, one line each, and who is left out in between. */
import { Button, Checkbox } from 'antd'
import { MenuChip } from '#ui/console/condition/Chip.tsx'
import type { Happening } from '#ui/console/condition/condition.ts'
import { Icon } from '#ui/icon/Icon.tsx'
import { useT } from '#ui/locale/locale.tsx'
import { EventPick } from '../frame/EventPick.tsx'
import { type Exclusion, type FunnelQuestion, mended, type Step } from './answer.ts'
import { funnelWords as words } from './funnel.words.ts'
import { WaitPick } from './WaitPick.tsx'

const mostSteps = 10

interface Props {
  readonly question: FunnelQuestion
  readonly put: (question: FunnelQuestion) => void
}

const replaced = <T,>(list: readonly T[], at: number, value: T): T[] =>
  list.map((each, n) => (n === at ? value : each))
const without = <T,>(list: readonly T[], at: number): T[] => list.filter((_, n) => n !== at)

export function Steps({ question, put }: Props) {
  const t = useT()
  const { steps, exclusions } = question
  const set = (part: Partial<FunnelQuestion>) => put(mended({ ...question, ...part }))
  return (
    <div className="funnel-steps">
      <ol aria-label={t(words.steps)}>
        {steps.map((step, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a step has no identity but its place
          <li key={at}>
            <span className="funnel-number" aria-hidden="true">
              {at + 1}
            </span>
            <StepLine
              step={step}
              at={at}
              question={question}
              change={(changed) => set({ steps: replaced(steps, at, changed) })}
            />
            <span className="funnel-tools">
              {at > 0 && (
                <Button
                  type="text"
                  size="small"
                  aria-label={t(words.moveUp, { n: at + 1 })}
                  icon={<Icon name="up" size={14} />}
                  onClick={() => set({ steps: replaced(replaced(steps, at, steps[at - 1]!), at - 1, step) })}
                />
              )}
              {steps.length > 2 && (
                <Button
                  type="text"
                  size="small"
                  aria-label={t(words.removeStep, { n: at + 1 })}
                  icon={<Icon name="close" size={14} />}
                  onClick={() => set({ steps: without(steps, at) })}
                />
              )}
            </span>
          </li>
        ))}
      </ol>
      {exclusions.map((exclusion, at) => (
        <ExclusionLine
          // biome-ignore lint/suspicious/noArrayIndexKey: an exclusion has no identity but its place
          key={at}
          exclusion={exclusion}
          steps={steps.length}
          change={(changed) => set({ exclusions: replaced(exclusions, at, changed) })}
          remove={() => set({ exclusions: without(exclusions, at) })}
        />
      ))}
      <div className="funnel-add">
        {steps.length < mostSteps && (
          <Button
            size="small"
            icon={<Icon name="plus" size={14} />}
            onClick={() => set({ steps: [...steps, { of: [{ event: '' }] }] })}
          >
            {t(words.addStep)}
          </Button>
        )}
        {exclusions.length < 5 && (
          <Button
            size="small"
            type="text"
            icon={<Icon name="ban" size={14} />}
            onClick={() =>
              set({ exclusions: [...exclusions, { event: '', after: 1, before: steps.length }] })
            }
          >
            {t(words.addExclusion)}
          </Button>
        )}
      </div>
    </div>
  )
}

interface LineProps {
  readonly step: Step
  readonly at: number
  readonly question: FunnelQuestion
  readonly change: (step: Step) => void
}

function StepLine({ step, at, question: { steps, order }, change }: LineProps) {
  const t = useT()
  const inside = at > 0 && at < steps.length - 1
  return (
    <span className="funnel-line">
      {step.of.map((happening, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an event has no identity but its place
        <span key={n} className="funnel-event">
          {n > 0 && <span className="muted small">{t(words.addEvent)}</span>}
          <EventPick
            value={happening}
            onChange={(changed: Happening) => change({ ...step, of: replaced(step.of, n, changed) })}
          />
          {step.of.length > 1 && (
            <Button
              type="text"
              size="small"
              aria-label={t(words.removeEvent)}
              icon={<Icon name="close" size={12} />}
              onClick={() => change({ ...step, of: without(step.of, n) })}
            />
          )}
        </span>
      ))}
      {step.of.length < 8 && (
        <button
          type="button"
          className="chip quiet"
          onClick={() => change({ ...step, of: [...step.of, { event: '' }] })}
        >
          + {t(words.addEvent)}
        </button>
      )}
      {at > 0 && order !== 'unordered' && <WaitPick step={step} change={change} />}
      {inside && order !== 'unordered' && (
        <Checkbox
          checked={step.optional ?? false}
          onChange={(event) => change({ ...step, optional: event.target.checked || undefined })}
        >
          {t(words.optional)}
        </Checkbox>
      )}
    </span>
  )
}

interface ExclusionProps {
  readonly exclusion: Exclusion
  readonly steps: number
  readonly change: (exclusion: Exclusion) => void
  readonly remove: () => void
}

function ExclusionLine({ exclusion, steps, change, remove }: ExclusionProps) {
  const t = useT()
  const { after, before, ...happening } = exclusion
  const places = Array.from({ length: steps }, (_, from) => from + 1).flatMap((from) =>
    Array.from({ length: steps - from }, (_, at) => ({ from, to: from + at + 1 })),
  )
  return (
    <div className="funnel-exclusion">
      <Icon name="ban" size={14} />
      <span className="muted small">{t(words.exclusions)}</span>
      <EventPick value={happening} onChange={(changed) => change({ ...changed, after, before })} />
      <MenuChip
        name={t(words.exclusions)}
        label={t(words.between, { from: after, to: before })}
        value={`${after} ${before}`}
        options={places.map(({ from, to }) => ({
          value: `${from} ${to}`,
          label: t(words.between, { from, to }),
        }))}
        choose={(chosen) => {
          const [from = 1, to = 2] = chosen.split(' ').map(Number)
          change({ ...exclusion, after: from, before: to })
        }}
      />
      <Button
        type="text"
        size="small"
        aria-label={t(words.removeExclusion)}
        icon={<Icon name="close" size={14} />}
        onClick={remove}
      />
    </div>
  )
}

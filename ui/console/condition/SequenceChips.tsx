import { Fragment } from 'react'
import { Icon } from '#ui/icon/Icon.tsx'
import { useT } from '#ui/locale/locale.tsx'
import { eventOf, useBuilding, useSpeech } from './building.ts'
import { Chip } from './Chip.tsx'
import type { Happening, SequenceCondition } from './condition.ts'
import { SpanEditor, WindowEditor } from './Editors.tsx'
import { Narrowed } from './EventChips.tsx'
import { Picker } from './Picker.tsx'
import { spanText, windowText } from './say.ts'
import { builderWords, editWords } from './words.ts'

interface Props {
  readonly leaf: SequenceCondition
  readonly change: (leaf: SequenceCondition) => void
}

/** First this, then that, within so long. */
export function SequenceChips({ leaf, change }: Props) {
  const t = useT()
  const speech = useSpeech()
  const { catalogue, readOnly } = useBuilding()
  const set = (place: number, step: Happening) =>
    change({ ...leaf, steps: leaf.steps.map((each, at) => (at === place ? step : each)) })
  return (
    <>
      {leaf.steps.map((step, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: steps have no identity but their place
        <Fragment key={place}>
          {place > 0 && <Icon name="right" size={14} label={t(builderWords.next)} />}
          <span className="chip-step">
            <Chip
              name={t(builderWords.step, { place: place + 1 })}
              label={eventOf(catalogue, step.event)?.label ?? step.event}
              disabled={readOnly}
            >
              {(close) => (
                <Picker
                  only="events"
                  pick={(picked) => {
                    if (picked.kind === 'event') set(place, { event: picked.event })
                    close()
                  }}
                />
              )}
            </Chip>
            <Narrowed happening={step} change={(narrowed) => set(place, { ...step, ...narrowed })} />
            {leaf.steps.length > 2 && !readOnly && (
              <button
                type="button"
                className="chip-drop"
                aria-label={t(builderWords.removeStep)}
                onClick={() => change({ ...leaf, steps: leaf.steps.filter((_, at) => at !== place) })}
              >
                <Icon name="close" size={12} />
              </button>
            )}
          </span>
        </Fragment>
      ))}
      {leaf.steps.length < 6 && !readOnly && (
        <span className="chip-more">
          <Chip name={t(builderWords.addStep)} label="+">
            {(close) => (
              <Picker
                only="events"
                pick={(picked) => {
                  if (picked.kind === 'event')
                    change({ ...leaf, steps: [...leaf.steps, { event: picked.event }] })
                  close()
                }}
              />
            )}
          </Chip>
        </span>
      )}
      <Chip
        name={t(builderWords.withinLabel)}
        label={t(builderWords.within, { span: spanText(leaf.within, speech) })}
        disabled={readOnly}
      >
        {(close) => (
          <SpanEditor
            label={t(builderWords.withinLabel)}
            value={leaf.within}
            change={(within) => change({ ...leaf, within })}
            enter={close}
          />
        )}
      </Chip>
      <Chip name={t(editWords.when)} label={windowText(leaf.window, speech)} disabled={readOnly}>
        {(close) => (
          <WindowEditor value={leaf.window} change={(window) => change({ ...leaf, window })} enter={close} />
        )}
      </Chip>
    </>
  )
}

/** How long after the step before a step may, and must, come. */
import { Chip } from '#ui/console/condition/Chip.tsx'
import { useT } from '#ui/locale/locale.tsx'
import { microsOf } from '../../funnel/span.ts'
import type { Step } from './answer.ts'
import { funnelWords as words } from './funnel.words.ts'
import { SpanPick, useSpanWords } from './SpanPick.tsx'

interface Props {
  readonly step: Step
  readonly change: (step: Step) => void
}

export function WaitPick({ step, change }: Props) {
  const t = useT()
  const say = useSpanWords()
  const { atLeast, within } = step
  const label =
    atLeast && within
      ? t(words.waitBetween, { least: say(atLeast), most: say(within) })
      : atLeast
        ? t(words.waitAtLeast, { span: say(atLeast) })
        : within
          ? t(words.waitAtMost, { span: say(within) })
          : t(words.anyWait)
  return (
    <Chip name={t(words.wait)} label={label} quiet={!atLeast && !within}>
      {() => (
        <div className="funnel-finer">
          <div className="edit-line">
            <span>{t(words.waitMost)}</span>
            <SpanPick
              name={t(words.waitMost)}
              value={within}
              none={t(words.noLimit)}
              fits={(span) => !atLeast || microsOf(span) >= microsOf(atLeast)}
              label={(span) => span}
              onChange={(chosen) => change({ ...step, within: chosen })}
            />
          </div>
          <div className="edit-line">
            <span>{t(words.waitLeast)}</span>
            <SpanPick
              name={t(words.waitLeast)}
              value={atLeast}
              none={t(words.noLimit)}
              fits={(span) => !within || microsOf(span) <= microsOf(within)}
              label={(span) => span}
              onChange={(chosen) => change({ ...step, atLeast: chosen })}
            />
          </div>
          <p className="muted caption">{t(words.waitHint)}</p>
        </div>
      )}
    </Chip>
  )
}

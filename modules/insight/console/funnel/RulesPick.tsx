/** What else a way may be asked for: whether a step may be done again on it, and what one moment counts for. */
import { Checkbox } from 'antd'
import { Chip, MenuChip } from '#ui/console/condition/Chip.tsx'
import { useT } from '#ui/locale/locale.tsx'
import { type FunnelQuestion, usualRepeats } from './answer.ts'
import { funnelWords as words } from './funnel.words.ts'

interface Props {
  readonly question: FunnelQuestion
  readonly set: (part: Pick<FunnelQuestion, 'repeats' | 'apart'>) => void
}

export function RulesPick({ question: { order, repeats, apart }, set }: Props) {
  const t = useT()
  const repeated = { ignored: t(words.repeatsIgnored), ending: t(words.repeatsEnding) }
  const chosen = repeats ?? usualRepeats[order]
  const own = [
    repeats && t(repeats === 'ending' ? words.repeatsEndingShort : words.repeatsIgnoredShort),
    apart && t(words.apartShort),
  ].filter((each) => typeof each === 'string')
  return (
    <Chip
      name={t(words.rules)}
      label={own.length > 0 ? own.join(t(words.and)) : t(words.rules)}
      quiet={own.length === 0}
    >
      {() => (
        <div className="funnel-finer">
          <div className="edit-line">
            <span>{t(words.repeats)}</span>
            <MenuChip
              name={t(words.repeats)}
              label={repeated[chosen]}
              value={chosen}
              options={(['ignored', 'ending'] as const).map((value) => ({ value, label: repeated[value] }))}
              choose={(value) => set({ repeats: value as FunnelQuestion['repeats'] })}
            />
          </div>
          <Checkbox
            checked={apart ?? false}
            onChange={(event) => set({ apart: event.target.checked || undefined })}
          >
            {t(words.apart)}
          </Checkbox>
          <p className="muted caption">{t(words.apartHint)}</p>
        </div>
      )}
    </Chip>
  )
}

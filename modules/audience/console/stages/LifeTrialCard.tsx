import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { Card } from '#ui/console/Page.tsx'
import { Failed } from '#ui/console/states.tsx'
import { Icon } from '#ui/icon/Icon.tsx'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { type LifeDefinition, type LifeDetail, tryLife } from './stages.queries.ts'
import { stageWords } from './stages.words.ts'

interface TrialProps {
  readonly model: LifeDetail
  readonly definition: LifeDefinition
  readonly ready: boolean
}

/** How many would be where under the rules as they are being written, against where they are now. */
export function LifeTrialCard({ model, definition, ready }: TrialProps) {
  const t = useT()
  const format = useFormat()
  const trial = useMutation({ mutationFn: () => tryLife(model.id, definition) })
  const counts = trial.data?.counts ?? {}
  const now = model.run?.counts ?? {}
  const most = Math.max(1, ...Object.values(counts), ...Object.values(now))
  return (
    <Card
      title={t(stageWords.trial)}
      note={
        trial.data
          ? t(stageWords.trialNote, { members: trial.data.members, moved: trial.data.moved })
          : t(stageWords.trialHint)
      }
      extra={
        <Button
          loading={trial.isPending}
          disabled={!ready}
          icon={<Icon name="play" size={16} />}
          onClick={() => trial.mutate()}
        >
          {t(stageWords.try)}
        </Button>
      }
    >
      {trial.error && <Failed error={trial.error} retry={() => trial.mutate()} />}
      {trial.data && (
        <ul className="life-trial">
          {trial.data.stages.map((stage) => {
            const members = counts[stage.key] ?? 0
            const change = members - (now[stage.key] ?? 0)
            return (
              <li key={stage.key}>
                <span>{stage.name}</span>
                <span className="life-trial-bars" aria-hidden="true">
                  <i style={{ width: `${(members / most) * 100}%` }} />
                  <i className="was" style={{ width: `${((now[stage.key] ?? 0) / most) * 100}%` }} />
                </span>
                <b>{format.number(members)}</b>
                <span className="muted small">{change === 0 ? '—' : format.signed(change)}</span>
              </li>
            )
          })}
        </ul>
      )}
    </Card>
  )
}

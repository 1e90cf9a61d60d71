import { useQuery } from '@tanstack/react-query'
import { Card } from '#ui/console/Page.tsx'
import { Failed, SkeletonRows } from '#ui/console/states.tsx'
import { useFormat, useReading, useT } from '#ui/locale/locale.tsx'
import { figureWords } from '../../figure.ts'
import { type Figure, type PlanAsked, planQuery } from './experiments.queries.ts'
import { experimentWords as words } from './experiments.words.ts'

interface Props {
  readonly asked: PlanAsked | undefined
  readonly unit: Figure['metric']['unit'] | undefined
}

/** Before it begins: whether there are members enough to see what is worth seeing. */
export function PlanCard({ asked, unit = 'number' }: Props) {
  const t = useT()
  const format = useFormat()
  const { locale } = useReading()
  const { data, error, refetch } = useQuery(planQuery(asked))
  const percent = (share: number) => format.percent(Math.round(share * 1000) / 1000)
  const body = () => {
    if (!asked) return <p className="muted">{t(words.planNone)}</p>
    if (error) return <Failed error={error} retry={() => refetch()} />
    if (!data) return <SkeletonRows rows={3} />
    const { eligible, mean, perArm, perArmAnytime, smallest } = data
    if (perArm === null) return <p>{t(words.planUnknown, { eligible: format.number(eligible) })}</p>
    const enough = eligible >= perArm * asked.arms
    return (
      <>
        <p>
          {t(words.planNeeds, {
            perArm: format.number(perArm),
            power: percent(asked.power),
            effect: percent(asked.effect),
          })}
        </p>
        <p className={enough ? 'good' : 'warn'}>
          {enough
            ? t(words.planEnough, { eligible: format.number(eligible) })
            : smallest === null
              ? t(words.planShortUnknown, { eligible: format.number(eligible) })
              : t(words.planShort, { eligible: format.number(eligible), smallest: percent(smallest) })}
        </p>
        {perArmAnytime !== null && (
          <p className="muted small">{t(words.planAnytime, { perArm: format.number(perArmAnytime) })}</p>
        )}
        {mean !== null && (
          <p className="muted small">
            {t(words.planMean, { mean: figureWords(mean, unit === 'members' ? 'share' : unit, locale) })}
          </p>
        )}
      </>
    )
  }
  return <Card title={t(words.planTitle)}>{body()}</Card>
}

/** Whose people a figure of a metric's tile stands for. */
import type { Behind } from '../../frame/PeopleDoor.tsx'
import { letters, type Series, type TrendQuestion } from '../../trends/trend.ts'

export function behindTrend(
  question: TrendQuestion,
  series: Series,
  title: string,
  { start, before }: { readonly start?: string | undefined; readonly before?: boolean } = {},
): Behind {
  return {
    analysis: 'trend',
    question,
    cell: {
      series: letters.indexOf(series.letter),
      ...(start === undefined ? {} : { start }),
      ...(series.part ? { part: series.part.key } : {}),
      ...(before ? { before } : {}),
    },
    title,
  }
}

/** A further question about the same funnel: its answer, or why there is none yet. */
import type { ReactNode } from 'react'
import { Card } from '#ui/console/Page.tsx'
import { Failed, SkeletonRows } from '#ui/console/states.tsx'
import { useAnswer } from '../frame/useAnswer.ts'
import type { FunnelAnswer, FunnelQuestion } from './answer.ts'

interface Props {
  readonly question: FunnelQuestion & { readonly show: object }
  readonly children: (answer: FunnelAnswer) => ReactNode
}

export function Asked({ question, children }: Props) {
  const { data, error, retry } = useAnswer<FunnelAnswer>('funnel', question)
  if (data) return children(data.answer)
  return <Card>{error ? <Failed error={error} retry={retry} /> : <SkeletonRows rows={4} />}</Card>
}

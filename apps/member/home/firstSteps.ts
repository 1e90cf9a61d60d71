/** Which of the newcomer's steps are done, asked from the API each time Home or Me is opened. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useSession } from '#ui/member/session.ts'
import { firstSteps } from './steps.ts'

export interface StepState {
  readonly step: (typeof firstSteps)[number]
  readonly done: boolean
}

export interface Steps {
  readonly steps: readonly StepState[]
  readonly done: number
  readonly next: StepState['step'] | undefined
}

/** Undefined while any answer is missing: a checklist that is partly guessed would mislead. */
export function useFirstSteps(): Steps | undefined {
  const client = useQueryClient()
  const { member } = useSession()
  const { data } = useQuery({
    queryKey: ['first-steps'],
    queryFn: () => Promise.all(firstSteps.map((step) => step.isDone(client))),
    staleTime: 0,
    enabled: Boolean(member),
  })
  if (!data) return undefined
  const steps = firstSteps.map((step, index) => ({ step, done: data[index] === true }))
  return {
    steps,
    done: steps.filter(({ done }) => done).length,
    next: steps.find(({ done }) => !done)?.step,
  }
}

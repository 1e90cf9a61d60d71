import { z } from 'zod'
import { defineFact } from '#base/facts/fact.ts'
import { interviewLabels } from './interviews.messages.ts'

export const interviewHeld = defineFact({
  name: 'interview.held',
  payload: z.object({ studyId: z.string() }),
  label: interviewLabels.held,
  touches: ({ payload, about }) => [
    ['studies', payload.studyId],
    ['members', about.memberId ?? ''],
  ],
})

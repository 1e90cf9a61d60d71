import { z } from 'zod'
import { defineFact } from '#base/facts/fact.ts'

export const personaChanged = defineFact({
  name: 'persona.changed',
  payload: z.object({ personaId: z.string() }),
  label: { zh: '修改了画像', en: 'Changed a persona' },
  touches: ({ payload }) => [['personas'], ['personas', payload.personaId]],
})

/** Health of groups as JSON. */
import { z } from 'zod'
import { refusal } from '#base/http/schemas.ts'
import { figures } from './figures.ts'
import { healthWords } from './health.messages.ts'
import { needed, needs, sizeHints } from './ladder.ts'
import { lifeStages } from './life-stage.ts'
import { indicators, inOrder, lines } from './lights.ts'

const light = z.enum(['good', 'warn', 'bad', 'off'])

export const levelAnswer = z.object({
  rank: z.int(),
  name: z.string().describe('In the language of the caller when operators gave it no name'),
  perks: z.string(),
})

const need = z.object({
  figure: z.enum(needed),
  label: z.string(),
  actual: z.number(),
  atLeast: z.number(),
  met: z.boolean(),
})

export const ladderAnswer = z.object({
  level: levelAnswer.nullable().describe('Null: not on the ladder yet'),
  next: z.object({ level: levelAnswer, needs: z.array(need), missing: z.int() }).nullable(),
})

export const healthAnswer = z.object({
  figures,
  light,
  score: z.int().nullable(),
  parts: z.array(
    z.object({
      indicator: z.enum(indicators),
      value: z.number().nullable(),
      light,
      warn: z.number(),
      bad: z.number(),
      score: z.int().nullable(),
      weight: z.int(),
    }),
  ),
  life: z.object({
    stage: z.enum(lifeStages),
    slope: z.number(),
    fallingWeeks: z.int(),
    weeksToSilence: z.int().nullable(),
  }),
  ladder: ladderAnswer,
  size: z.enum(sizeHints),
  upTo: z.iso.date().describe('Last day that is counted'),
  ownLines: z.boolean(),
})

/** One line of the overview: the latest reading that was kept. */
export const overviewAnswer = z.object({
  groupId: z.string(),
  light,
  stage: z.enum(lifeStages),
  level: levelAnswer.nullable(),
  members: z.int(),
  activeRate: z.number().nullable(),
  activeRateBefore: z.number().nullable(),
  participation: z.number().nullable(),
  answered: z.number().nullable(),
  growth: z.number().nullable(),
  joined28: z.int(),
  /** Weekly active rates, oldest first. */
  rates: z.array(z.number()),
  size: z.enum(sizeHints),
  day: z.iso.date(),
})

export const linesFields = lines.superRefine((all, check) => {
  for (const indicator of indicators)
    if (!inOrder(indicator, all[indicator]))
      check.addIssue({
        code: 'custom',
        path: [indicator, 'bad'],
        ...refusal(healthWords.linesCrossed),
        message: healthWords.linesCrossed.en,
      })
})

export const levelFields = z.object({
  rank: z.int().min(1).max(9),
  name: z.string().trim().max(20).default(''),
  needs,
  perks: z.string().trim().max(300).default(''),
})

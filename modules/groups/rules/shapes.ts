/** The rules of a group in their four parts (S3-47…50). */
import { z } from 'zod'

const part = z.string().trim().min(1).max(300)
const addition = z.string().trim().max(300).default('')

export const rulesFields = z.object({
  theme: part,
  service: part,
  forbidden: part,
  penalty: addition,
  rewarded: part,
  returned: addition,
  welcome: z.string().trim().max(500).default('').describe('The first words a newcomer reads'),
  consentAgain: z.boolean().default(false).describe('Whether members of earlier versions are asked again'),
})

export const rulesAnswer = z.object({
  version: z.int(),
  theme: z.string(),
  service: z.string(),
  forbidden: z.string(),
  penalty: z.string(),
  rewarded: z.string(),
  returned: z.string(),
  welcome: z.string(),
  consentAgain: z.boolean(),
  publishedAt: z.iso.datetime(),
})

export const rulesVersionAnswer = rulesAnswer.extend({
  publishedBy: z.string(),
  agreed: z.int().describe('Members of today who agreed to this version'),
})

/** Schemas that routes about people share. */
import { z } from 'zod'
import { refusal } from '#base/http/schemas.ts'
import { refusals } from '../members.messages.ts'

export const nickname = z
  .string()
  .trim()
  .refine((name) => name.length > 0 && [...name].length <= 20, refusal(refusals.nickname))

/**
 * Short-lived proofs that we send by mail: single use, hashed and encrypted in the database. What a
 * proof will do is inside it, so a link does exactly what was asked for when it was sent.
 */
import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import type { Ctx } from '#base/context.ts'
import { purposeCodes } from '../consents/purposes.ts'
import type { Identity } from '../engine/identity.ts'

const signUp = z.object({
  kind: z.literal('sign_up'),
  email: z.string(),
  name: z.string(),
  passwordHash: z.string().nullable(),
  locale: z.enum(['zh-CN', 'en']),
  consents: z.array(z.enum(purposeCodes)),
  /** Hash of the cookie of the browser that asked. */
  browser: z.string(),
  at: z.string(),
  ip: z.string(),
  userAgent: z.string().nullable(),
})
const address = z.object({
  kind: z.literal('address'),
  accountId: z.string(),
  email: z.string(),
  /** How the account was reached and opened when it asked; see `findStanding`. */
  standing: z.string(),
})
const reset = z.object({ kind: z.literal('reset'), accountId: z.string(), email: z.string() })
const proof = z.discriminatedUnion('kind', [signUp, address, reset])

export type Proof = z.infer<typeof proof>
export type SignUpProof = z.infer<typeof signUp>

const identifier = (token: string) => `proof:${token}`

/** Keeps a proof for `minutes`; resolves to the token for the mail (192 random bits). */
export async function issueProof(
  identity: Identity,
  ctx: Ctx,
  what: Proof,
  minutes: number,
): Promise<string> {
  const token = randomBytes(24).toString('base64url')
  await identity.engine.inside(ctx, ({ internalAdapter }) =>
    internalAdapter.createVerificationValue({
      identifier: identifier(token),
      value: JSON.stringify(what),
      expiresAt: new Date(Date.now() + minutes * 60_000),
    }),
  )
  return token
}

/** Reads a proof without using it up; undefined when it is not valid any more. */
export async function findProof(identity: Identity, ctx: Ctx, token: string): Promise<Proof | undefined> {
  const row = await identity.engine.inside(ctx, ({ internalAdapter }) =>
    internalAdapter.findVerificationValue(identifier(token)),
  )
  return row && row.expiresAt > new Date() ? proof.parse(JSON.parse(row.value)) : undefined
}

/** Uses a proof up; undefined when somebody else was first or it is not valid any more. */
export async function takeProof(identity: Identity, ctx: Ctx, token: string): Promise<Proof | undefined> {
  const row = await identity.engine.inside(ctx, ({ internalAdapter }) =>
    internalAdapter.consumeVerificationValue(identifier(token)),
  )
  return row ? proof.parse(JSON.parse(row.value)) : undefined
}

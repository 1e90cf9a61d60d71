/**
 * Links by mail that sign in or reset. What is asked for is written into a job for every address alike; only
 * the job finds out whether there is an account, so neither the answer nor its time can tell.
 */
import { z } from 'zod'
import type { Ctx } from '#base/context.ts'
import type { RequestInfo } from '#base/http/request.ts'
import { defineJob } from '#base/jobs/job.ts'
import { findAccountByEmail } from '../accounts/accounts.ts'
import { issueProof } from '../accounts/proofs.ts'
import type { Identity } from '../engine/identity.ts'
import { links } from '../links.ts'
import { magicLinkMail, resetPasswordMail } from '../mail/mails.ts'
import { mailTo } from '../mail/send.ts'
import { identityProblems } from '../problems.ts'
import { localPath } from './answer.ts'
import { budgets, subjectOf, takeTry } from './guesses.ts'
import { recordSignIn } from './records.ts'
import { outcome, type SignedIn, welcome } from './sign-in.ts'

const linkMinutes = 15
const resetMinutes = 60

export const mailLinkInput = z.object({
  kind: z.enum(['link', 'reset']),
  email: z.string(),
  next: z.string(),
})

export const mailLinkJob = (identity: Identity) =>
  defineJob({
    name: 'identity.mail_link',
    label: { zh: '发送登录或重设密码的链接', en: 'Send a link to sign in or reset' },
    input: mailLinkInput,
    retries: 3,
    run: async (ctx, input) => await mailLink(identity, ctx, input),
  })

/** Asks for a link. The same for every address; more than a few mails an hour are quietly not sent. */
export async function requestLink(
  { parts }: Identity,
  ctx: Ctx,
  job: ReturnType<typeof mailLinkJob>,
  wanted: z.input<typeof mailLinkInput>,
): Promise<void> {
  const wait = await takeTry(parts.connection.db, budgets.mail, subjectOf(parts.secrets, wanted.email))
  if (wait) return
  await parts.jobs.enqueue(ctx, job, wanted)
}

/** Sends the link when there is an account. */
export async function mailLink(
  identity: Identity,
  ctx: Ctx,
  { kind, email, next }: z.output<typeof mailLinkInput>,
): Promise<void> {
  const account = await findAccountByEmail(ctx, email)
  if (!account) return
  const { baseUrl } = identity.parts.config
  if (kind === 'reset') {
    const token = await issueProof(
      identity,
      ctx,
      { kind: 'reset', accountId: account.id, email: account.email },
      resetMinutes,
    )
    return await mailTo(identity, ctx, account, resetPasswordMail, {
      name: account.name,
      url: links.reset(baseUrl, token),
      minutes: resetMinutes,
    })
  }
  const token = await identity.engine.magicToken(ctx, account.email)
  await mailTo(identity, ctx, account, magicLinkMail, {
    name: account.name,
    url: links.magic(baseUrl, token, localPath(next)),
    minutes: linkMinutes,
  })
}

/** Follows a link. An account that was never proven loses what strangers may have attached to it. Throws `link_invalid`. */
export async function signInWithLink(
  identity: Identity,
  ctx: Ctx,
  request: RequestInfo,
  token: string,
): Promise<SignedIn> {
  let added: readonly string[] = []
  const answer = await identity.engine.call(
    ctx,
    request,
    (auth, headers) => auth.api.magicLinkVerify({ query: { token }, headers, asResponse: true }),
    async (inner, { opened, body }) => {
      if (opened) added = await welcome(identity, inner, request, opened, 'link')
      else
        await recordSignIn(inner, request, {
          method: 'link',
          outcome: body.twoFactorRedirect ? 'two_factor_required' : 'wrong',
        })
    },
  )
  if (!answer.opened && !answer.body.twoFactorRedirect) throw identityProblems.linkInvalid()
  return outcome(answer, added)
}

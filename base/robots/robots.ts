/**
 * Robots of group chats: a short message into a WeCom, Feishu or DingTalk group, or to anything that takes a webhook.
 * Addresses hold the secret that lets one write: they are sealed at rest and never logged. Signatures: Feishu signs
 * nothing with `timestamp\nsecret` as the key, DingTalk signs `timestamp\nsecret` with the secret; webhooks are signed
 * as Standard Webhooks (standardwebhooks.com) say.
 */
import { createHmac, randomUUID } from 'node:crypto'
import { z } from 'zod'
import { EgressError } from '../egress/egress-error.ts'
import { refusal } from '../http/schemas.ts'
import type { Egress } from '../parts.ts'
import { robotWords as words } from './robots.messages.ts'

export const robotKinds = ['wecom', 'feishu', 'dingtalk', 'webhook'] as const
export type RobotKind = (typeof robotKinds)[number]

/** Where robots of a kind live; a webhook may be anywhere that the way out allows. */
const homes: Record<Exclude<RobotKind, 'webhook'>, readonly string[]> = {
  wecom: ['qyapi.weixin.qq.com'],
  feishu: ['open.feishu.cn', 'open.larksuite.com'],
  dingtalk: ['oapi.dingtalk.com'],
}

/** A robot as people enter it. */
export const robotAddress = z
  .object({
    kind: z.enum(robotKinds),
    url: z.url({ protocol: /^https$/ }).max(500),
    /** 加签 of Feishu and DingTalk, signing secret of a webhook. */
    secret: z.string().trim().max(200).optional(),
  })
  .refine(({ kind, url }) => kind === 'webhook' || homes[kind].includes(hostOf(url)), {
    ...refusal(words.otherHost),
    path: ['url'],
  })
export type RobotAddress = z.infer<typeof robotAddress>

const hostOf = (url: string) => (URL.canParse(url) ? new URL(url).host : '')

export interface RobotMessage {
  readonly title: string
  /** One sentence each. */
  readonly lines: readonly string[]
  readonly link: { readonly text: string; readonly url: string }
}

/** Bytes that the strictest of them takes, with room for the frame. */
const mostBytes = 3_800

export interface RobotRequest {
  readonly url: string
  readonly headers: Record<string, string>
  readonly body: string
}

/** What is sent, and where. `id` names the message: the same one again is the same message. */
export function robotRequest(
  { kind, url, secret }: RobotAddress,
  message: RobotMessage,
  now: Date,
  id: string = randomUUID(),
): RobotRequest {
  const seconds = String(Math.floor(now.getTime() / 1000))
  const json = (value: object, more: Record<string, string> = {}) => ({
    headers: { 'content-type': 'application/json', ...more },
    body: JSON.stringify(value),
  })
  const markdown = (heading: string) =>
    cut([heading + literal(message.title), ...message.lines.map(literal)].join('\n\n'), mostBytes) +
    `\n\n[${message.link.text}](${message.link.url})`
  switch (kind) {
    case 'wecom':
      return { url, ...json({ msgtype: 'markdown', markdown: { content: markdown('### ') } }) }
    case 'feishu': {
      const content = [
        ...message.lines.map((text) => [{ tag: 'text', text }]),
        [{ tag: 'a', text: message.link.text, href: message.link.url }],
      ]
      const signed = secret ? { timestamp: seconds, sign: hmac(`${seconds}\n${secret}`, '') } : {}
      const post = { zh_cn: { title: message.title, content } }
      return { url, ...json({ ...signed, msg_type: 'post', content: { post } }) }
    }
    case 'dingtalk': {
      const at = String(now.getTime())
      const signed = new URL(url)
      if (secret) {
        signed.searchParams.set('timestamp', at)
        signed.searchParams.set('sign', hmac(secret, `${at}\n${secret}`))
      }
      return {
        url: signed.href,
        ...json({ msgtype: 'markdown', markdown: { title: message.title, text: markdown('#### ') } }),
      }
    }
    case 'webhook': {
      const body = JSON.stringify({ type: 'message', timestamp: now.toISOString(), data: message })
      const signature: Record<string, string> = secret
        ? { 'webhook-signature': `v1,${hmac(webhookKey(secret), `${id}.${seconds}.${body}`)}` }
        : {}
      return {
        url,
        headers: {
          'content-type': 'application/json',
          'webhook-id': id,
          'webhook-timestamp': seconds,
          ...signature,
        },
        body,
      }
    }
  }
}

const hmac = (key: string | Buffer, data: string) => createHmac('sha256', key).update(data).digest('base64')
const webhookKey = (secret: string) =>
  secret.startsWith('whsec_') ? Buffer.from(secret.slice(6), 'base64') : Buffer.from(secret)

/**
 * Text that Markdown of a chat shows as it is. Neither chat knows escapes, so what could begin a link, a mention of
 * everybody (`<@all>`) or a colour becomes the wide character that looks like it; a line stays one line.
 */
const literal = (text: string): string =>
  text.replace(/\s+/g, ' ').replace(/[<>[\]*`#]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) + 0xfee0))

/** Cuts by bytes between characters. */
function cut(text: string, bytes: number): string {
  if (Buffer.byteLength(text) <= bytes) return text
  let kept = ''
  let size = 0
  for (const character of text) {
    size += Buffer.byteLength(character)
    if (size > bytes - 3) break
    kept += character
  }
  return `${kept}…`
}

/**
 * What became of a message. `problem` is in the words of the other side and never holds the address.
 * `later`: nobody answered, or the other side is busy or in trouble.
 */
export type Delivery =
  | { readonly outcome: 'told'; readonly problem?: undefined }
  | { readonly outcome: 'refused'; readonly problem: string }
  | { readonly outcome: 'later'; readonly problem: string; readonly afterSeconds?: number }

/** Codes that say: too fast, or our fault not yours. WeCom -1 and 45009, Feishu 9499 and 11232, DingTalk -1 and 130101. */
const busyCodes = new Set([-1, 45_009, 9_499, 11_232, 130_101, 660_026])

/** Sends a message, once; `telling.ts` is how to do so reliably. */
export async function sendToRobot(
  egress: Egress,
  robot: RobotAddress,
  message: RobotMessage,
  now: Date,
  id?: string,
): Promise<Delivery> {
  const { url, ...rest } = robotRequest(robot, message, now, id)
  let answer: Awaited<ReturnType<Egress['request']>>
  try {
    answer = await egress.request(url, { method: 'POST', ...rest, maxBytes: 65_536 })
  } catch (error) {
    if (!(error instanceof EgressError)) throw error
    // Where we will not connect, we will not later.
    const final = error.code === 'refused' || error.code === 'tooLarge'
    return { outcome: final ? 'refused' : 'later', problem: error.code }
  }
  const { status, headers, body } = answer
  const problem = `HTTP ${status}`
  if (status >= 500 || status === 429 || status === 408)
    return { outcome: 'later', problem, ...afterSeconds(headers.get('retry-after')) }
  if (status < 200 || status > 299) return { outcome: 'refused', problem }
  if (robot.kind === 'webhook') return { outcome: 'told' }
  const said = answered.safeParse(parse(Buffer.from(body).toString()))
  if (!said.success) return { outcome: 'refused', problem: 'answered something else' }
  const { errcode, code, errmsg, msg } = said.data
  const failed = errcode ?? code ?? 0
  if (failed === 0) return { outcome: 'told' }
  return {
    outcome: busyCodes.has(failed) ? 'later' : 'refused',
    problem: `${failed} ${errmsg ?? msg ?? ''}`.trim().slice(0, 200),
  }
}

/** `Retry-After` in seconds, at most an hour; as a date it is not heeded. */
const afterSeconds = (header: string | null): { afterSeconds?: number } =>
  header !== null && /^\d{1,6}$/.test(header) ? { afterSeconds: Math.min(Number(header), 3_600) } : {}

const answered = z.object({
  errcode: z.number().optional(),
  errmsg: z.string().optional(),
  code: z.number().optional(),
  msg: z.string().optional(),
})

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

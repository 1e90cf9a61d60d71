/**
 * WeChat web login (snsapi_login). A person is known by `unionid` when WeChat gives one, else by
 * `openid`. A snapshot page (`is_snapshotuser`) shows a virtual person and never becomes an account.
 * WeChat tells no e-mail address: such accounts have one under `.invalid`, which nothing is sent to.
 */
import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Parts } from '#base/parts.ts'
import { askProvider, type IdentityProvider } from './provider.ts'

const api = 'https://api.weixin.qq.com/sns'

/** Errors come with status 200 and an `errcode`. */
const failure = z.object({ errcode: z.number().optional(), errmsg: z.string().optional() })
const tokenAnswer = failure.extend({
  access_token: z.string().optional(),
  openid: z.string().optional(),
  unionid: z.string().optional(),
  is_snapshotuser: z.union([z.number(), z.string()]).optional(),
})
const personAnswer = failure.extend({
  openid: z.string().optional(),
  unionid: z.string().optional(),
  nickname: z.string().optional(),
  headimgurl: z.string().optional(),
})

export const wechatEmail = (subject: string): string =>
  `wechat-${createHash('sha256').update(subject).digest('hex').slice(0, 24)}@wechat.invalid`

/** WeChat takes letters and digits only as a state, the library's has more: it travels as hexadecimal. */
export const wechatState = {
  outward: (state: string): string => Buffer.from(state, 'utf8').toString('hex'),
  inward: (state: string): string => Buffer.from(state, 'hex').toString('utf8'),
}

export function wechatProvider({ config, egress }: Parts): IdentityProvider | undefined {
  const { WECHAT_APP_ID: appId, WECHAT_APP_SECRET: secret } = config
  if (!appId || !secret) return undefined
  return {
    providerId: 'wechat',
    name: 'WeChat',
    clientId: appId,
    clientSecret: secret,
    authorizationUrl: 'https://open.weixin.qq.com/connect/qrconnect',
    pkce: false,
    disableImplicitSignUp: false,
    async sendTo(built) {
      // The order of the parameters is fixed by WeChat.
      const url = new URL('https://open.weixin.qq.com/connect/qrconnect')
      url.search = new URLSearchParams([
        ['appid', appId],
        ['redirect_uri', built.searchParams.get('redirect_uri') ?? ''],
        ['response_type', 'code'],
        ['scope', 'snsapi_login'],
        ['state', wechatState.outward(built.searchParams.get('state') ?? '')],
      ]).toString()
      url.hash = 'wechat_redirect'
      return url
    },
    async getToken({ code }) {
      const query = new URLSearchParams({ appid: appId, secret, code, grant_type: 'authorization_code' })
      const answer = await askProvider(egress, `${api}/oauth2/access_token?${query}`, tokenAnswer)
      if (!answer.access_token || !answer.openid)
        throw new Error(`WeChat refused the code (${answer.errcode ?? 'no openid'})`)
      if (String(answer.is_snapshotuser ?? '0') === '1')
        throw new Error('WeChat showed a snapshot page: not a real person')
      return { accessToken: answer.access_token, raw: { openid: answer.openid, unionid: answer.unionid } }
    },
    async getUserInfo(tokens) {
      const openid = String(tokens.raw?.openid ?? '')
      const query = new URLSearchParams({ access_token: tokens.accessToken ?? '', openid, lang: 'zh_CN' })
      const person = await askProvider(egress, `${api}/userinfo?${query}`, personAnswer)
      if (person.errcode || person.openid !== openid) return null
      const unionid = person.unionid ?? (tokens.raw?.unionid as string | undefined)
      const subject = unionid ? `unionid:${unionid}` : `openid:${openid}`
      return {
        id: subject,
        name: person.nickname?.trim().slice(0, 60) || '微信用户',
        email: wechatEmail(subject),
        emailVerified: false,
      }
    },
  }
}

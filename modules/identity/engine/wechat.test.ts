import { beforeEach, expect, test } from 'vitest'
import type { Egress } from '#base/parts.ts'
import { identityServer } from '#test/identity.ts'
import type { Visitor } from '#test/visitor.ts'
import { wechatEmail, wechatState } from './wechat.ts'

/** What WeChat answers next, by path; and what it was asked. */
let answers: Record<string, Record<string, unknown>> = {}
let asked: URL[] = []

const wechat: Egress = {
  async request(address) {
    const url = new URL(address)
    asked.push(url)
    const body = answers[url.pathname] ?? { errcode: 40029, errmsg: 'invalid code' }
    return { status: 200, headers: new Headers(), body: Buffer.from(JSON.stringify(body)) }
  },
}

const server = identityServer({
  env: { WECHAT_APP_ID: 'wx1234567890', WECHAT_APP_SECRET: 'app-secret' },
  parts: { egress: wechat },
})

beforeEach(() => {
  asked = []
})

const token = (more: Record<string, unknown> = {}) => ({
  access_token: 'ACCESS',
  expires_in: 7200,
  refresh_token: 'REFRESH',
  openid: 'o-1',
  scope: 'snsapi_login',
  ...more,
})

async function comeBack(person: Visitor): Promise<string | null> {
  const { body } = await person.post('/api/session/social', { provider: 'wechat', next: '/me' })
  const away = new URL(body.url)
  const back = new URL(away.searchParams.get('redirect_uri') ?? '')
  back.searchParams.set('code', 'CODE')
  back.searchParams.set('state', away.searchParams.get('state') ?? '')
  return (await person.get(`${back.pathname}${back.search}`)).headers.get('location')
}

test('sends people to WeChat with its parameters in its order and a state of letters and digits', async () => {
  const { body } = await server().visitor().post('/api/session/social', { provider: 'wechat' })
  const url = new URL(body.url)
  expect(url.origin + url.pathname).toBe('https://open.weixin.qq.com/connect/qrconnect')
  expect([...url.searchParams.keys()]).toEqual(['appid', 'redirect_uri', 'response_type', 'scope', 'state'])
  expect(url.searchParams.get('redirect_uri')).toBe(`${server().url}/api/auth/callback/wechat`)
  expect(url.searchParams.get('state')).toMatch(/^[a-zA-Z0-9]{1,128}$/)
  expect(url.hash).toBe('#wechat_redirect')
  expect(body.url).not.toContain('app-secret')
})

test('S4-05: one press and a scan: an account by unionid, found again from another app of the same owner', async () => {
  answers = {
    '/sns/oauth2/access_token': token({ unionid: 'union-7' }),
    '/sns/userinfo': {
      openid: 'o-1',
      unionid: 'union-7',
      nickname: '小满',
      headimgurl: 'https://x.example/1',
    },
  }
  const person = server().visitor()
  expect(await comeBack(person)).toBe('/me')
  expect(asked.map((url) => url.pathname)).toEqual(['/sns/oauth2/access_token', '/sns/userinfo'])
  expect(Object.fromEntries(asked[0]!.searchParams)).toEqual({
    appid: 'wx1234567890',
    secret: 'app-secret',
    code: 'CODE',
    grant_type: 'authorization_code',
  })
  const { account } = (await person.get('/api/session')).body
  expect(account).toMatchObject({ name: '小满', email: null, emailVerified: false })
  answers['/sns/oauth2/access_token'] = token({ openid: 'o-other-app', unionid: 'union-7' })
  answers['/sns/userinfo'] = { openid: 'o-other-app', unionid: 'union-7', nickname: '小满' }
  const again = server().visitor()
  await comeBack(again)
  expect((await again.get('/api/session')).body.account.id).toBe(account.id)
})

test('an openid is enough when there is no unionid', async () => {
  answers = {
    '/sns/oauth2/access_token': token({ openid: 'o-alone' }),
    '/sns/userinfo': { openid: 'o-alone', nickname: '' },
  }
  const person = server().visitor()
  expect(await comeBack(person)).toBe('/me')
  expect((await person.get('/api/session')).body.account.name).toBe('微信用户')
})

test.each([
  ['a snapshot page', { '/sns/oauth2/access_token': token({ openid: 'o-snap', is_snapshotuser: 1 }) }],
  ['a used code', { '/sns/oauth2/access_token': { errcode: 40163, errmsg: 'code been used' } }],
  [
    'a profile of somebody else',
    {
      '/sns/oauth2/access_token': token({ openid: 'o-a' }),
      '/sns/userinfo': { openid: 'o-b', nickname: '别人' },
    },
  ],
])('%s never becomes an account', async (_, told) => {
  answers = told
  const count = () => server().database.db.selectFrom('account').select('id').execute()
  const before = (await count()).length
  const person = server().visitor()
  expect(await comeBack(person)).toMatch(/^\/sign-in\?error=/)
  expect((await person.get('/api/account')).status).toBe(401)
  expect((await count()).length).toBe(before)
})

test('the state survives its way through WeChat, and addresses of WeChat people receive nothing', () => {
  expect(wechatState.inward(wechatState.outward('aZ-_09'))).toBe('aZ-_09')
  expect(wechatEmail('unionid:x')).toMatch(/^wechat-[0-9a-f]{24}@wechat\.invalid$/)
  expect(server().mails.filter(({ to }) => to.endsWith('.invalid'))).toEqual([])
})

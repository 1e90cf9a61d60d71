import { createHmac } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { type EgressCode, EgressError } from '../egress/egress-error.ts'
import type { Egress } from '../parts.ts'
import { robotAddress, robotRequest, sendToRobot } from './robots.ts'

const message = {
  title: '周活跃率低于 30%',
  lines: ['手冲研究所 27%'],
  link: { text: '去处理', url: 'https://a.example/x' },
}
const body = (request: { body: string }) => JSON.parse(request.body)

describe('T45 robots', () => {
  test('Feishu signs with the string as the key', () => {
    const request = robotRequest(
      { kind: 'feishu', url: 'https://open.feishu.cn/open-apis/bot/v2/hook/t', secret: 'demo' },
      message,
      new Date(1_599_360_473_000),
    )
    expect(body(request)).toMatchObject({
      timestamp: '1599360473',
      sign: 'l1N0gAcBjdwBvGm1xMjOF0XSyaLRpR7tuO5dHfhAYc8=',
      msg_type: 'post',
    })
  })
  test('DingTalk signs the string with the secret, in the address', () => {
    const { url } = robotRequest(
      {
        kind: 'dingtalk',
        url: 'https://oapi.dingtalk.com/robot/send?access_token=T',
        secret: 'this is secret',
      },
      message,
      new Date(1_577_262_236_757),
    )
    expect(url).toContain('access_token=T')
    expect(url).toContain('sign=hmPWwU%2B7lVdm3ZZz0r9tSfx0L4Q26jWOZr9%2BGs6EZQM%3D')
  })
  test('a webhook is signed as Standard Webhooks say', () => {
    const secret = `whsec_${Buffer.from('0123456789abcdef0123456789abcdef').toString('base64')}`
    const request = robotRequest(
      { kind: 'webhook', url: 'https://a.example/h', secret },
      message,
      new Date(1_614_265_330_000),
      'msg_1',
    )
    const expected = createHmac('sha256', '0123456789abcdef0123456789abcdef')
      .update(`msg_1.1614265330.${request.body}`)
      .digest('base64')
    expect(request.headers['webhook-signature']).toBe(`v1,${expected}`)
  })
  test('WeCom takes at most 4,096 bytes, cut between characters', () => {
    const request = robotRequest(
      { kind: 'wecom', url: 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=k' },
      { ...message, lines: ['群'.repeat(3_000)] },
      new Date(0),
    )
    const { content } = body(request).markdown
    expect(Buffer.byteLength(content)).toBeLessThanOrEqual(4_096)
    expect(content).not.toContain('\ufffd')
    expect(content).toContain('https://a.example/x')
  })
  test('what people wrote calls nobody and links nowhere', () => {
    const written = {
      ...message,
      title: '<@all> 看 [这里](https://bad.example)',
      lines: ['一\n# 二', '<font color="warning">红</font> `x` *y*'],
    }
    const texts = (['wecom', 'dingtalk'] as const).map((kind) => {
      const home = kind === 'wecom' ? 'qyapi.weixin.qq.com' : 'oapi.dingtalk.com'
      const { markdown } = body(robotRequest({ kind, url: `https://${home}/x` }, written, new Date()))
      return (markdown.content ?? markdown.text) as string
    })
    for (const text of texts) {
      const said = text.replace(`[${message.link.text}](${message.link.url})`, '')
      expect(said).not.toMatch(/[<>[\]*`]/)
      expect(said).toContain('＜@all＞ 看 ［这里］(https://bad.example)')
      expect(said).toContain('一 ＃ 二')
    }
  })
  test('an address elsewhere is refused, and one without https', () => {
    expect(robotAddress.safeParse({ kind: 'wecom', url: 'https://evil.example/send?key=k' }).success).toBe(
      false,
    )
    expect(robotAddress.safeParse({ kind: 'webhook', url: 'http://a.example/' }).success).toBe(false)
    expect(robotAddress.safeParse({ kind: 'webhook', url: 'https://a.example/' }).success).toBe(true)
  })
  test('what the other side says is understood, and never repeats the address', async () => {
    const egress = (status: number, answer: string): Egress => ({
      request: async () => ({ status, headers: new Headers(), body: new TextEncoder().encode(answer) }),
    })
    const robot = { kind: 'wecom', url: 'https://qyapi.weixin.qq.com/x?key=SECRET' } as const
    const send = (egress: Egress) => sendToRobot(egress, robot, message, new Date(0))
    const later = (problem: string) => ({ outcome: 'later', problem })
    const refused = (problem: string) => ({ outcome: 'refused', problem })
    expect(await send(egress(200, '{"errcode":0,"errmsg":"ok"}'))).toEqual({ outcome: 'told' })
    expect(await send(egress(200, '{"errcode":93000,"errmsg":"invalid key"}'))).toEqual(
      refused('93000 invalid key'),
    )
    expect(await send(egress(200, '{"errcode":45009,"errmsg":"too fast"}'))).toEqual(later('45009 too fast'))
    expect(await send(egress(502, ''))).toEqual(later('HTTP 502'))
    expect(await send(egress(429, ''))).toEqual(later('HTTP 429'))
    expect(await send(egress(404, ''))).toEqual(refused('HTTP 404'))
    expect(await send(egress(200, '<html>'))).toEqual(refused('answered something else'))
    const failing = (code: EgressCode): Egress => ({
      request: async () => {
        throw new EgressError(code, 'https://qyapi.weixin.qq.com/x?key=SECRET')
      },
    })
    expect(await send(failing('timeout'))).toEqual(later('timeout'))
    expect(await send(failing('unresolved'))).toEqual(later('unresolved'))
    expect(await send(failing('refused'))).toEqual(refused('refused'))
  })
})

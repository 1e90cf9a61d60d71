/** A robot of a group chat as people enter it, and what its platforms are called. */
import { Form, Input, Select } from 'antd'
import { defineMessages } from '#base/i18n/messages.ts'
import { useT } from '#ui/locale/locale.tsx'

const kinds = ['wecom', 'feishu', 'dingtalk', 'webhook'] as const
export type RobotKind = (typeof kinds)[number]

export const robotNames = defineMessages({
  wecom: { zh: '企业微信', en: 'WeCom' },
  feishu: { zh: '飞书', en: 'Feishu' },
  dingtalk: { zh: '钉钉', en: 'DingTalk' },
  webhook: { zh: 'Webhook', en: 'Webhook' },
})
const words = defineMessages({
  kind: { zh: '平台', en: 'Platform' },
  url: { zh: 'Webhook 地址', en: 'Webhook address' },
  secret: { zh: '加签密钥（没有就空着）', en: 'Signing secret, if there is one' },
})

export interface RobotFieldValues {
  readonly kind: RobotKind
  readonly url: string
  readonly secret?: string
}

/** As the API takes it. */
export const robotOf = ({ kind, url, secret }: RobotFieldValues) => ({
  kind,
  url: url.trim(),
  ...(secret ? { secret } : {}),
})

export function RobotFields() {
  const t = useT()
  return (
    <>
      <Form.Item name="kind" label={t(words.kind)}>
        <Select options={kinds.map((kind) => ({ value: kind, label: t(robotNames[kind]) }))} />
      </Form.Item>
      <Form.Item name="url" label={t(words.url)} rules={[{ required: true }]}>
        <Input type="url" autoComplete="off" placeholder="https://" />
      </Form.Item>
      <Form.Item name="secret" label={t(words.secret)}>
        <Input.Password autoComplete="new-password" />
      </Form.Item>
    </>
  )
}

import { Form, Input, Radio, Select } from 'antd'
import { useRules } from '#ui/console/form.tsx'
import { useReading, useT } from '#ui/locale/locale.tsx'
import { PicturePick } from './PicturePick.tsx'
import { setupWords } from './setup.words.ts'
import type { Picture } from './usePicture.ts'
import { zoneOptions } from './zones.ts'

interface StepProps {
  readonly picture: Picture
}

function StepHead({ title, lead }: { title: string; lead: string }) {
  return (
    <>
      <h1>{title}</h1>
      <p className="lead">{lead}</p>
    </>
  )
}

export function OwnerStep(_: StepProps) {
  const t = useT()
  const rules = useRules()
  return (
    <>
      <StepHead title={t(setupWords.youTitle)} lead={t(setupWords.youLead)} />
      <Form.Item name={['owner', 'name']} label={t(setupWords.name)} rules={[rules.needed(setupWords.name)]}>
        <Input
          size="large"
          autoFocus
          autoComplete="name"
          maxLength={60}
          placeholder={t(setupWords.nameHint)}
        />
      </Form.Item>
      <Form.Item
        name={['owner', 'email']}
        label={t(setupWords.email)}
        rules={[rules.needed(setupWords.email), rules.email]}
      >
        <Input size="large" type="email" autoComplete="email" inputMode="email" />
      </Form.Item>
      <Form.Item
        name={['owner', 'password']}
        label={t(setupWords.password)}
        rules={[rules.needed(setupWords.password), rules.password]}
      >
        <Input.Password size="large" autoComplete="new-password" />
      </Form.Item>
    </>
  )
}

export function BrandStep({ picture }: StepProps) {
  const t = useT()
  const rules = useRules()
  return (
    <>
      <StepHead title={t(setupWords.brandTitle)} lead={t(setupWords.brandLead)} />
      <Form.Item
        name={['brand', 'name']}
        label={t(setupWords.brandName)}
        rules={[rules.needed(setupWords.brandName)]}
      >
        <Input size="large" autoFocus maxLength={60} placeholder={t(setupWords.brandNameHint)} />
      </Form.Item>
      <Form.Item name={['brand', 'slogan']} label={t(setupWords.slogan)}>
        <Input size="large" maxLength={120} placeholder={t(setupWords.sloganHint)} />
      </Form.Item>
      <PicturePick picture={picture} />
    </>
  )
}

export function PlaceStep(_: StepProps) {
  const t = useT()
  const { locale, now } = useReading()
  const form = Form.useFormInstance<{ timeZone: string }>()
  const zone = Form.useWatch('timeZone', form)
  const time = zone
    ? new Intl.DateTimeFormat(locale, {
        timeZone: zone,
        weekday: 'long',
        hour: '2-digit',
        minute: '2-digit',
      }).format(now())
    : ''
  return (
    <>
      <StepHead title={t(setupWords.placeTitle)} lead={t(setupWords.placeLead)} />
      <Form.Item name="timeZone" label={t(setupWords.timeZone)} extra={time && t(setupWords.now, { time })}>
        <Select size="large" showSearch options={zoneOptions(locale)} autoFocus />
      </Form.Item>
      <Form.Item name="locale" label={t(setupWords.language)} extra={t(setupWords.languageHint)}>
        <Radio.Group
          size="large"
          options={[
            { value: 'zh-CN', label: '简体中文' },
            { value: 'en', label: 'English' },
          ]}
        />
      </Form.Item>
    </>
  )
}

export function StartStep(_: StepProps) {
  const t = useT()
  return (
    <>
      <StepHead title={t(setupWords.startTitle)} lead={t(setupWords.startLead)} />
      <Form.Item name="start">
        <Radio.Group className="setup-choices">
          <Radio value="empty" autoFocus>
            <b>{t(setupWords.empty)}</b>
            <small>{t(setupWords.emptyHint)}</small>
          </Radio>
          <Radio value="demo">
            <b>{t(setupWords.demo)}</b>
            <small>{t(setupWords.demoHint)}</small>
          </Radio>
        </Radio.Group>
      </Form.Item>
    </>
  )
}

import { Button, Form, Input, InputNumber, Select } from 'antd'
import { Icon } from '#ui/icon/Icon.tsx'
import { useT } from '#ui/locale/locale.tsx'
import { groupWords } from '../group.words.ts'
import { charterWords as words } from './charter.words.ts'

const paths = [
  ['membership', words.mMembership, words.mMembershipHint],
  ['programme', words.mProgramme, words.mProgrammeHint],
  ['repurchase', words.mRepurchase, words.mRepurchaseHint],
  ['trial', words.mTrial, words.mTrialHint],
  ['products', words.mProducts, words.mProductsHint],
] as const

/** Yuan on the screen, minor units in the answers. */
const yuan = {
  getValueProps: (value: number | null | undefined) => ({ value: value == null ? null : value / 100 }),
  normalize: (value: number | null) => (value === null ? null : Math.round(value * 100)),
}

/** How the group earns, and when it asks (S3-26 to S3-32). */
export function MoneyFields() {
  const t = useT()
  const path = Form.useWatch(['money', 'path']) as string | null | undefined
  const hint = paths.find(([value]) => value === path)?.[2]
  return (
    <>
      <p className="lead-text">{t(words.moneyLead)}</p>
      <Form.Item name={['money', 'path']} label={t(words.path)} extra={hint && t(hint)}>
        <Select options={paths.map(([value, label]) => ({ value, label: t(label) }))} />
      </Form.Item>
      <Form.Item name={['money', 'offer']} label={t(words.offer)}>
        <Input maxLength={1_000} />
      </Form.Item>
      <div className="two">
        <Form.Item name={['money', 'price']} label={t(words.price)} {...yuan}>
          <InputNumber min={0} max={10_000_000} precision={2} prefix="¥" />
        </Form.Item>
        <Form.Item name={['money', 'margin']} label={t(words.margin)}>
          <InputNumber min={0} max={100} suffix="%" />
        </Form.Item>
        <Form.Item name={['money', 'converts']} label={t(words.converts)}>
          <InputNumber min={0} max={100} suffix="%" />
        </Form.Item>
        <Form.Item name={['money', 'week']} label={t(words.week)}>
          <InputNumber min={1} max={260} />
        </Form.Item>
      </div>
    </>
  )
}

/** What is given, for how long, and what it costs (S3-33). */
export function ServiceFields() {
  const t = useT()
  return (
    <>
      <p className="lead-text">{t(words.serviceLead)}</p>
      <div className="two">
        <Form.Item name={['service', 'weeks']} label={t(words.weeks)}>
          <InputNumber min={1} max={260} />
        </Form.Item>
        <Form.Item name={['service', 'members']} label={t(words.members)}>
          <InputNumber min={1} max={1_000_000} />
        </Form.Item>
        <Form.Item name={['service', 'hourCost']} label={t(words.hourCost)} {...yuan}>
          <InputNumber min={0} max={1_000_000} prefix="¥" />
        </Form.Item>
        <Form.Item name={['service', 'monthCost']} label={t(words.monthCost)} {...yuan}>
          <InputNumber min={0} max={10_000_000} prefix="¥" />
        </Form.Item>
      </div>
      <h3 className="form-part spaced">{t(words.items)}</h3>
      <Form.List name={['service', 'items']}>
        {(fields, { add, remove }) => (
          <>
            {fields.map((field) => (
              <div key={field.key} className="option-row">
                <Form.Item name={[field.name, 'name']} noStyle>
                  <Input maxLength={120} aria-label={t(words.items)} placeholder={t(words.itemName)} />
                </Form.Item>
                <Form.Item name={[field.name, 'hoursPerWeek']} noStyle>
                  <InputNumber
                    min={0}
                    max={168}
                    aria-label={t(words.itemHours)}
                    suffix={t(words.itemHours)}
                  />
                </Form.Item>
                <Button
                  type="text"
                  aria-label={t(groupWords.remove)}
                  icon={<Icon name="close" size={14} />}
                  onClick={() => remove(field.name)}
                />
              </div>
            ))}
            {fields.length < 20 && (
              <Button
                type="link"
                icon={<Icon name="plus" size={16} />}
                onClick={() => add({ name: '', hoursPerWeek: 2 })}
              >
                {t(words.addItem)}
              </Button>
            )}
          </>
        )}
      </Form.List>
    </>
  )
}

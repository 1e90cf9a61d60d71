/** Fields that communities usually want, ready to be taken over (S4-02, S4-36). */
import type { Message } from '#base/i18n/messages.ts'
import type { FieldType } from '../profile/profile.queries.ts'

export interface Preset {
  readonly key: string
  readonly label: Message
  readonly type: FieldType
  readonly options?: readonly Message[]
  readonly memberAccess: 'none' | 'see' | 'edit'
  readonly hint?: Message
  readonly purpose?: Message
  readonly sensitive?: boolean
}

export const presets: readonly Preset[] = [
  {
    key: 'birthday',
    label: { zh: '生日', en: 'Birthday' },
    type: 'day',
    memberAccess: 'edit',
    hint: { zh: '只用来在当天送上祝福', en: 'Only for greeting you on the day' },
    purpose: { zh: '生日祝福与生日礼', en: 'Birthday greetings and gifts' },
  },
  {
    key: 'gender',
    label: { zh: '性别', en: 'Gender' },
    type: 'choice',
    options: [
      { zh: '女', en: 'Female' },
      { zh: '男', en: 'Male' },
      { zh: '不想说', en: 'Rather not say' },
    ],
    memberAccess: 'edit',
  },
  { key: 'occupation', label: { zh: '职业', en: 'Occupation' }, type: 'text', memberAccess: 'edit' },
  {
    key: 'industry',
    label: { zh: '行业', en: 'Industry' },
    type: 'choice',
    options: [
      { zh: '互联网', en: 'Internet' },
      { zh: '餐饮零售', en: 'Food and retail' },
      { zh: '教育', en: 'Education' },
      { zh: '制造', en: 'Manufacturing' },
      { zh: '金融', en: 'Finance' },
      { zh: '医疗', en: 'Health care' },
      { zh: '其他', en: 'Other' },
    ],
    memberAccess: 'edit',
  },
  {
    key: 'interests',
    label: { zh: '兴趣', en: 'Interests' },
    type: 'choices',
    options: [
      { zh: '手冲', en: 'Pour-over' },
      { zh: '意式', en: 'Espresso' },
      { zh: '拉花', en: 'Latte art' },
      { zh: '烘焙', en: 'Roasting' },
      { zh: '器具', en: 'Equipment' },
    ],
    memberAccess: 'edit',
  },
  { key: 'region', label: { zh: '常驻地区', en: 'Home region' }, type: 'region', memberAccess: 'edit' },
  { key: 'yearly_spend', label: { zh: '年消费额', en: 'Spend a year' }, type: 'money', memberAccess: 'none' },
  {
    key: 'id_number',
    label: { zh: '身份证号', en: 'Id number' },
    type: 'text',
    memberAccess: 'edit',
    sensitive: true,
    purpose: { zh: '线下活动投保', en: 'Insurance of activities' },
  },
]

import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { App, Button, Form, Input, Switch } from 'antd'
import { useState } from 'react'
import type { Message } from '#base/i18n/messages.ts'
import { api } from '#ui/api.ts'
import { AskForm } from '#ui/console/form.tsx'
import { Card } from '#ui/console/Page.tsx'
import { take } from '#ui/console/problem.ts'
import { useMay } from '#ui/console/session.ts'
import { Empty } from '#ui/console/states.tsx'
import { Icon, type IconName } from '#ui/icon/Icon.tsx'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { GroupFrame, useGroup } from '../GroupFrame.tsx'
import { type RulesFields, rulesQuery } from '../group.queries.ts'
import { entryWords as words } from './entry.words.ts'
import './entry.css'

type Draft = Omit<RulesFields, 'consentAgain'> & { consentAgain?: boolean }

const parts: readonly {
  field: 'theme' | 'service' | 'forbidden' | 'rewarded'
  more?: 'penalty' | 'returned'
  label: Message
  hint: Message
  moreLabel?: Message
  icon: IconName
}[] = [
  { field: 'theme', label: words.theme, hint: words.themeHint, icon: 'seed' },
  { field: 'service', label: words.service, hint: words.serviceHint, icon: 'heart' },
  {
    field: 'forbidden',
    more: 'penalty',
    label: words.forbidden,
    hint: words.forbiddenHint,
    moreLabel: words.penalty,
    icon: 'ban',
  },
  {
    field: 'rewarded',
    more: 'returned',
    label: words.rewarded,
    hint: words.rewardedHint,
    moreLabel: words.returned,
    icon: 'star',
  },
]

/** The rules in four parts: written on the left, seen as members see them above, older versions beside. */
export default function RulesScreen() {
  const t = useT()
  const format = useFormat()
  const may = useMay()
  const { message } = App.useApp()
  const client = useQueryClient()
  const group = useGroup()
  const versions = useSuspenseQuery(rulesQuery(group.id)).data.items
  const [form] = Form.useForm<Draft>()
  const [initial] = useState<Draft>(() => emptyOr(versions[0]))
  const draft = (Form.useWatch([], form) as Draft | undefined) ?? initial
  const next = (versions[0]?.version ?? 0) + 1
  const edit = may('groups.edit') && !group.archivedAt
  return (
    <GroupFrame group={group}>
      <div className="stack">
        <section aria-label={t(words.preview)}>
          <p className="row-note preview-note">{t(words.preview)}</p>
          <FourParts rules={draft} />
        </section>
        <div className="split">
          <Card>
            {edit ? (
              <AskForm<Draft>
                form={form}
                initial={initial}
                verb={t(words.publishRules, { version: next })}
                submit={async (values) => {
                  await take(
                    api.POST('/api/groups/{id}/rules', {
                      params: { path: { id: group.id } },
                      body: { ...values, consentAgain: values.consentAgain ?? false },
                    }),
                  )
                  message.success(t(words.rulesPublished))
                  await client.invalidateQueries({ queryKey: ['groups', group.id] })
                }}
              >
                {parts.map((part) => (
                  <div key={part.field} className={part.more ? 'two' : ''}>
                    <Form.Item
                      name={part.field}
                      label={t(part.label)}
                      extra={t(part.hint)}
                      rules={[{ required: true, whitespace: true, message: t(part.hint) }]}
                    >
                      <Input.TextArea maxLength={300} autoSize={{ minRows: 2 }} />
                    </Form.Item>
                    {part.more && (
                      <Form.Item name={part.more} label={part.moreLabel && t(part.moreLabel)}>
                        <Input.TextArea maxLength={300} autoSize={{ minRows: 2 }} />
                      </Form.Item>
                    )}
                  </div>
                ))}
                <Form.Item name="welcome" label={t(words.welcome)}>
                  <Input.TextArea maxLength={500} autoSize={{ minRows: 2 }} />
                </Form.Item>
                {next > 1 && (
                  <Form.Item
                    name="consentAgain"
                    label={t(words.consentAgain)}
                    extra={t(words.consentAgainHint)}
                    valuePropName="checked"
                  >
                    <Switch />
                  </Form.Item>
                )}
              </AskForm>
            ) : versions.length === 0 ? (
              <Empty icon="shield" title={t(words.noRules)} hint={t(words.noRulesHint)} />
            ) : (
              <p>{versions[0]?.welcome}</p>
            )}
          </Card>
          <Card title={t(words.versions)}>
            {versions.length === 0 ? (
              <p className="muted small">{t(words.noRulesHint)}</p>
            ) : (
              <ul className="people-list">
                {versions.map((version) => (
                  <li key={version.version}>
                    <b>{t(words.version, { version: version.version })}</b>
                    <p className="row-note">
                      {version.publishedBy} · {format.ago(version.publishedAt)} ·{' '}
                      {t(words.agreed, { count: version.agreed })}
                    </p>
                    {edit && (
                      <Button type="link" size="small" onClick={() => form.setFieldsValue(emptyOr(version))}>
                        {t(words.takeOver)}
                      </Button>
                    )}
                  </li>
                ))}
              </ul>
            )}
          </Card>
        </div>
      </div>
    </GroupFrame>
  )
}

const emptyOr = (rules: Draft | undefined): Draft => ({
  theme: rules?.theme ?? '',
  service: rules?.service ?? '',
  forbidden: rules?.forbidden ?? '',
  penalty: rules?.penalty ?? '',
  rewarded: rules?.rewarded ?? '',
  returned: rules?.returned ?? '',
  welcome: rules?.welcome ?? '',
})

/** Theme, service, what is forbidden, what is rewarded: as the page of the group shows them. */
export function FourParts({ rules }: { rules: Partial<Draft> }) {
  const t = useT()
  return (
    <div className="four">
      {parts.map((part, place) => (
        <div key={part.field} className={`part-${place + 1}`}>
          <h2>
            <Icon name={part.icon} size={18} />
            {t(part.label)}
          </h2>
          <p className={rules[part.field] ? '' : 'muted'}>{rules[part.field] || t(part.hint)}</p>
          {part.more && rules[part.more] && <p className="muted">{rules[part.more]}</p>}
        </div>
      ))}
    </div>
  )
}

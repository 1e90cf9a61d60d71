import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Checkbox, Drawer, Form, Input, InputNumber, Select, Switch } from 'antd'
import { api } from '#ui/api.ts'
import { ConditionField, isFinished } from '#ui/console/condition/ConditionField.tsx'
import { type Definition, everybody } from '#ui/console/condition/condition.ts'
import { sent } from '#ui/console/condition/queries.ts'
import { Person } from '#ui/console/Person.tsx'
import { asProblem, take } from '#ui/console/problem.ts'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import type { EliminationRule, EliminationTry } from '../group.queries.ts'
import { groupWords, roleWord } from '../group.words.ts'
import { eliminationWords as words } from './elimination.words.ts'

const silent: Definition = {
  version: 1,
  who: {
    kind: 'all',
    of: [
      {
        kind: 'event',
        event: '*',
        window: { last: { amount: 30, unit: 'days' } },
        measure: { of: 'count', op: 'lt', value: 1 },
      },
    ],
  },
}

interface Values {
  readonly risk: Definition
  readonly newcomerDays: number
  readonly sparedRoles: ('expert' | 'novice' | 'member')[]
  readonly graceDays: number
  readonly review: boolean
  readonly words: string
  readonly returns: boolean
  readonly backIf: Definition
  readonly backTask: string
  readonly backAfter: number
  readonly active: boolean
}

interface Props {
  readonly group: string
  readonly rule: EliminationRule | null
  readonly close: () => void
}

/** The rule from risk to return, tried out on the group as it is. */
export function RuleEditor({ group, rule, close }: Props) {
  const t = useT()
  const { message } = App.useApp()
  const client = useQueryClient()
  const [form] = Form.useForm<Values>()
  const returns = Form.useWatch('returns', form)
  const risk = Form.useWatch('risk', form)
  const backIf = Form.useWatch('backIf', form)
  const params = { path: { id: group } }
  const finished = (!risk || isFinished(risk)) && (!returns || !backIf || isFinished(backIf))
  const initial: Values = {
    risk: rule?.risk ?? silent,
    newcomerDays: rule?.newcomerDays ?? 14,
    sparedRoles: [...(rule?.sparedRoles ?? ['expert'])],
    graceDays: rule?.graceDays ?? 7,
    review: rule?.review ?? true,
    words: rule?.words ?? t(words.warningDefault),
    returns: rule?.backIf != null,
    backIf: rule?.backIf ?? everybody,
    backTask: rule?.backTask ?? '',
    backAfter: rule?.backAfter ?? 3,
    active: rule?.active ?? false,
  }
  const trial = useMutation({
    mutationFn: () => {
      const { risk: who, newcomerDays, sparedRoles } = form.getFieldsValue()
      return take<EliminationTry>(
        api.POST('/api/groups/{id}/elimination/preview', {
          params,
          body: { risk: sent(who), newcomerDays, sparedRoles },
        }),
      )
    },
    onError: (error) => message.error(asProblem(error).message),
  })
  const save = useMutation({
    mutationFn: async () => {
      const { returns: wanted, ...values } = await form.validateFields()
      await take(
        api.PUT('/api/groups/{id}/elimination', {
          params,
          body: {
            ...values,
            risk: sent(values.risk),
            backIf: wanted ? sent(values.backIf) : null,
            revision: rule?.revision ?? 0,
          },
        }),
      )
    },
    onSuccess: async () => {
      message.success(t(groupWords.saved))
      await client.invalidateQueries({ queryKey: ['group-elimination'] })
      close()
    },
    onError: (error) => {
      if (error instanceof Error) message.error(asProblem(error).message)
    },
  })
  return (
    <Drawer
      open
      title={t(words.editorTitle)}
      size={780}
      onClose={close}
      footer={
        <div className="drawer-foot">
          <span className="muted small">{finished ? '' : t(words.unfinished)}</span>
          <Button disabled={!finished} loading={trial.isPending} onClick={() => trial.mutate()}>
            {t(words.tryOut)}
          </Button>
          <Button type="primary" disabled={!finished} loading={save.isPending} onClick={() => save.mutate()}>
            {t(words.save)}
          </Button>
        </div>
      }
    >
      <Form<Values> form={form} layout="vertical" requiredMark={false} initialValues={initial}>
        <h2 className="form-part">{t(words.whoRisk)}</h2>
        <Form.Item name="risk" noStyle>
          <ConditionField />
        </Form.Item>
        {trial.data && <Tried tried={trial.data} />}
        <div className="three rule-numbers">
          <Form.Item name="newcomerDays" label={t(words.newcomerDays)}>
            <InputNumber min={0} max={365} suffix={t(words.days)} />
          </Form.Item>
          <Form.Item name="graceDays" label={t(words.grace)}>
            <InputNumber min={1} max={90} suffix={t(words.days)} />
          </Form.Item>
          <Form.Item name="sparedRoles" label={t(words.sparedRoles)}>
            <Select
              mode="multiple"
              options={(['expert', 'novice'] as const).map((role) => ({
                value: role,
                label: t(roleWord(role)),
              }))}
            />
          </Form.Item>
        </div>
        <Form.Item
          name="words"
          label={t(words.warning)}
          rules={[{ required: true, whitespace: true, message: t(words.warning) }]}
        >
          <Input.TextArea maxLength={500} autoSize={{ minRows: 2 }} />
        </Form.Item>
        <Form.Item name="review" valuePropName="checked" extra={t(words.reviewHint)}>
          <Checkbox>{t(words.review)}</Checkbox>
        </Form.Item>
        <h2 className="form-part">{t(words.wayBack)}</h2>
        <div className="two">
          <Form.Item name="backTask" label={t(words.backTask)}>
            <Input maxLength={500} placeholder={t(words.backTaskHint)} />
          </Form.Item>
          <Form.Item name="backAfter" label={t(words.backAfter)}>
            <InputNumber min={0} max={365} suffix={t(words.days)} />
          </Form.Item>
        </div>
        <Form.Item name="returns" valuePropName="checked">
          <Checkbox>{t(words.backIf)}</Checkbox>
        </Form.Item>
        {returns && (
          <Form.Item name="backIf">
            <ConditionField />
          </Form.Item>
        )}
        <Form.Item name="active" label={t(words.active)} valuePropName="checked">
          <Switch />
        </Form.Item>
      </Form>
    </Drawer>
  )
}

function Tried({ tried }: { tried: EliminationTry }) {
  const t = useT()
  const format = useFormat()
  const share = tried.members > 0 ? tried.concerned / tried.members : 0
  return (
    <section className="sub-card" aria-live="polite">
      <b>{t(words.tried, { concerned: tried.concerned, share: format.percent(share) })}</b>
      <p className="row-note">
        {t(words.triedSpared, { newcomers: tried.spared.newcomers, roles: tried.spared.roles })}
      </p>
      {share > 0.3 && <p className="small late">{t(words.triedMany)}</p>}
      <ul className="tried-people">
        {tried.first.map((one) => (
          <li key={one.person.memberId}>
            <Person
              id={one.person.memberId}
              name={one.person.nickname}
              url={one.person.avatarUrl}
              memberId={one.person.memberId}
              note={
                one.lastSeenAt
                  ? t(words.lastSeen, { when: format.ago(one.lastSeenAt) })
                  : t(words.member, { day: format.date(one.joinedAt) })
              }
            />
          </li>
        ))}
      </ul>
    </section>
  )
}

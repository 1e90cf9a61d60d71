import { useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { AutoComplete, Button, Form, Switch } from 'antd'
import { useState } from 'react'
import { ActionMenu } from '#ui/console/action/ActionButton.tsx'
import type { Action } from '#ui/console/action/action.ts'
import { ConditionField, isFinished } from '#ui/console/condition/ConditionField.tsx'
import { type Definition, everybody, isGroup } from '#ui/console/condition/condition.ts'
import { AskForm, useRules } from '#ui/console/form.tsx'
import { JobDialog } from '#ui/console/job/JobDialog.tsx'
import { Card, Page } from '#ui/console/Page.tsx'
import { useMay } from '#ui/console/session.ts'
import { Icon } from '#ui/icon/Icon.tsx'
import { useT } from '#ui/locale/locale.tsx'
import { knownSegmentsQuery } from '../segments/segments.queries.ts'
import { RuleState } from './TagRulesScreen.tsx'
import {
  applyTagRule,
  changeTagRule,
  createTagRule,
  removeTagRule,
  type TagRule,
  tagNamesQuery,
  tagRuleQuery,
} from './tag-rules.queries.ts'
import { ruleWords } from './tag-rules.words.ts'

/** One rule, or a new one. */
export default function TagRuleScreen() {
  const { id } = useParams({ strict: false }) as { id: string }
  return id === 'new' ? <RuleForm /> : <Known id={id} />
}

function Known({ id }: { id: string }) {
  const rule = useSuspenseQuery(tagRuleQuery(id)).data
  return <RuleForm key={rule.changedAt} rule={rule} />
}

interface Values {
  readonly tag: string
  readonly definition: Definition
  readonly takesAway: boolean
}

function RuleForm({ rule }: { rule?: TagRule }) {
  const t = useT()
  const may = useMay()
  const rules = useRules()
  const navigate = useNavigate()
  const client = useQueryClient()
  const names = useQuery(tagNamesQuery).data ?? []
  const segments = useQuery(knownSegmentsQuery).data ?? []
  const [job, setJob] = useState<string>()
  const edit = may('audience.edit')
  const refresh = () => client.invalidateQueries({ queryKey: ['tag-rules'] })
  const actions: readonly Action<TagRule>[] = [
    {
      name: ruleWords.apply,
      icon: 'play',
      can: (it) => it.can.edit && it.active,
      run: async (it) => setJob((await applyTagRule(it.id)).jobId),
    },
    {
      name: ruleWords.pause,
      icon: 'pause',
      can: (it) => it.can.edit && it.active,
      run: async (it) => {
        await changeTagRule(it.id, { active: false })
        await refresh()
      },
      done: ruleWords.paused1,
    },
    {
      name: ruleWords.resume,
      icon: 'play',
      can: (it) => it.can.edit && !it.active,
      run: async (it) => {
        await changeTagRule(it.id, { active: true })
        await refresh()
      },
      done: ruleWords.resumed,
    },
    {
      name: ruleWords.remove,
      icon: 'trash',
      danger: true,
      can: (it) => it.can.edit,
      confirm: (it) => ({
        title: ruleWords.removeTitle,
        values: { name: it.tag, count: it.members },
        detail: ruleWords.removeDetail,
        verb: ruleWords.remove,
      }),
      run: async (it) => {
        await removeTagRule(it.id)
        await client.invalidateQueries({ queryKey: ['tag-rules', 'list'] })
        navigate({ to: '/tag-rules' })
      },
      done: ruleWords.removed,
    },
  ]
  const submit = async ({ tag, definition, takesAway }: Values) => {
    if (rule) await changeTagRule(rule.id, { definition, takesAway })
    else await createTagRule({ tag: tag.trim(), definition, takesAway })
    await refresh()
    navigate({ to: '/tag-rules' })
  }
  return (
    <Page
      above={
        <nav className="crumbs">
          <Link to="/tag-rules">{t(ruleWords.rules)}</Link>
          <Icon name="right" size={14} />
          <span>{rule?.tag ?? t(ruleWords.create)}</span>
        </nav>
      }
      title={rule?.tag ?? t(ruleWords.create)}
      lead={rule ? <RuleState rule={rule} /> : t(ruleWords.lead)}
      actions={
        rule && (
          <>
            <Button onClick={() => navigate({ to: '/members', search: { tag: rule.tag } })}>
              {t(ruleWords.see)}
            </Button>
            <ActionMenu actions={actions} thing={rule} label={rule.tag} />
          </>
        )
      }
    >
      <Card>
        <AskForm<Values>
          initial={{
            tag: rule?.tag ?? '',
            definition: rule?.definition ?? everybody,
            takesAway: rule?.takesAway ?? true,
          }}
          submit={submit}
          verb={t(ruleWords.save)}
          disabled={!edit}
        >
          {!rule && (
            <Form.Item
              name="tag"
              label={t(ruleWords.tag)}
              rules={[rules.needed(ruleWords.tag), { max: 30, message: t(ruleWords.tagLong) }]}
            >
              <AutoComplete
                className="seg-choose"
                placeholder={t(ruleWords.tagHint)}
                options={names.map((name) => ({ value: name }))}
                showSearch={{ filterOption: (text, option) => option?.value.includes(text) ?? false }}
              />
            </Form.Item>
          )}
          <Form.Item
            name="definition"
            label={t(ruleWords.condition)}
            rules={[
              {
                validator: async (_, value: Definition) => {
                  if (isGroup(value.who) && value.who.of.length === 0) throw new Error(t(ruleWords.everybody))
                  if (!isFinished(value)) throw new Error(t(ruleWords.unfinished))
                },
              },
            ]}
          >
            <ConditionField segments={segments} readOnly={!edit} />
          </Form.Item>
          <Form.Item
            name="takesAway"
            label={t(ruleWords.takesAway)}
            extra={t(ruleWords.takesAwayHint)}
            valuePropName="checked"
          >
            <Switch />
          </Form.Item>
        </AskForm>
      </Card>
      {job && rule && (
        <JobDialog
          id={job}
          title={t(ruleWords.applying, { name: rule.tag })}
          note={t(ruleWords.applyNote)}
          close={() => {
            setJob(undefined)
            refresh()
          }}
        />
      )}
    </Page>
  )
}

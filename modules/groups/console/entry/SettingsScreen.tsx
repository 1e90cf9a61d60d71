import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Form, Input, InputNumber, Select } from 'antd'
import { api } from '#ui/api.ts'
import { AskForm, useRules } from '#ui/console/form.tsx'
import { Card } from '#ui/console/Page.tsx'
import { asProblem, take } from '#ui/console/problem.ts'
import { useT } from '#ui/locale/locale.tsx'
import { GroupFrame, useGroup } from '../GroupFrame.tsx'
import { communityTiersQuery, type Group, type GroupChange } from '../group.queries.ts'
import { groupWords } from '../group.words.ts'
import { entryWords as words } from './entry.words.ts'
import './entry.css'

const colours = ['pine', 'sky', 'wheat', 'plum', 'persimmon', 'teal', 'clay', 'slate'] as const
const kinds = ['welfare', 'interest', 'member', 'service', 'beta', 'local', 'industry'] as const

const valuesOf = (group: Group): GroupChange => ({
  slug: group.slug,
  name: group.name,
  summary: group.summary,
  glyph: group.glyph,
  colour: group.colour,
  kind: group.kind,
  template: group.template,
  tierId: group.tier.id,
  forWhom: group.forWhom,
  situation: group.situation,
  coreValue: group.coreValue,
  valuePromise: group.valuePromise,
  connection: group.connection,
  brandScenario: group.brandScenario,
  industry: group.industry,
  city: group.city,
  interestTag: group.interestTag,
  visibility: group.visibility,
  capacity: group.capacity,
})

/** The face and the positioning card of a group, and its end. */
export default function SettingsScreen() {
  const t = useT()
  const { message } = App.useApp()
  const client = useQueryClient()
  const group = useGroup()
  const params = { path: { id: group.id } }
  const refresh = () => client.invalidateQueries({ queryKey: ['groups'] })
  return (
    <GroupFrame group={group}>
      <div className="settings-column">
        <Card>
          <AskForm<GroupChange>
            initial={valuesOf(group)}
            disabled={group.archivedAt !== null}
            verb={t(groupWords.save)}
            submit={async (values) => {
              const body = {
                ...values,
                interestTag: values.interestTag?.trim() ? values.interestTag : null,
                capacity: values.capacity ?? null,
              }
              await take(api.PATCH('/api/groups/{id}', { params, body }))
              message.success(t(groupWords.saved))
              await refresh()
            }}
          >
            <h2 className="form-part">{t(words.identity)}</h2>
            <FaceFields />
            <h2 className="form-part">{t(words.positioning)}</h2>
            <p className="lead-text">{t(words.positioningNote)}</p>
            <PositionFields />
          </AskForm>
        </Card>
        <Card title={t(group.archivedAt ? words.archived : words.archive)} note={t(words.archiveNote)}>
          {group.archivedAt ? (
            <Button
              onClick={async () => {
                try {
                  await take(api.DELETE('/api/groups/{id}/archive', { params }))
                  message.success(t(words.reopened))
                  await refresh()
                } catch (error) {
                  message.error(asProblem(error).message)
                }
              }}
            >
              {t(words.reopen)}
            </Button>
          ) : (
            <AskForm<{ reason: string }>
              verb={t(words.archive)}
              submit={async (body) => {
                await take(api.PUT('/api/groups/{id}/archive', { params, body }))
                message.success(t(words.archived))
                await refresh()
              }}
            >
              <Form.Item
                name="reason"
                label={t(groupWords.reason)}
                rules={[{ required: true, whitespace: true, message: t(groupWords.reasonNeeded) }]}
              >
                <Input maxLength={300} />
              </Form.Item>
            </AskForm>
          )}
        </Card>
      </div>
    </GroupFrame>
  )
}

/** Name, sign, kind, tier, who sees it and how many fit. */
export function FaceFields() {
  const t = useT()
  const rules = useRules()
  const tiers = useQuery(communityTiersQuery).data?.items ?? []
  return (
    <>
      <div className="two">
        <Form.Item name="name" label={t(words.name)} rules={[rules.needed(words.name)]}>
          <Input maxLength={30} />
        </Form.Item>
        <Form.Item name="slug" label={t(words.slug)}>
          <Input maxLength={40} prefix={<span className="muted">/groups/</span>} />
        </Form.Item>
      </div>
      <Form.Item name="summary" label={t(words.summary)}>
        <Input maxLength={140} showCount />
      </Form.Item>
      <div className="two">
        <Form.Item name="glyph" label={t(words.glyph)}>
          <Input maxLength={2} placeholder={t(words.auto)} />
        </Form.Item>
        <Form.Item name="colour" label={t(words.colour)}>
          <Select
            placeholder={t(words.auto)}
            options={colours.map((value) => ({
              value,
              label: (
                <span className="colour-option">
                  <i style={{ background: `var(--${value})` }} />
                  {value}
                </span>
              ),
            }))}
          />
        </Form.Item>
        <Form.Item name="kind" label={t(words.kind)}>
          <Select options={kinds.map((value) => ({ value, label: t(groupWords[value]) }))} />
        </Form.Item>
        <Form.Item name="tierId" label={t(words.tier)}>
          <Select
            placeholder={t(words.auto)}
            options={tiers.map((tier) => ({ value: tier.id, label: tier.name }))}
          />
        </Form.Item>
        <Form.Item name="visibility" label={t(words.visibility)}>
          <Select
            options={[
              { value: 'public', label: t(words.vPublic) },
              { value: 'unlisted', label: t(words.vUnlisted) },
              { value: 'private', label: t(words.vPrivate) },
            ]}
          />
        </Form.Item>
        <Form.Item name="capacity" label={t(words.capacity)} extra={t(words.capacityHint)}>
          <InputNumber min={1} max={1_000_000} placeholder={t(words.noLimit)} />
        </Form.Item>
      </div>
    </>
  )
}

/** For whom, when, what for, and how people are connected (S3-09 to S3-12). */
function PositionFields() {
  const t = useT()
  const choice = (entries: Readonly<Record<string, (typeof words)['offers']>>) =>
    Object.entries(entries).map(([value, label]) => ({ value, label: t(label) }))
  return (
    <>
      <Form.Item name="forWhom" label={t(words.forWhom)}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="situation" label={t(words.situation)}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="valuePromise" label={t(words.promiseValue)}>
        <Input.TextArea maxLength={300} autoSize={{ minRows: 2 }} />
      </Form.Item>
      <div className="two">
        <Form.Item name="coreValue" label={t(words.coreValue)}>
          <Select
            allowClear
            options={choice({ offers: words.offers, expertise: words.expertise, links: words.links })}
          />
        </Form.Item>
        <Form.Item name="connection" label={t(words.connection)}>
          <Select allowClear options={choice({ distributed: words.distributed, pyramid: words.pyramid })} />
        </Form.Item>
        <Form.Item name="template" label={t(words.template)}>
          <Select
            allowClear
            options={choice({
              tool: words.tTool,
              content: words.tContent,
              service: words.tService,
              goods: words.tGoods,
            })}
          />
        </Form.Item>
        <Form.Item name="brandScenario" label={t(words.scenario)}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="interestTag" label={t(words.interestTag)}>
          <Input maxLength={30} />
        </Form.Item>
        <Form.Item name="city" label={t(words.city)}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="industry" label={t(words.industry)}>
          <Input maxLength={40} />
        </Form.Item>
      </div>
    </>
  )
}

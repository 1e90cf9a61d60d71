import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import type { Column } from '#ui/console/list/column.ts'
import { ListScreen } from '#ui/console/list/ListScreen.tsx'
import { Light, Tag } from '#ui/console/Page.tsx'
import { useMay } from '#ui/console/session.ts'
import { Icon } from '#ui/icon/Icon.tsx'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { failureMessage } from '../segments/failure.ts'
import { type TagRule, tagRulesQuery } from './tag-rules.queries.ts'
import { ruleWords } from './tag-rules.words.ts'
import '../segments/segments.css'

/** All rules: the tag, for whom, how many carry it. */
export default function TagRulesScreen() {
  const t = useT()
  const may = useMay()
  const navigate = useNavigate()
  const query = useInfiniteQuery(tagRulesQuery)
  const columns = useColumns()
  const open = (rule: TagRule) => navigate({ to: '/tag-rules/$id', params: { id: rule.id } })
  const create = may('audience.edit') && (
    <Button
      type="primary"
      icon={<Icon name="plus" size={16} />}
      onClick={() => navigate({ to: '/tag-rules/$id', params: { id: 'new' } })}
    >
      {t(ruleWords.create)}
    </Button>
  )
  const count = query.data?.pages[0]?.items.length
  return (
    <ListScreen<TagRule>
      name="tag-rules"
      title={count ? t(ruleWords.title, { count }) : t(ruleWords.rules)}
      lead={t(ruleWords.lead)}
      query={query}
      columns={columns}
      rowKey={(rule) => rule.id}
      rowName={(rule) => rule.tag}
      open={open}
      main={create}
      empty={{ icon: 'tag', title: ruleWords.emptyTitle, hint: ruleWords.emptyHint, action: create }}
    />
  )
}

function useColumns(): readonly Column<TagRule>[] {
  const t = useT()
  const format = useFormat()
  return [
    {
      key: 'tag',
      title: ruleWords.tag,
      width: 160,
      phone: 'first',
      render: (rule) => <Tag tone="pine">{rule.tag}</Tag>,
      text: (rule) => rule.tag,
    },
    {
      key: 'condition',
      title: ruleWords.condition,
      render: (rule) => (
        <span className="seg-cell">
          <small>{rule.sentence}</small>
        </span>
      ),
      text: (rule) => rule.sentence,
    },
    {
      key: 'members',
      title: ruleWords.members,
      align: 'right',
      width: 92,
      render: (rule) => (rule.computedAt === null ? '—' : format.number(rule.members)),
      text: (rule) => rule.members,
    },
    {
      key: 'state',
      title: ruleWords.state,
      width: 220,
      render: (rule) => <RuleState rule={rule} />,
      text: (rule) => t(rule.active ? ruleWords.active : ruleWords.paused),
    },
  ]
}

/** Running and since when, paused, or what keeps it from running. */
export function RuleState({ rule }: { rule: TagRule }) {
  const t = useT()
  const format = useFormat()
  if (!rule.active) return <Light state="off">{t(ruleWords.paused)}</Light>
  if (rule.failure) return <Light state="warn">{t(failureMessage(rule.failure))}</Light>
  if (rule.computedAt === null) return <Light state="off">{t(ruleWords.waiting)}</Light>
  return (
    <Light state="good">
      {t(ruleWords.active)} · {format.ago(rule.computedAt)}
    </Light>
  )
}

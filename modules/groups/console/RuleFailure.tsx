import { defineMessages } from '#base/i18n/messages.ts'
import { Tag } from '#ui/console/Page.tsx'
import { useFormat, useT } from '#ui/locale/locale.tsx'

const words = defineMessages({
  failed: { zh: '没有执行完', en: 'Broke off' },
  condition_invalid: {
    zh: '条件里用到的字段、事件或分群已经不在，请改规则',
    en: 'The condition asks for a field, event or segment that is gone; change the rule',
  },
  warehouse_unavailable: {
    zh: '数据仓库暂时不可用或还没有跟上，恢复后会自动重试',
    en: 'The warehouse is away or behind; it is tried again once it is back',
  },
  other: {
    zh: '出了意料之外的问题，详情见「系统 › 任务」',
    en: 'Something unexpected happened; see System › Jobs',
  },
})

/** Why the last run of a rule broke off; nobody was moved by it after that. */
export function RuleFailure({ failure }: { failure: { readonly at: string; readonly code: string } }) {
  const t = useT()
  const format = useFormat()
  const known =
    failure.code === 'condition_invalid' || failure.code === 'warehouse_unavailable' ? failure.code : 'other'
  return (
    <p className="row-note">
      <Tag tone="bad">{t(words.failed)}</Tag> {format.ago(failure.at)} · {t(words[known])}
    </p>
  )
}

/** Improvements: what nobody decided yet, by stage, and what was decided. */
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button, Segmented } from 'antd'
import { useUrlState } from '#ui/console/list/useUrlState.ts'
import { Card, Page } from '#ui/console/Page.tsx'
import { useMay } from '#ui/console/session.ts'
import { Empty, Failed, SkeletonRows } from '#ui/console/states.tsx'
import { Icon } from '#ui/icon/Icon.tsx'
import { useT } from '#ui/locale/locale.tsx'
import { ImprovementRow } from './ImprovementRow.tsx'
import { type Improvement, improvementsQuery } from './improvements.queries.ts'
import { improvementWords as words } from './improvements.words.ts'

/** What needs somebody comes first. */
const stages = ['review', 'running', 'planned'] as const

export default function ImprovementsScreen() {
  const t = useT()
  const may = useMay()
  const navigate = useNavigate()
  const [url, setUrl] = useUrlState()
  const decided = url.decided === 'yes'
  const open = useQuery(improvementsQuery({}))
  const past = useQuery({ ...improvementsQuery({ decided: true }), enabled: decided })
  const query = decided ? past : open
  const items = open.data ?? []
  const review = items.filter(({ stage }) => stage === 'review').length
  const make = may('insight.edit') && (
    <Button
      type="primary"
      icon={<Icon name="plus" size={16} />}
      onClick={() => navigate({ to: '/plan/improvements/new' })}
    >
      {t(words.make)}
    </Button>
  )
  return (
    <Page
      title={
        items.length === 0
          ? t(words.title)
          : t(review > 0 ? words.titleReview : words.titleOpen, { count: review || items.length })
      }
      lead={t(words.lead)}
      actions={make}
    >
      <Segmented
        className="improvement-tabs"
        value={decided ? 'yes' : 'no'}
        onChange={(value) => setUrl({ decided: value === 'yes' ? 'yes' : undefined })}
        options={[
          { value: 'no', label: t(words.open) },
          { value: 'yes', label: t(words.decided) },
        ]}
      />
      {query.isPending && (
        <Card>
          <SkeletonRows rows={4} height={84} />
        </Card>
      )}
      {query.isError && (
        <Card>
          <Failed error={query.error} retry={() => query.refetch()} />
        </Card>
      )}
      {query.data?.length === 0 && (
        <Card>
          <Empty
            icon="flag"
            title={t(decided ? words.noneDecided : words.none)}
            hint={decided ? undefined : t(words.noneHint)}
            action={decided ? undefined : make}
          />
        </Card>
      )}
      {query.data &&
        query.data.length > 0 &&
        (decided ? (
          <Card flush>
            <Rows items={query.data} />
          </Card>
        ) : (
          stages.map((stage) => {
            const some = query.data.filter((each) => each.stage === stage)
            return (
              some.length > 0 && (
                <Card key={stage} flush title={`${t(words[`stage_${stage}`])} · ${some.length}`}>
                  <Rows items={some} />
                </Card>
              )
            )
          })
        ))}
    </Page>
  )
}

const Rows = ({ items }: { readonly items: readonly Improvement[] }) => (
  <ul className="improvement-list">
    {items.map((item) => (
      <li key={item.id}>
        <ImprovementRow improvement={item} />
      </li>
    ))}
  </ul>
)

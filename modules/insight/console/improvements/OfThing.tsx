/** Improvements where they come from: a door to begin one, and those there are. */
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button, Form, Select } from 'antd'
import { Card } from '#ui/console/Page.tsx'
import { useMay } from '#ui/console/session.ts'
import { useT } from '#ui/locale/locale.tsx'
import { ImprovementRow } from './ImprovementRow.tsx'
import { improvementsQuery } from './improvements.queries.ts'
import { improvementWords as words } from './improvements.words.ts'

interface Props {
  readonly of: 'signal' | 'goal'
  readonly id: string
}

export function BeginImprovement({ of, id }: Props) {
  const t = useT()
  const may = useMay()
  const navigate = useNavigate()
  if (!may('insight.edit')) return null
  return (
    <Button
      type="primary"
      onClick={() => navigate({ to: '/plan/improvements/new', search: { [of]: id } as never })}
    >
      {t(words.begin)}
    </Button>
  )
}

/** Nothing while there are none. */
export function ImprovementsOf({ of, id }: Props) {
  const t = useT()
  const items = useQuery(improvementsQuery(of === 'signal' ? { signal: id } : { goal: id })).data ?? []
  if (items.length === 0) return null
  return (
    <Card flush title={t(words.ofSignal)} className="improvements-of">
      <ul className="improvement-list">
        {items.map((item) => (
          <li key={item.id}>
            <ImprovementRow improvement={item} />
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** A field of closing a signal: which of its improvements solved it. */
export function SolvedBy({ signal }: { readonly signal: string }) {
  const t = useT()
  const items = useQuery(improvementsQuery({ signal })).data ?? []
  if (items.length === 0) return null
  return (
    <Form.Item name="improvementId" label={t(words.closedWith)}>
      <Select allowClear options={items.map(({ id, name }) => ({ value: id, label: name }))} />
    </Form.Item>
  )
}

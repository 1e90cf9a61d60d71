import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { importingWords } from '#ui/console/importing/importing.words.ts'
import { giveTarget } from '#ui/console/importing/list.ts'
import { OneImport } from '#ui/console/importing/OneImport.tsx'
import type { TallyPart } from '#ui/console/importing/TallyBar.tsx'
import { useT } from '#ui/locale/locale.tsx'
import { tagsQuery } from '../members.queries.ts'
import { door, importQuery, type Plan, type Tally } from './imports.queries.ts'
import { importWords } from './imports.words.ts'
import { PlanPanel } from './PlanPanel.tsx'
import { PreviewedPerson } from './PreviewedPerson.tsx'
import { targetOptions } from './targets.ts'

/** One list of people on its way: what its columns mean, what would happen, what happened. */
export default function ImportScreen() {
  const { id } = useParams({ strict: false }) as { id: string }
  const t = useT()
  const list = useSuspenseQuery(importQuery(id)).data
  const knownTags = useQuery(tagsQuery).data?.items.map(({ name }) => name) ?? []
  return (
    <OneImport
      // Another list is another plan.
      key={list.id}
      list={list}
      door={door}
      crumbs={[{ to: '/members/imports', label: importWords.imports }]}
      about={(form, columns) => [form, columns, list.origin]}
      options={(plan) => targetOptions(t, list, plan.columns)}
      withTarget={withTarget}
      panel={(plan, change) => <PlanPanel list={list} plan={plan} change={change} knownTags={knownTags} />}
      preview={{
        note: importWords.previewNote,
        show: (row) => <PreviewedPerson key={row.row} row={row} />,
      }}
      parts={partsOf}
      known={{ target: 'nickname', label: importWords.nickname }}
      words={importWords}
      more={
        <Link to="/members" search={{ sort: '-joinedAt' }}>
          <Button>{t(importWords.seeMembers)}</Button>
        </Link>
      }
    />
  )
}

/** A group card has parts as soon as a column is one. */
function withTarget(plan: Plan, column: number, target: string | null): Plan {
  const columns = giveTarget(plan.columns, column, target)
  const card = columns.includes('card') ? (plan.card.length > 0 ? plan.card : ['city', null, 'nickname']) : []
  return { ...plan, columns, card }
}

const partsOf = (tally: Tally): TallyPart[] => [
  { tone: 'created', label: importingWords.created, rows: tally.created },
  { tone: 'updated', label: importingWords.updated, rows: tally.updated },
  { tone: 'unchanged', label: importingWords.unchanged, rows: tally.unchanged },
  { tone: 'repeated', label: importWords.repeated, rows: tally.repeated },
  { tone: 'failed', label: importingWords.refused, rows: tally.failed },
]

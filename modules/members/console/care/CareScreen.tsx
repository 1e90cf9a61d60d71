import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { App, Button, Checkbox, Input, Segmented, Select } from 'antd'
import { useState } from 'react'
import { useUrlState } from '#ui/console/list/useUrlState.ts'
import { Page } from '#ui/console/Page.tsx'
import { asProblem } from '#ui/console/problem.ts'
import { useMay, useSession } from '#ui/console/session.ts'
import { Empty, Failed, SkeletonRows } from '#ui/console/states.tsx'
import { Icon } from '#ui/icon/Icon.tsx'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { CareCard } from './CareCard.tsx'
import { CareDrawer } from './CareDrawer.tsx'
import {
  type Care,
  type CareFilters,
  careSummaryQuery,
  changeCare,
  programs,
  type Stage,
  stageQuery,
  stages,
} from './care.queries.ts'
import { careWords } from './care.words.ts'
import { TakeIntoCare } from './TakeIntoCare.tsx'
import './care.css'

const dues = ['overdue', 'today', 'week'] as const

/** The people whom the team looks after in person, by how far each has come. */
export default function CareScreen() {
  const t = useT()
  const may = useMay()
  const { account } = useSession()
  const [url, setUrl] = useUrlState()
  const summary = useQuery(careSummaryQuery)
  const [taking, setTaking] = useState(false)
  const [open, setOpen] = useState<Care>()
  const filters: CareFilters = {
    ...(programs.some((program) => program === url.program) ? { program: url.program as 'koc' } : {}),
    ...(dues.some((due) => due === url.due) ? { due: url.due as 'today' } : {}),
    ...(url.mine && account ? { owner: account.id } : {}),
    ...(url.q ? { q: url.q } : {}),
  }
  const rows = summary.data?.items ?? []
  const count = (program?: string) =>
    rows.filter((row) => !program || row.program === program).reduce((sum, row) => sum + row.members, 0)
  const nobody = summary.data !== undefined && count() === 0

  return (
    <Page
      title={t(careWords.care)}
      lead={t(careWords.lead)}
      actions={
        <>
          <Link to="/members/care/calendar">
            <Button icon={<Icon name="calendar" size={16} />}>{t(careWords.calendar)}</Button>
          </Link>
          {may('care.edit') && (
            <Button type="primary" icon={<Icon name="heart" size={16} />} onClick={() => setTaking(true)}>
              {t(careWords.take)}
            </Button>
          )}
        </>
      }
    >
      <div className="care-bar">
        <Segmented
          aria-label={t(careWords.program)}
          value={filters.program ?? ''}
          onChange={(program) => setUrl({ program: String(program) })}
          options={[
            { value: '', label: `${t(careWords.all)} ${count()}` },
            ...programs.map((program) => ({
              value: program,
              label: `${t(careWords[program])} ${count(program)}`,
            })),
          ]}
        />
        <Select
          aria-label={t(careWords.due)}
          value={filters.due ?? ''}
          onChange={(due) => setUrl({ due })}
          options={[
            { value: '', label: t(careWords.dueAny) },
            ...dues.map((due) => ({ value: due, label: t(careWords[due]) })),
          ]}
        />
        <Checkbox
          checked={Boolean(url.mine)}
          onChange={(event) => setUrl({ mine: event.target.checked ? '1' : '' })}
        >
          {t(careWords.mine)}
        </Checkbox>
        <Input
          className="care-find"
          allowClear
          aria-label={t(careWords.find)}
          placeholder={t(careWords.find)}
          defaultValue={url.q}
          prefix={<Icon name="search" size={15} />}
          onChange={(event) => setUrl({ q: event.target.value.trim() })}
        />
      </div>
      {nobody ? (
        <div className="card">
          <Empty
            icon="heart"
            title={t(careWords.emptyTitle)}
            hint={t(careWords.emptyHint)}
            action={
              may('care.edit') && (
                <Button type="primary" onClick={() => setTaking(true)}>
                  {t(careWords.take)}
                </Button>
              )
            }
          />
        </div>
      ) : (
        <div className="care-board">
          {stages.map((stage) => (
            <Column
              key={stage}
              stage={stage}
              filters={filters}
              overdue={rows
                .filter((row) => row.stage === stage && (!filters.program || row.program === filters.program))
                .reduce((sum, row) => sum + row.overdue, 0)}
              members={rows
                .filter((row) => row.stage === stage && (!filters.program || row.program === filters.program))
                .reduce((sum, row) => sum + row.members, 0)}
              open={setOpen}
            />
          ))}
        </div>
      )}
      {taking && <TakeIntoCare close={() => setTaking(false)} />}
      {open && <CareDrawer care={open} close={() => setOpen(undefined)} />}
    </Page>
  )
}

interface ColumnProps {
  readonly stage: Stage
  readonly filters: CareFilters
  readonly members: number
  readonly overdue: number
  readonly open: (care: Care) => void
}

function Column({ stage, filters, members, overdue, open }: ColumnProps) {
  const t = useT()
  const format = useFormat()
  const client = useQueryClient()
  const { message } = App.useApp()
  const [over, setOver] = useState(false)
  const query = useInfiniteQuery(stageQuery(stage, filters))
  const changed = () => {
    message.success(t(careWords.moved, { stage: t(careWords[stage]) }))
    client.invalidateQueries({ queryKey: ['care'] })
  }
  const drop = async (id: string) => {
    setOver(false)
    if (!id || query.data?.pages.some((page) => page.items.some((care) => care.id === id))) return
    try {
      await changeCare(id, { stage })
      changed()
    } catch (error) {
      message.error(asProblem(error).message)
    }
  }
  const people = query.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <section
      className={`care-column ${over ? 'over' : ''}`}
      aria-label={t(careWords[stage])}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes('text/x-care')) return
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => drop(event.dataTransfer.getData('text/x-care'))}
    >
      <header>
        <h2>
          {t(careWords[stage])} <span className="muted">{format.number(members)}</span>
        </h2>
        <p className="small muted">
          {overdue > 0 ? (
            <b className="care-late">
              {t(careWords.overdue)} {format.number(overdue)}
            </b>
          ) : (
            t(careWords[`${stage}Hint`])
          )}
        </p>
      </header>
      {query.isPending && <SkeletonRows rows={3} height={84} />}
      {query.isError && <Failed error={query.error} retry={() => query.refetch()} />}
      {query.data && people.length === 0 && (
        <p className="care-none small muted">{t(careWords.emptyColumn)}</p>
      )}
      <ul>
        {people.map((care) => (
          <CareCard
            key={care.id}
            care={care}
            open={() => open(care)}
            changed={() => client.invalidateQueries({ queryKey: ['care'] })}
          />
        ))}
      </ul>
      {query.hasNextPage && (
        <Button type="text" loading={query.isFetchingNextPage} onClick={() => query.fetchNextPage()}>
          {t(careWords.moreInStage)}
        </Button>
      )}
    </section>
  )
}

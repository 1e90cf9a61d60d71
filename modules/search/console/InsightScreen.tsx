import { useSuspenseQuery } from '@tanstack/react-query'
import { Button, Segmented, Table } from 'antd'
import { useState } from 'react'
import { Card, Page } from '#ui/console/Page.tsx'
import { useMay } from '#ui/console/session.ts'
import { Empty } from '#ui/console/states.tsx'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { IndexCard } from './IndexCard.tsx'
import { insightQuery, type Query } from './insight.queries.ts'
import { words } from './insight.words.ts'
import { SearchesChart } from './SearchesChart.tsx'
import { type Editing, SynonymDialog, SynonymsCard } from './SynonymsCard.tsx'
import '#ui/console/list/list.css'
import './insight.css'

const periods = [7, 30, 90] as const

/** What people seek, and above all what they seek in vain. */
export default function InsightScreen() {
  const t = useT()
  const [days, setDays] = useState<(typeof periods)[number]>(30)
  const [editing, edit] = useState<Editing>()
  const insight = useSuspenseQuery(insightQuery(days)).data
  const searches = insight.days.reduce((sum, day) => sum + day.searches, 0)
  const empty = insight.days.reduce((sum, day) => sum + day.empty, 0)
  const title =
    searches === 0
      ? t(words.none)
      : empty > 0
        ? t(words.missingSome, { days, count: empty })
        : t(words.allFound, { days })
  return (
    <Page
      title={title}
      lead={t(words.lead)}
      actions={
        <Segmented
          aria-label={t(words.period)}
          value={days}
          onChange={setDays}
          options={periods.map((value) => ({ value, label: t(words.daysOf, { days: value }) }))}
        />
      }
    >
      {searches === 0 ? (
        <Card>
          <Empty icon="search" title={t(words.none)} hint={t(words.noneHint)} />
        </Card>
      ) : (
        <>
          <SearchesChart days={insight.days} />
          <div className="search-lists">
            <Missing queries={insight.missing} edit={edit} />
            <Top queries={insight.top} />
          </div>
        </>
      )}
      <div className="search-lists">
        <SynonymsCard edit={edit} />
        <IndexCard />
      </div>
      {editing && <SynonymDialog editing={editing} close={() => edit(undefined)} />}
    </Page>
  )
}

function Missing({ queries, edit }: { queries: readonly Query[]; edit: (editing: Editing) => void }) {
  const t = useT()
  const format = useFormat()
  const may = useMay()('search.edit')
  return (
    <Card flush title={t(words.missing)} note={t(words.missingNote)}>
      {queries.length === 0 ? (
        <Empty icon="check" title={t(words.missingNone)} />
      ) : (
        <Table<Query>
          rowKey="query"
          size="small"
          dataSource={[...queries]}
          pagination={queries.length > 10 ? { pageSize: 10, size: 'small', showSizeChanger: false } : false}
          columns={[
            { title: t(words.query), dataIndex: 'query', className: 'query' },
            { title: t(words.empty), dataIndex: 'empty', align: 'right', render: format.number },
            {
              title: t(words.act),
              key: 'act',
              align: 'right',
              render: (_, { query }) => (
                <span className="query-acts">
                  <a href={`/write?title=${encodeURIComponent(query)}`}>{t(words.write)}</a>
                  {may && (
                    <Button type="link" size="small" onClick={() => edit({ words: [query] })}>
                      {t(words.addSynonym)}
                    </Button>
                  )}
                </span>
              ),
            },
          ]}
        />
      )}
    </Card>
  )
}

function Top({ queries }: { queries: readonly Query[] }) {
  const t = useT()
  const format = useFormat()
  return (
    <Card flush title={t(words.top)} note={t(words.topNote)}>
      <Table<Query>
        rowKey="query"
        size="small"
        dataSource={[...queries]}
        pagination={queries.length > 10 ? { pageSize: 10, size: 'small', showSizeChanger: false } : false}
        columns={[
          {
            title: t(words.query),
            dataIndex: 'query',
            className: 'query',
            render: (query: string) => <a href={`/search?q=${encodeURIComponent(query)}`}>{query}</a>,
          },
          { title: t(words.searches), dataIndex: 'searches', align: 'right', render: format.number },
          {
            title: <span title={t(words.openedHint)}>{t(words.opened)}</span>,
            key: 'opened',
            align: 'right',
            render: (_, { clicks, searches }) => format.percent(searches === 0 ? 0 : clicks / searches),
          },
          {
            title: t(words.place),
            dataIndex: 'place',
            align: 'right',
            render: (place: number | null) => (place === null ? '–' : place.toFixed(1)),
          },
        ]}
      />
    </Card>
  )
}

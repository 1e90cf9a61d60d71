/** Reports: what there is, by kind, and the way to a new one. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Segmented } from 'antd'
import { useState } from 'react'
import { useUrlState } from '#ui/console/list/useUrlState.ts'
import { Card, Page, Tag } from '#ui/console/Page.tsx'
import { useMay } from '#ui/console/session.ts'
import { Empty, Failed, SkeletonRows } from '#ui/console/states.tsx'
import { Icon } from '#ui/icon/Icon.tsx'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { MakeDialog } from './MakeDialog.tsx'
import { type ReportHead, type ReportKind, reportsQuery } from './reports.queries.ts'
import { reportsWords as words } from './reports.words.ts'
import { TemplatesDialog } from './TemplatesDialog.tsx'
import './reports.css'

const kinds: readonly ReportKind[] = ['daily', 'weekly', 'monthly']

export default function ReportsScreen() {
  const t = useT()
  const mayEdit = useMay()('insight.edit')
  const [url, setUrl] = useUrlState()
  const kind = kinds.find((each) => each === url.kind)
  const query = useQuery(reportsQuery(kind))
  const [open, setOpen] = useState<'make' | 'templates'>()
  const make = mayEdit && (
    <Button type="primary" icon={<Icon name="plus" size={16} />} onClick={() => setOpen('make')}>
      {t(words.make)}
    </Button>
  )
  return (
    <Page
      title={t(words.title)}
      lead={t(words.lead)}
      actions={
        <>
          <Link to="/plan/subscriptions">
            <Button icon={<Icon name="mail" size={16} />}>{t(words.subscriptions)}</Button>
          </Link>
          {mayEdit && (
            <Button icon={<Icon name="settings" size={16} />} onClick={() => setOpen('templates')}>
              {t(words.templates)}
            </Button>
          )}
          {make}
        </>
      }
    >
      <Segmented
        className="report-kinds"
        value={kind ?? ''}
        onChange={(value) => setUrl({ kind: value || undefined })}
        options={[
          { value: '', label: t(words.all) },
          ...kinds.map((each) => ({ value: each, label: t(words[each]) })),
        ]}
      />
      <Card flush>
        {query.isPending && <SkeletonRows rows={5} height={64} />}
        {query.isError && <Failed error={query.error} retry={() => query.refetch()} />}
        {query.data?.items.length === 0 && (
          <Empty icon="page" title={t(words.none)} hint={t(words.noneHint)} action={make} />
        )}
        {query.data && query.data.items.length > 0 && (
          <ul className="report-list">
            {query.data.items.map((report) => (
              <li key={report.id}>
                <ReportRow report={report} />
              </li>
            ))}
          </ul>
        )}
      </Card>
      {open === 'make' && <MakeDialog kind={kind ?? 'weekly'} close={() => setOpen(undefined)} />}
      {open === 'templates' && <TemplatesDialog close={() => setOpen(undefined)} />}
    </Page>
  )
}

function ReportRow({ report }: { readonly report: ReportHead }) {
  const t = useT()
  const format = useFormat()
  return (
    <Link to="/plan/reports/$id" params={{ id: report.id }} className="report-row">
      <Tag tone={report.kind === 'weekly' ? 'pine' : report.kind === 'monthly' ? 'plum' : 'sky'}>
        {t(words[report.kind])}
      </Tag>
      <span className="report-what">
        <b>{report.title}</b>
        <span className="muted small">
          {report.state === 'ready' ? report.says : (report.problem ?? t(words.makingHint))}
        </span>
      </span>
      <span className="muted small report-when">
        {report.state === 'failed' ? (
          <Tag tone="bad">{t(words.failed)}</Tag>
        ) : report.state === 'making' ? (
          <Tag>{t(words.making)}</Tag>
        ) : (
          <>
            {t(words.version, { version: report.version })}
            {report.madeAt && ` · ${format.ago(report.madeAt)}`}
          </>
        )}
      </span>
    </Link>
  )
}

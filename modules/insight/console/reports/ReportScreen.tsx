/** One report: what was written into it, and what it found, part by part. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { App, Button, Select } from 'antd'
import { useState } from 'react'
import { JobProgress } from '#ui/console/job/JobProgress.tsx'
import { Card, Page } from '#ui/console/Page.tsx'
import { asProblem } from '#ui/console/problem.ts'
import { Failed, SkeletonPage } from '#ui/console/states.tsx'
import { Icon } from '#ui/icon/Icon.tsx'
import { useT } from '#ui/locale/locale.tsx'
import { SubscribeDialog } from '../subscriptions/SubscribeDialog.tsx'
import { ExportMenu } from './ExportMenu.tsx'
import { NotesCard } from './NotesCard.tsx'
import { askReport, reportQuery, type WholeReport } from './reports.queries.ts'
import { reportsWords as words } from './reports.words.ts'
import { SectionCard } from './SectionCard.tsx'
import { ShareDialog } from './ShareDialog.tsx'
import './reports.css'

export default function ReportScreen() {
  const { id } = useParams({ strict: false }) as { id: string }
  const query = useQuery(reportQuery(id))
  if (query.isPending) return <SkeletonPage />
  if (!query.data) return <Failed page error={query.error} retry={() => query.refetch()} />
  return <ReportView key={id} report={query.data} />
}

function ReportView({ report }: { readonly report: WholeReport }) {
  const t = useT()
  const navigate = useNavigate()
  const client = useQueryClient()
  const { message, modal } = App.useApp()
  const [open, setOpen] = useState<'share' | 'subscribe'>()
  const again = () =>
    modal.confirm({
      title: t(words.againAsk),
      content: t(words.againDetail),
      okText: t(words.again),
      icon: null,
      onOk: async () => {
        try {
          const { id } = await askReport({
            kind: report.kind,
            day: report.from,
            group: report.groupId ?? undefined,
            again: true,
          })
          await client.invalidateQueries({ queryKey: ['reports'] })
          await navigate({ to: '/plan/reports/$id', params: { id } })
        } catch (error) {
          message.error(asProblem(error).message)
        }
      },
    })
  return (
    <Page
      title={report.title}
      lead={report.made || undefined}
      above={
        <Link to="/plan/reports" className="report-back small">
          <Icon name="left" size={14} /> {t(words.newest)}
        </Link>
      }
      actions={
        <>
          {report.versions.length > 1 && (
            <Select
              value={report.id}
              aria-label={t(words.versions)}
              onChange={(id) => navigate({ to: '/plan/reports/$id', params: { id } })}
              options={report.versions.map(({ id, version }, at) => ({
                value: id,
                label: t(at === 0 ? words.versionLatest : words.version, { version }),
              }))}
            />
          )}
          {report.can.makeAgain && (
            <Button icon={<Icon name="retry" size={16} />} onClick={again}>
              {t(words.again)}
            </Button>
          )}
          {report.can.share && (
            <Button icon={<Icon name="clock" size={16} />} onClick={() => setOpen('subscribe')}>
              {t(words.subscribe)}
            </Button>
          )}
          {report.state === 'ready' && <ExportMenu report={report} />}
          {report.can.share && (
            <Button type="primary" icon={<Icon name="mail" size={16} />} onClick={() => setOpen('share')}>
              {t(words.share)}
            </Button>
          )}
        </>
      }
    >
      {report.state === 'making' && (
        <Card title={t(words.making)} note={t(words.makingHint)}>
          {report.jobId && <JobProgress id={report.jobId} />}
        </Card>
      )}
      {report.state === 'failed' && (
        <Card title={t(words.failedTitle)}>
          <p>{report.problem}</p>
        </Card>
      )}
      {report.state === 'ready' && (
        <div className="report-page">
          <NotesCard report={report} />
          {report.sections.map((section) => (
            <SectionCard key={section.name} section={section} />
          ))}
          <p className="muted small">{t(words.excluded)}</p>
        </div>
      )}
      {open === 'share' && <ShareDialog id={report.id} close={() => setOpen(undefined)} />}
      {open === 'subscribe' && (
        <SubscribeDialog
          kind="report"
          id={report.groupId ? `${report.kind}:${report.groupId}` : report.kind}
          name={`${report.groupName ?? ''}${t(words[report.kind])}`}
          close={() => setOpen(undefined)}
        />
      )}
    </Page>
  )
}

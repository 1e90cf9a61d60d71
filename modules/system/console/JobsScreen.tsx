import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { Drawer } from 'antd'
import type { Action } from '#ui/console/action/action.ts'
import { JobProgress, JobState } from '#ui/console/job/JobProgress.tsx'
import { cancelJob, type Job, jobQuery, retryJob } from '#ui/console/job/job.queries.ts'
import { jobWords } from '#ui/console/job/job.words.ts'
import type { Column } from '#ui/console/list/column.ts'
import { ListScreen } from '#ui/console/list/ListScreen.tsx'
import { useUrlState } from '#ui/console/list/useUrlState.ts'
import { useSession } from '#ui/console/session.ts'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { asker } from './asker.ts'
import { JobsTabs } from './JobsTabs.tsx'
import { jobsQuery } from './system.queries.ts'
import { systemWords } from './system.words.ts'
import './system.css'

const states = ['created', 'active', 'retry', 'completed', 'cancelled', 'failed'] as const

/** Long work: what waits, runs, ended, and how. */
export default function JobsScreen() {
  const t = useT()
  const client = useQueryClient()
  const [url, setUrl] = useUrlState()
  const query = useInfiniteQuery(jobsQuery({ state: url.state, name: url.name }))
  const columns = useJobColumns()
  const refresh = () => client.invalidateQueries({ queryKey: ['jobs'] })
  const actions: readonly Action<Job>[] = [
    {
      name: jobWords.again,
      icon: 'retry',
      can: (job) => job.can.retry,
      run: async ({ id }) => {
        await retryJob(id)
        await refresh()
      },
    },
    {
      name: jobWords.cancel,
      icon: 'stop',
      danger: true,
      can: (job) => job.can.cancel,
      confirm: ({ label }) => ({
        title: jobWords.cancelTitle,
        values: { name: label },
        detail: jobWords.cancelDetail,
        verb: jobWords.cancel,
      }),
      run: async ({ id }) => {
        await cancelJob(id)
        await refresh()
      },
    },
  ]
  return (
    <>
      <ListScreen<Job>
        name="jobs"
        title={t(systemWords.jobs)}
        lead={t(systemWords.jobsLead)}
        below={<JobsTabs />}
        query={query}
        columns={columns}
        rowKey={(job) => job.id}
        rowName={(job) => job.label}
        filters={[
          {
            key: 'state',
            label: systemWords.state,
            kind: 'choice',
            choices: states.map((value) => ({ value, label: t(jobWords[value]) })),
          },
        ]}
        open={(job) => setUrl({ job: job.id })}
        actions={actions}
        empty={{ icon: 'jobs', title: systemWords.jobsEmpty, hint: systemWords.jobsEmptyHint }}
      />
      <Drawer
        open={Boolean(url.job)}
        onClose={() => setUrl({ job: undefined })}
        title={t(systemWords.job)}
        size={440}
        destroyOnHidden
      >
        {url.job && <JobDetail id={url.job} />}
      </Drawer>
    </>
  )
}

function useJobColumns(): readonly Column<Job>[] {
  const t = useT()
  const format = useFormat()
  const { account } = useSession()
  const askedBy = ({ requestedBy }: Job) =>
    account && requestedBy === `account:${account.id}` ? account.name : t(...asker(requestedBy))
  return [
    {
      key: 'label',
      title: systemWords.job,
      phone: 'first',
      render: (job) => <b className="person-name">{job.label}</b>,
      text: (job) => job.label,
    },
    {
      key: 'state',
      title: systemWords.state,
      render: (job) => <JobState state={job.state} />,
      text: (job) => t(jobWords[job.state]),
    },
    {
      key: 'progress',
      title: systemWords.progress,
      align: 'right',
      render: (job) =>
        job.progress ? (
          <span className="muted">{progressText(job, format.number)}</span>
        ) : (
          <span className="muted">—</span>
        ),
      text: (job) => progressText(job, format.number),
      phone: 'hidden',
    },
    { key: 'by', title: systemWords.requestedBy, render: askedBy, text: askedBy },
    {
      key: 'created',
      title: systemWords.created,
      align: 'right',
      render: (job) => format.ago(job.createdAt),
      text: (job) => job.createdAt,
    },
    {
      key: 'finished',
      title: systemWords.finished,
      align: 'right',
      render: (job) => (job.completedAt ? format.ago(job.completedAt) : <span className="muted">—</span>),
      text: (job) => job.completedAt ?? '',
      phone: 'hidden',
    },
  ]
}

function progressText({ progress }: Job, number: (value: number) => string): string {
  if (!progress) return ''
  return progress.total === null
    ? number(progress.done)
    : `${number(progress.done)} / ${number(progress.total)}`
}

function JobDetail({ id }: { id: string }) {
  const t = useT()
  const format = useFormat()
  const job = useQuery(jobQuery(id)).data
  return (
    <>
      {job && <h2 className="drawer-title">{job.label}</h2>}
      <JobProgress id={id} />
      {job && (
        <dl className="facts small drawer-facts">
          <dt>{t(systemWords.requestedBy)}</dt>
          <dd>{t(...asker(job.requestedBy))}</dd>
          <dt>{t(systemWords.attempts)}</dt>
          <dd>
            {job.attempts} / {job.retryLimit + 1}
          </dd>
          <dt>{t(systemWords.created)}</dt>
          <dd>{format.dateTime(job.createdAt)}</dd>
          {job.completedAt && (
            <>
              <dt>{t(systemWords.finished)}</dt>
              <dd>{format.dateTime(job.completedAt)}</dd>
            </>
          )}
        </dl>
      )}
      {job?.result != null && Object.keys(job.result).length > 0 && (
        <>
          <p className="field-label muted">{t(systemWords.result)}</p>
          <pre className="result">{JSON.stringify(job.result, null, 2)}</pre>
        </>
      )}
    </>
  )
}

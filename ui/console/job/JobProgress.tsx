import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Progress } from 'antd'
import type { Message } from '#base/i18n/messages.ts'
import { Icon } from '#ui/icon/Icon.tsx'
import { useFormat, useReading, useT } from '#ui/locale/locale.tsx'
import { ActionButton } from '../action/ActionButton.tsx'
import type { Action } from '../action/action.ts'
import { downloadCsv } from '../list/csv.ts'
import { Light } from '../Page.tsx'
import { Failed, SkeletonRows } from '../states.tsx'
import { cancelJob, fileOf, isOver, type Job, jobQuery, retryJob, rowErrorsOf } from './job.queries.ts'
import { jobWords } from './job.words.ts'
import './job.css'

const lights = {
  created: 'off',
  retry: 'warn',
  active: 'off',
  completed: 'good',
  cancelled: 'off',
  failed: 'bad',
} as const

export function JobState({ state }: { state: Job['state'] }) {
  const t = useT()
  return <Light state={lights[state]}>{t(jobWords[state])}</Light>
}

/** Milliseconds that are left at the pace so far; undefined while that would be a guess. */
export function estimate(job: Pick<Job, 'progress' | 'startedAt'>, now: number): number | undefined {
  const { progress, startedAt } = job
  if (!progress?.total || !startedAt || progress.done < progress.total / 50) return undefined
  const elapsed = now - Date.parse(startedAt)
  return (elapsed * (progress.total - progress.done)) / progress.done
}

/** What a job calls its stages, in words; without them its note is shown as it is. */
type Notes = Readonly<Record<string, Message>>

interface JobProgressProps {
  readonly id: string
  readonly notes?: Notes
  /** False where there is a way to stop it that says more. */
  readonly stoppable?: boolean
}

/** A piece of long work: how far, how long still, stop, and what came of it. */
export function JobProgress({ id, notes, stoppable = true }: JobProgressProps) {
  const query = useQuery(jobQuery(id))
  if (query.isPending) return <SkeletonRows rows={2} />
  if (query.isError) return <Failed error={query.error} retry={() => query.refetch()} />
  return <JobView job={query.data} notes={notes} stoppable={stoppable} />
}

export function JobView({
  job,
  notes,
  stoppable = true,
}: {
  job: Job
  notes?: Notes | undefined
  stoppable?: boolean
}) {
  const t = useT()
  const format = useFormat()
  const { now } = useReading()
  const client = useQueryClient()
  const refresh = () => client.invalidateQueries({ queryKey: ['jobs'] })
  const { progress } = job
  const left = job.state === 'active' ? estimate(job, now()) : undefined
  const share = progress?.total ? Math.min(100, (progress.done / progress.total) * 100) : undefined
  const cancel: Action<Job> = {
    name: jobWords.cancel,
    icon: 'stop',
    can: (it) => stoppable && it.can.cancel,
    confirm: (it) => ({
      title: jobWords.cancelTitle,
      values: { name: it.label },
      detail: jobWords.cancelDetail,
      verb: jobWords.cancel,
    }),
    run: async (it) => {
      await cancelJob(it.id)
      await refresh()
    },
  }
  const again: Action<Job> = {
    name: jobWords.again,
    icon: 'retry',
    can: (it) => it.can.retry,
    run: async (it) => {
      await retryJob(it.id)
      await refresh()
    },
  }
  const name = progress?.note ?? ''
  const noted = notes ? notes[name] && t(notes[name]) : name
  return (
    <div className="job">
      <div className="job-line">
        <JobState state={job.state} />
        <span className="muted small">
          {progress &&
            (progress.total
              ? t(jobWords.done, { done: format.number(progress.done), total: format.number(progress.total) })
              : t(jobWords.doneSoFar, { done: format.number(progress.done) }))}
          {left !== undefined && ` · ${t(jobWords.left, { time: format.duration(left) })}`}
        </span>
      </div>
      {!isOver(job) && (
        <Progress
          percent={share === undefined ? 100 : Math.round(share)}
          status={share === undefined ? 'active' : 'normal'}
          showInfo={share !== undefined}
          aria-label={job.label}
        />
      )}
      {noted && !isOver(job) && <p className="muted small">{noted}</p>}
      {job.error && (
        <p className="job-error" role="alert">
          {job.error}
        </p>
      )}
      <Result job={job} />
      <div className="job-acts">
        <ActionButton action={cancel} thing={job} small />
        <ActionButton action={again} thing={job} small />
      </div>
    </div>
  )
}

/** What came of it: the file, and the rows that could not be done. */
function Result({ job }: { job: Job }) {
  const t = useT()
  const format = useFormat()
  if (job.state !== 'completed') return null
  const file = fileOf(job)
  const errors = rowErrorsOf(job)
  return (
    <>
      {file && (
        <div className="job-file">
          <Button type="primary" href={file.url} icon={<Icon name="download" size={16} />}>
            {t(jobWords.download)}
          </Button>
          {file.rows !== undefined && (
            <span className="muted small">{t(jobWords.rows, { count: file.rows })}</span>
          )}
        </div>
      )}
      {errors.length > 0 && (
        <div className="job-file">
          <span className="bad">{t(jobWords.rowErrors, { count: format.number(errors.length) })}</span>
          <Button
            size="small"
            onClick={() =>
              downloadCsv(`${job.name}-errors`, [
                [t(jobWords.row), t(jobWords.reason)],
                ...errors.map(({ row, message }) => [row, message]),
              ])
            }
          >
            {t(jobWords.rowErrorsDownload)}
          </Button>
        </div>
      )}
    </>
  )
}

import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { App, Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { ActionMenu } from '#ui/console/action/ActionButton.tsx'
import type { Action } from '#ui/console/action/action.ts'
import { Sentence } from '#ui/console/condition/Sentence.tsx'
import { JobDialog } from '#ui/console/job/JobDialog.tsx'
import { Card, Page, Tag } from '#ui/console/Page.tsx'
import { asProblem } from '#ui/console/problem.ts'
import { Icon } from '#ui/icon/Icon.tsx'
import { useFormat, useReading, useT } from '#ui/locale/locale.tsx'
import { SegmentMembers } from './SegmentMembers.tsx'
import { SegmentSize } from './SegmentSize.tsx'
import { Freshness } from './SegmentsScreen.tsx'
import {
  computeNow,
  createSegment,
  exportMembers,
  removeSegment,
  type SegmentDetail,
  segmentQuery,
} from './segments.queries.ts'
import { segmentWords } from './segments.words.ts'
import { Versions } from './Versions.tsx'
import './segments.css'

/** A segment: what it says, how big it is and was, who is in it, who asks for it. */
export default function SegmentScreen() {
  const { id } = useParams({ strict: false }) as { id: string }
  const t = useT()
  const format = useFormat()
  const { now } = useReading()
  const navigate = useNavigate()
  const client = useQueryClient()
  const { message } = App.useApp()
  const segment = useSuspenseQuery(segmentQuery(id)).data
  const [history, setHistory] = useState(false)
  const [job, setJob] = useState<{ id: string; what: 'compute' | 'export' }>()
  const begin = async (what: 'compute' | 'export') => {
    try {
      const { jobId } = await (what === 'compute' ? computeNow(id) : exportMembers(id))
      setJob({ id: jobId, what })
    } catch (error) {
      message.error(asProblem(error).message)
    }
  }
  const more: readonly Action<SegmentDetail>[] = [
    {
      name: segmentWords.compute,
      icon: 'retry',
      can: (it) => it.can.edit && it.kind === 'dynamic',
      run: () => begin('compute'),
    },
    {
      name: segmentWords.saveAsStatic,
      icon: 'copy',
      can: (it) => it.can.edit,
      run: async (it) => {
        const name = t(segmentWords.listName, { name: it.name, day: format.dayKey(now()) })
        const made = await createSegment({ name, kind: 'static', from: it.id })
        await client.invalidateQueries({ queryKey: ['segments'] })
        navigate({ to: '/segments/$id', params: { id: made.id } })
      },
    },
    { name: segmentWords.export, icon: 'download', can: (it) => it.can.export, run: () => begin('export') },
    {
      name: segmentWords.compare,
      icon: 'columns',
      run: (it) => navigate({ to: '/segments/overlap', search: { ids: it.id } }),
    },
    {
      name: segmentWords.remove,
      icon: 'trash',
      danger: true,
      can: (it) => it.can.remove,
      confirm: (it) => ({
        title: segmentWords.removeTitle,
        values: { name: it.name, count: it.members },
        detail: segmentWords.removeDetail,
        verb: segmentWords.remove,
      }),
      run: async (it) => {
        await removeSegment(it.id)
        await client.invalidateQueries({ queryKey: ['segments', 'list'] })
        navigate({ to: '/segments' })
      },
      done: segmentWords.removed,
    },
  ]
  return (
    <Page
      above={
        <nav className="crumbs">
          <Link to="/segments">{t(segmentWords.segments)}</Link>
          <Icon name="right" size={14} />
          <span>{segment.name}</span>
        </nav>
      }
      title={
        <span className="seg-title">
          {segment.name}
          <Tag tone={segment.kind === 'dynamic' ? 'pine' : 'plain'}>{t(segmentWords[segment.kind])}</Tag>
        </span>
      }
      lead={segment.note || undefined}
      actions={
        <>
          {segment.versions > 1 && (
            <Button onClick={() => setHistory(true)}>
              {t(segmentWords.history, { count: segment.versions })}
            </Button>
          )}
          {segment.can.edit && segment.kind === 'dynamic' && (
            <Button
              type="primary"
              icon={<Icon name="edit" size={16} />}
              onClick={() => navigate({ to: '/segments/$id/edit', params: { id } })}
            >
              {t(segmentWords.edit)}
            </Button>
          )}
          <ActionMenu actions={more} thing={segment} label={segment.name} />
        </>
      }
    >
      {segment.parts ? (
        <Sentence parts={segment.parts} />
      ) : (
        <p className="muted seg-by-hand">{t(segmentWords.byHand)}</p>
      )}
      <div className="split">
        <div className="stack">
          <SegmentSize segment={segment} />
          <SegmentMembers segment={segment} />
        </div>
        <div className="stack">
          <About segment={segment} />
          <Uses segment={segment} />
        </div>
      </div>
      {history && <Versions segment={segment} close={() => setHistory(false)} />}
      {job && (
        <JobDialog
          id={job.id}
          title={t(job.what === 'compute' ? segmentWords.computing : segmentWords.exporting, {
            name: segment.name,
          })}
          note={t(job.what === 'compute' ? segmentWords.computingNote : segmentWords.exportNote)}
          close={() => {
            setJob(undefined)
            client.invalidateQueries({ queryKey: ['segments'] })
          }}
        />
      )}
    </Page>
  )
}

function About({ segment }: { segment: SegmentDetail }) {
  const t = useT()
  const format = useFormat()
  const rows: readonly (readonly [string, ReactNode])[] = [
    [
      t(segmentWords.updated),
      <span key="updated">
        <Freshness segment={segment} />
        {segment.computedMs !== null && !segment.failure && (
          <span className="muted">
            {' '}
            · {t(segmentWords.computedIn, { time: format.duration(segment.computedMs) })}
          </span>
        )}
      </span>,
    ],
    [
      t(segmentWords.today),
      `${t(segmentWords.entered, { count: format.number(segment.today.entered) })} · ${t(segmentWords.left, { count: format.number(segment.today.left) })}`,
    ],
    [t(segmentWords.changed), format.ago(segment.changedAt)],
    [t(segmentWords.by), segment.createdBy ?? '—'],
  ]
  return (
    <Card title={t(segmentWords.about)}>
      <dl className="facts small">
        {rows.map(([name, value]) => (
          <div key={name} className="facts-row">
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Card>
  )
}

const users = {
  segment: segmentWords.useSegment,
  tag_rule: segmentWords.useTagRule,
} as const

function Uses({ segment }: { segment: SegmentDetail }) {
  const t = useT()
  return (
    <Card
      title={t(segmentWords.usedBy)}
      note={segment.uses.length > 0 ? t(segmentWords.usedNote) : undefined}
    >
      {segment.uses.length === 0 && <p className="muted small">{t(segmentWords.notUsed)}</p>}
      <ul className="seg-uses">
        {segment.uses.map((use) => (
          <li key={`${use.by} ${use.id}`}>
            <Link to={use.path} className="door">
              {use.name}
            </Link>
            <span className="muted small">
              {t(users[use.by as keyof typeof users] ?? segmentWords.useOther)}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

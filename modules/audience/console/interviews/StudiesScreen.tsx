import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { App, Button, Drawer, Progress } from 'antd'
import { useState } from 'react'
import { Page, Tag } from '#ui/console/Page.tsx'
import { useMay } from '#ui/console/session.ts'
import { Empty, Failed, SkeletonRows } from '#ui/console/states.tsx'
import { Icon } from '#ui/icon/Icon.tsx'
import { useFormat, useReading, useT } from '#ui/locale/locale.tsx'
import { usualGuide } from '../../interviews/usual-guide.ts'
import { StudyForm } from './StudyForm.tsx'
import { openStudy, type Study, type StudyPlan, studiesQuery } from './studies.queries.ts'
import { studyWords } from './studies.words.ts'
import './studies.css'

/** All studies, the latest first. */
export default function StudiesScreen() {
  const t = useT()
  const may = useMay()
  const go = useNavigate()
  const client = useQueryClient()
  const { locale } = useReading()
  const { message } = App.useApp()
  const query = useInfiniteQuery(studiesQuery)
  const [opening, setOpening] = useState(false)
  const studies = query.data?.pages.flatMap((page) => page.items) ?? []
  const start = async (plan: StudyPlan) => {
    const study = await openStudy(plan)
    message.success(t(studyWords.opened))
    client.invalidateQueries({ queryKey: ['studies'] })
    go({ to: '/members/studies/$id', params: { id: study.id } })
  }
  const button = may('interviews.edit') && (
    <Button type="primary" icon={<Icon name="plus" size={16} />} onClick={() => setOpening(true)}>
      {t(studyWords.open)}
    </Button>
  )
  return (
    <Page title={t(studyWords.studies)} lead={t(studyWords.lead)} actions={button}>
      <div className="card flush">
        {query.isPending && <SkeletonRows rows={4} height={72} />}
        {query.isError && <Failed error={query.error} retry={() => query.refetch()} />}
        {query.data && studies.length === 0 && (
          <Empty
            icon="note"
            title={t(studyWords.emptyTitle)}
            hint={t(studyWords.emptyHint)}
            action={button}
          />
        )}
        <ul className="study-list">
          {studies.map((study) => (
            <li key={study.id}>
              <StudyRow study={study} />
            </li>
          ))}
        </ul>
      </div>
      {query.hasNextPage && (
        <Button loading={query.isFetchingNextPage} onClick={() => query.fetchNextPage()}>
          {t(studyWords.more)}
        </Button>
      )}
      {opening && (
        <Drawer open size={720} title={t(studyWords.open)} onClose={() => setOpening(false)}>
          <StudyForm guide={usualGuide[locale]} verb={t(studyWords.open)} submit={start} />
        </Drawer>
      )}
    </Page>
  )
}

function StudyRow({ study }: { study: Study }) {
  const t = useT()
  const format = useFormat()
  return (
    <Link to="/members/studies/$id" params={{ id: study.id }} className="study-row">
      <span className="study-what">
        <b>{study.title}</b>
        <span className="small muted">{study.says}</span>
      </span>
      <span className="study-progress small">
        <Progress
          percent={Math.min(100, Math.round((100 * study.held) / study.target))}
          showInfo={false}
          size="small"
          aria-label={t(studyWords.progress, { held: study.held, target: study.target })}
        />
        {t(studyWords.progress, { held: study.held, target: study.target })}
      </span>
      <span className="small muted study-pains">{t(studyWords.pains, { count: study.pains })}</span>
      <span className="study-state">
        <Tag tone={study.closedAt ? 'plain' : 'pine'}>
          {t(study.closedAt ? studyWords.closed : studyWords.running)}
        </Tag>
        <span className="small muted">{format.date(study.createdAt)}</span>
      </span>
    </Link>
  )
}

/** 社群总览: how the community is, what changed, who it was. Everything is one question in the address, answered at once. */
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { MenuChip } from '#ui/console/condition/Chip.tsx'
import { Card, Page } from '#ui/console/Page.tsx'
import { Empty, Failed, SkeletonRows } from '#ui/console/states.tsx'
import { Icon } from '#ui/icon/Icon.tsx'
import type { Overview } from '../../overview/question.ts'
import { isMisasked, Misasked } from '../frame/Misasked.tsx'
import { SavedQuestions } from '../frame/SavedQuestions.tsx'
import { GroupPick } from '../frame/ScopePick.tsx'
import { useAnswer } from '../frame/useAnswer.ts'
import { useQuestion } from '../frame/useQuestion.ts'
import { WeeklyReportButton } from '../reports/WeeklyReportButton.tsx'
import { StageLine } from '../stage/StageLine.tsx'
import { AnomaliesCard } from './AnomaliesCard.tsx'
import { ActivityBlock, ContentBlock, FeedbackBlock, NewcomersBlock, RevenueBlock } from './Blocks.tsx'
import { ChangeCard } from './ChangeCard.tsx'
import { FunnelCard } from './FunnelCard.tsx'
import { GroupsCard } from './GroupsCard.tsx'
import { NorthCard } from './NorthCard.tsx'
import { firstQuestion, isQuestion, type OverviewQuestion } from './overview.queries.ts'
import { overviewWords as words } from './overview.words.ts'
import { PeriodPick } from './PeriodPick.tsx'
import { RetentionCard } from './RetentionCard.tsx'
import { SavedCard } from './SavedCard.tsx'
import { useSaying } from './seen.ts'
import '../frame/frame.css'
import './overview.css'

export default function OverviewScreen() {
  const { t } = useSaying()
  const [question, change, put] = useQuestion(firstQuestion, isQuestion)
  const { data, error, stale, busy, retry } = useAnswer<Overview>('overview', question)
  return (
    <Page
      title={t(words.overview)}
      actions={
        <>
          <PeriodPick question={question} to={data?.answer.to} put={change} />
          <MenuChip
            name={t(words.compare)}
            label={t(question.compare === 'year' ? words.compareYear : words.comparePrevious)}
            value={question.compare}
            options={[
              { value: 'previous', label: t(words.comparePrevious) },
              { value: 'year', label: t(words.compareYear) },
            ]}
            choose={(compare) => change({ compare: compare as OverviewQuestion['compare'] })}
          />
          <GroupPick
            value={question.group}
            onChange={(group) =>
              change({ group, by: group && question.by === 'group' ? 'kind' : question.by })
            }
          />
          <SavedQuestions analysis="overview" question={question} put={put} compact />
          <Button
            icon={<Icon name="print" size={16} />}
            aria-label={t(words.print)}
            title={t(words.print)}
            onClick={() => window.print()}
          />
          <WeeklyReportButton />
        </>
      }
    >
      <StageLine />
      {data ? (
        <div className={`ov ${stale ? 'stale' : ''}`} aria-busy={busy}>
          <Answer question={question} answer={data.answer} put={change} />
        </div>
      ) : error && isMisasked(error) ? (
        <Misasked error={error} />
      ) : error ? (
        <Card>
          <Failed error={error} retry={retry} />
        </Card>
      ) : (
        <Waiting />
      )}
    </Page>
  )
}

interface AnswerProps {
  readonly question: OverviewQuestion
  readonly answer: Overview
  readonly put: (change: Partial<OverviewQuestion>) => void
}

function Answer({ put, ...seen }: AnswerProps) {
  const { t } = useSaying()
  const { north, revenue } = seen.answer
  const nobody =
    north.weeks.every(({ actives, before }) => actives + before === 0) &&
    revenue.weekly.every((net) => net === 0)
  if (nobody && seen.question.group === undefined)
    return (
      <Card className="ov-all">
        <Empty
          icon="insight"
          title={t(words.empty)}
          hint={t(words.emptyHint)}
          action={
            <Link to="/members">
              <Button type="primary">{t(words.invite)}</Button>
            </Link>
          }
        />
      </Card>
    )
  return (
    <>
      <div className="ov-row one">
        <NorthCard {...seen} />
        <ChangeCard {...seen} put={put} />
      </div>
      <div className="ov-row two-of">
        <GroupsCard {...seen} />
        <RetentionCard {...seen} />
        <FunnelCard {...seen} />
      </div>
      <div className="ov-row blocks">
        <ContentBlock {...seen} />
        <FeedbackBlock {...seen} />
        <RevenueBlock {...seen} />
        <NewcomersBlock {...seen} />
        <ActivityBlock {...seen} />
        <AnomaliesCard {...seen} />
      </div>
      <SavedCard />
    </>
  )
}

/** The shape of what is coming. */
const Waiting = () => (
  <div className="ov" aria-busy="true">
    <div className="ov-row one">
      <Card>
        <SkeletonRows rows={6} />
      </Card>
      <Card>
        <SkeletonRows rows={6} />
      </Card>
    </div>
    <div className="ov-row two-of">
      {[0, 1, 2].map((card) => (
        <Card key={card}>
          <SkeletonRows rows={6} />
        </Card>
      ))}
    </div>
  </div>
)

import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { useMay } from '#ui/console/session.ts'
import { Icon } from '#ui/icon/Icon.tsx'
import { northTitle } from '../../overview/sentences.ts'
import { ChartCard } from '../frame/ChartCard.tsx'
import { MarksKey } from '../frame/Marks.tsx'
import { type Annotation, annotationsQuery, numbered } from '../frame/marks.ts'
import { PeopleDoor } from '../frame/PeopleDoor.tsx'
import { AnnotationDialog } from './AnnotationDialog.tsx'
import { annotationWords } from './annotation.words.ts'
import { floorOf, lineOption, paceOf } from './north.ts'
import { overviewWords as words } from './overview.words.ts'
import { behindOf, type Seen, useSaying } from './seen.ts'

/** The one figure: weekly actives, against the weeks before or a year ago, and against the pace of the goal. */
export function NorthCard({ question, answer: { from, to, north } }: Seen) {
  const saying = useSaying()
  const { t, format, shortDay } = saying
  const may = useMay()
  const [editing, edit] = useState<Annotation | 'new'>()
  const { weeks, goal } = north
  const found = useQuery(annotationsQuery(from, to, question.group)).data
  const marks = useMemo(() => numbered(found ?? [], weeks), [found, weeks])
  const pace = useMemo(() => paceOf(goal, weeks, to), [goal, weeks, to])
  const beforeName = t(question.compare === 'year' ? words.year : words.previous, { weeks: question.weeks })
  const compared = weeks.some(({ before }) => before > 0)
  const option = useMemo(
    () =>
      lineOption({
        weeks,
        pace,
        marks,
        goal,
        compared,
        names: [t(words.actives), beforeName, t(words.goalPace)],
        label: shortDay,
        number: format.number,
        gap:
          goal?.paceNow != null
            ? t((weeks.at(-1)?.actives ?? 0) < goal.paceNow ? words.goalBehind : words.goalAhead, {
                gap: Math.abs((weeks.at(-1)?.actives ?? 0) - goal.paceNow),
              })
            : undefined,
        goalLabel: goal ? t(words.goalLine, { name: goal.name, target: goal.target }) : undefined,
      }),
    [weeks, pace, marks, goal, compared, beforeName, t, shortDay, format],
  )
  const floor = floorOf({ weeks, pace, compared })
  const behind = behindOf(question)
  const ofWeek = (at: number) => ({
    ...behind(t(words.weekTo, { day: saying.day(weeks[at]?.end ?? to) }), {
      of: 'actives',
      week: weeks.length - 1 - at,
    }),
  })
  return (
    <>
      <ChartCard
        className="ov-north"
        title={saying.title(northTitle(north))}
        note={[t(words.northNote), ...(floor > 0 ? [t(words.truncated, { from: floor })] : [])].join(' · ')}
        option={option}
        behind={({ seriesId, at }) => (seriesId === 'actives' && weeks[at] ? ofWeek(at) : undefined)}
        table={{
          head: [t(words.now), t(words.actives), beforeName],
          rows: weeks.map(({ end, actives, before }, at) => [
            end,
            { value: actives, shown: <PeopleDoor {...ofWeek(at)} count={actives} /> },
            before,
          ]),
        }}
        summary={t(words.northSummary, {
          weeks: weeks.length,
          first: weeks[0]?.actives ?? 0,
          last: weeks.at(-1)?.actives ?? 0,
        })}
        file="weekly-actives"
        height={innerWidth > 1_240 ? 380 : 260}
        grow
        tools={
          may('insight.edit') && (
            <Button
              type="text"
              size="small"
              aria-label={t(annotationWords.add)}
              title={t(annotationWords.add)}
              icon={<Icon name="flag" size={16} />}
              onClick={() => edit('new')}
            />
          )
        }
        legend={
          marks.length > 0 && (
            <MarksKey
              marks={marks}
              asked={{ metric: 'daily_actives', scope: question.group ? { group: question.group } : {} }}
              edit={edit}
              more={
                (found?.length ?? 0) > marks.length
                  ? t(annotationWords.more, { count: (found?.length ?? 0) - marks.length })
                  : undefined
              }
            />
          )
        }
      />
      {editing && (
        <AnnotationDialog
          annotation={editing === 'new' ? undefined : editing}
          day={to}
          group={question.group}
          close={() => edit(undefined)}
        />
      )}
    </>
  )
}

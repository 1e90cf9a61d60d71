import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { ActionMenu } from '#ui/console/action/ActionButton.tsx'
import { Light, Tag } from '#ui/console/Page.tsx'
import { Empty, Failed, SkeletonRows } from '#ui/console/states.tsx'
import { Icon } from '#ui/icon/Icon.tsx'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { PainDialog } from './PainDialog.tsx'
import { type PainPoint, painPointsQuery, removePain, type Study } from './studies.queries.ts'
import { studyWords } from './studies.words.ts'

const tests = ['headache', 'willing', 'alternatives', 'reassured'] as const
/** Having other choices speaks against us; the other three speak for solving it. */
const light = (test: (typeof tests)[number], answer: PainPoint['headache']) =>
  answer === 'unknown' ? 'off' : (answer === 'yes') !== (test === 'alternatives') ? 'good' : 'bad'
const decisionWords = {
  open: studyWords.undecided,
  solve: studyWords.solve,
  test: studyWords.test,
  drop: studyWords.drop,
}
const tones = { open: 'plain', solve: 'pine', test: 'wheat', drop: 'plain' } as const

/** What hurts, the most shared first, with the four tests and what is decided. */
export function PainPoints({ study }: { study: Study }) {
  const t = useT()
  const format = useFormat()
  const client = useQueryClient()
  const query = useQuery(painPointsQuery(study.id))
  const [editing, setEditing] = useState<PainPoint | 'new'>()
  if (query.isPending) return <SkeletonRows rows={4} height={96} />
  if (query.isError) return <Failed error={query.error} retry={() => query.refetch()} />
  const may = study.can.edit && study.closedAt === null
  const button = may && (
    <Button icon={<Icon name="plus" size={16} />} onClick={() => setEditing('new')}>
      {t(studyWords.notePain)}
    </Button>
  )
  return (
    <>
      {query.data.items.length > 0 && button && <div className="study-bar">{button}</div>}
      {query.data.items.length === 0 && (
        <div className="card">
          <Empty icon="note" title={t(studyWords.noPains)} hint={t(studyWords.noPainsHint)} action={button} />
        </div>
      )}
      <ul className="pains">
        {query.data.items.map((pain) => (
          <li key={pain.id} className="card pain">
            <header>
              <h2>
                {pain.title} {pain.shared && <Tag tone="persimmon">{t(studyWords.shared)}</Tag>}
              </h2>
              <span className="small muted">
                {t(studyWords.mentioned, { count: pain.mentions.length, share: format.percent(pain.share) })}
              </span>
              {study.can.edit && (
                <ActionMenu
                  label={pain.title}
                  thing={pain}
                  actions={[
                    { name: studyWords.edit, icon: 'edit', run: setEditing },
                    {
                      name: studyWords.remove,
                      icon: 'trash',
                      danger: true,
                      run: async ({ id }) => {
                        await removePain(id)
                        client.invalidateQueries({ queryKey: ['studies'] })
                      },
                      confirm: ({ title, mentions }) => ({
                        title: studyWords.removePain,
                        detail: studyWords.removePainDetail,
                        values: { title, count: mentions.length },
                        verb: studyWords.remove,
                      }),
                    },
                  ]}
                />
              )}
            </header>
            <i className="pain-bar" aria-hidden="true">
              <i style={{ width: `${Math.min(100, 100 * pain.share)}%` }} />
            </i>
            <ul className="pain-tests small">
              {tests.map((test) => (
                <li key={test}>
                  <Light state={light(test, pain[test])}>
                    {t(studyWords[test])} <b>{t(studyWords[pain[test]])}</b>
                  </Light>
                </li>
              ))}
            </ul>
            <p className="pain-decision small">
              <span className="muted">{t(studyWords.advice)}</span> {t(studyWords[pain.advice])}
              <span className="muted">{t(studyWords.decision)}</span>
              <Tag tone={tones[pain.decision]}>{t(decisionWords[pain.decision])}</Tag>
              {pain.action && <span>{pain.action}</span>}
            </p>
            {pain.mentions.some((one) => one.quote) && (
              <ul className="pain-quotes">
                {pain.mentions
                  .filter((one) => one.quote)
                  .slice(0, 3)
                  .map((one) => (
                    <li key={one.interviewId}>
                      <q>{one.quote}</q> <span className="small muted">{one.nickname}</span>
                    </li>
                  ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
      {editing && (
        <PainDialog
          studyId={study.id}
          pain={editing === 'new' ? undefined : editing}
          close={() => setEditing(undefined)}
        />
      )}
    </>
  )
}

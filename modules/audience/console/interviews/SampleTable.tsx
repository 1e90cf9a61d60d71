import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Modal, Select } from 'antd'
import { useState } from 'react'
import { ActionMenu } from '#ui/console/action/ActionButton.tsx'
import { colleaguesQuery } from '#ui/console/colleagues.ts'
import { useUrlState } from '#ui/console/list/useUrlState.ts'
import { MemberPick } from '#ui/console/MemberPick.tsx'
import { Person } from '#ui/console/Person.tsx'
import { asProblem } from '#ui/console/problem.ts'
import { Empty, Failed, SkeletonRows } from '#ui/console/states.tsx'
import { words } from '#ui/console/words.ts'
import { Icon } from '#ui/icon/Icon.tsx'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import {
  addToSample,
  changeInterview,
  drawSample,
  dropInterview,
  type Interview,
  interviewsQuery,
  type Study,
  states,
} from './studies.queries.ts'
import { studyWords } from './studies.words.ts'
import { TalkDrawer } from './TalkDrawer.tsx'

/** The sample: who, how it stands, whose it is; a row opens the talk. */
export function SampleTable({ study }: { study: Study }) {
  const t = useT()
  const client = useQueryClient()
  const { message } = App.useApp()
  const [url, setUrl] = useUrlState()
  const [adding, setAdding] = useState<string[]>()
  const query = useQuery(interviewsQuery(study.id))
  const colleagues = useQuery(colleaguesQuery)
  const may = study.can.edit && study.closedAt === null
  const act = async (work: Promise<unknown>) => {
    try {
      await work
    } catch (error) {
      message.error(asProblem(error).message)
    }
    client.invalidateQueries({ queryKey: ['studies'] })
  }
  const draw = async () => {
    // Another draw takes other people; the sample that is there stays.
    const { added } = await drawSample(study.id, (query.data?.items.length ?? 0) + 1)
    message[added > 0 ? 'success' : 'info'](
      added > 0 ? t(studyWords.drawn, { count: added }) : t(studyWords.nobodyLeft),
    )
  }
  if (query.isPending) return <SkeletonRows rows={6} />
  if (query.isError) return <Failed error={query.error} retry={() => query.refetch()} />
  const interviews = query.data.items
  const wanted =
    study.method === 'random' ? study.target : study.quotas.reduce((sum, one) => sum + one.wanted, 0)
  const open = interviews.find((one) => one.id === url.interview)
  const button = may && (
    <span className="study-buttons">
      <Button onClick={() => setAdding([])}>{t(studyWords.byHand)}</Button>
      {study.chosen < wanted && (
        <Button type={interviews.length === 0 ? 'primary' : 'default'} onClick={() => act(draw())}>
          {t(interviews.length === 0 ? studyWords.draw : studyWords.drawMore)}
        </Button>
      )}
    </span>
  )
  return (
    <>
      {interviews.length > 0 && button && <div className="study-bar">{button}</div>}
      <div className="card flush">
        {interviews.length === 0 ? (
          <Empty
            icon="members"
            title={t(studyWords.noSample)}
            hint={t(studyWords.noSampleHint)}
            action={button}
          />
        ) : (
          <ul className="sample-list">
            {interviews.map((one) => (
              <Row
                key={one.id}
                one={one}
                may={may}
                colleagues={colleagues.data?.items ?? []}
                open={() => setUrl({ interview: one.id })}
                change={(change) => act(changeInterview(one.id, change))}
                drop={() => act(dropInterview(one.id))}
              />
            ))}
          </ul>
        )}
      </div>
      {adding && (
        <Modal
          open
          title={t(studyWords.byHand)}
          okText={t(studyWords.byHand)}
          okButtonProps={{ disabled: adding.length === 0 }}
          cancelText={t(words.cancel)}
          onCancel={() => setAdding(undefined)}
          onOk={async () => {
            await act(addToSample(study.id, adding))
            setAdding(undefined)
          }}
        >
          <MemberPick value={adding} onChange={setAdding} />
        </Modal>
      )}
      {open && <TalkDrawer study={study} interview={open} close={() => setUrl({ interview: '' })} />}
    </>
  )
}

interface RowProps {
  readonly one: Interview
  readonly may: boolean
  readonly colleagues: readonly { readonly id: string; readonly name: string }[]
  readonly open: () => void
  readonly change: (change: Parameters<typeof changeInterview>[1]) => void
  readonly drop: () => void
}

function Row({ one, may, colleagues, open, change, drop }: RowProps) {
  const t = useT()
  const format = useFormat()
  const at = (day: string) => format.date(`${day}T12:00:00Z`)
  return (
    <li>
      <Person
        id={one.member.id}
        memberId={one.member.id}
        name={one.member.nickname}
        url={one.member.avatarUrl}
        note={[one.quota, one.member.city].filter(Boolean).join(' · ')}
        size={32}
      />
      <Select
        size="small"
        className={`sample-state is-${one.state}`}
        aria-label={`${t(studyWords.state)}: ${one.member.nickname}`}
        value={one.state}
        disabled={!may}
        onChange={(state) => change({ state })}
        options={states.map((value) => ({ value, label: t(studyWords[value]) }))}
      />
      <Select
        size="small"
        allowClear
        aria-label={`${t(studyWords.interviewer)}: ${one.member.nickname}`}
        placeholder={t(studyWords.nobody)}
        disabled={!may}
        value={one.interviewer?.id}
        onChange={(id?: string) => change({ interviewerId: id ?? null })}
        options={(one.interviewer && !colleagues.some(({ id }) => id === one.interviewer?.id)
          ? [one.interviewer, ...colleagues]
          : colleagues
        ).map(({ id, name }) => ({ value: id, label: name }))}
      />
      <span className="small muted sample-when">
        {one.heldOn
          ? t(studyWords.heldOn, { day: at(one.heldOn) })
          : one.dueOn && t(studyWords.dueOn, { day: at(one.dueOn) })}
        {one.pains > 0 && ` · ${t(studyWords.noted, { count: one.pains })}`}
      </span>
      <Button size="small" icon={<Icon name="note" size={15} />} onClick={open}>
        {t(studyWords.answers)}
      </Button>
      {may && one.state !== 'held' ? (
        <ActionMenu
          label={one.member.nickname}
          thing={one}
          actions={[
            {
              name: studyWords.drop1,
              danger: true,
              run: drop,
              confirm: ({ member }) => ({
                title: studyWords.dropTitle,
                values: { name: member.nickname },
                verb: studyWords.drop1,
              }),
            },
          ]}
        />
      ) : (
        <span />
      )}
    </li>
  )
}

import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Form, Input, InputNumber, Modal, Select } from 'antd'
import { useState } from 'react'
import { api } from '#ui/api.ts'
import { ActionMenu } from '#ui/console/action/ActionButton.tsx'
import type { Action } from '#ui/console/action/action.ts'
import { AskForm, useRules } from '#ui/console/form.tsx'
import { Card, Page, Tag, type Tone } from '#ui/console/Page.tsx'
import { Person } from '#ui/console/Person.tsx'
import { take } from '#ui/console/problem.ts'
import { Empty, Failed, SkeletonPage } from '#ui/console/states.tsx'
import { words } from '#ui/console/words.ts'
import { Icon } from '#ui/icon/Icon.tsx'
import { useFormat, useReading, useT } from '#ui/locale/locale.tsx'
import { type Training, type Trainings, trainingsQuery } from './meetings.queries.ts'
import { departmentsQuery } from './tasks.queries.ts'
import { trainingWords } from './training.words.ts'
import './tasks.css'
import './training.css'

const skills = ['content', 'events', 'data', 'service', 'other'] as const
const tones: Record<(typeof skills)[number], Tone> = {
  content: 'pine',
  events: 'plum',
  data: 'sky',
  service: 'wheat',
  other: 'plain',
}

/** What the team has learned, and where the gaps are. */
export default function TrainingScreen() {
  const t = useT()
  const query = useInfiniteQuery(trainingsQuery)
  const [noting, setNoting] = useState(false)
  const client = useQueryClient()
  if (query.isPending) return <SkeletonPage />
  const [first] = query.data?.pages ?? []
  if (!first) return <Failed page error={query.error} retry={() => query.refetch()} />
  const trainings = query.data?.pages.flatMap((page) => page.items) ?? []
  const add = first.can.manage && (
    <Button type="primary" icon={<Icon name="plus" size={16} />} onClick={() => setNoting(true)}>
      {t(trainingWords.note)}
    </Button>
  )
  return (
    <Page title={t(trainingWords.title)} lead={t(trainingWords.lead)} actions={add}>
      {first.coverage && first.coverage.length > 0 && <Coverage coverage={first.coverage} />}
      <Card title={t(trainingWords.log)}>
        {trainings.length === 0 ? (
          <Empty icon="star" title={t(trainingWords.empty)} hint={t(trainingWords.emptyHint)} action={add} />
        ) : (
          <ul className="trainings">
            {trainings.map((training) => (
              <TrainingRow key={training.id} training={training} manage={first.can.manage} />
            ))}
          </ul>
        )}
        {query.hasNextPage && (
          <Button loading={query.isFetchingNextPage} onClick={() => query.fetchNextPage()}>
            {t(trainingWords.more)}
          </Button>
        )}
      </Card>
      {noting && (
        <NoteDialog
          close={(noted) => {
            setNoting(false)
            if (noted) client.invalidateQueries({ queryKey: ['trainings'] })
          }}
        />
      )}
    </Page>
  )
}

function Coverage({ coverage }: { coverage: NonNullable<Trainings['coverage']> }) {
  const t = useT()
  const format = useFormat()
  return (
    <Card title={t(trainingWords.coverage)} note={t(trainingWords.coverageNote)} flush className="coverage">
      <section
        className="coverage-scroll"
        aria-label={t(trainingWords.coverage)}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable from the keyboard
        tabIndex={0}
      >
        <table>
          <thead>
            <tr>
              <th>{t(trainingWords.person)}</th>
              {skills.map((skill) => (
                <th key={skill}>{t(trainingWords[skill])}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {coverage.map((each) => (
              <tr key={each.id}>
                <td>
                  <Person id={each.id} name={each.name} size={24} />
                </td>
                {skills.map((skill) => {
                  const day = each.last[skill]
                  return (
                    <td key={skill} className={day ? 'known' : 'missing'}>
                      {day ? (
                        format.date(`${day}T12:00:00Z`)
                      ) : (
                        <span className="sr-only">{t(trainingWords.missing)}</span>
                      )}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Card>
  )
}

function TrainingRow({ training, manage }: { training: Training; manage: boolean }) {
  const t = useT()
  const format = useFormat()
  const client = useQueryClient()
  const remove: Action<Training> = {
    name: trainingWords.remove,
    icon: 'trash',
    danger: true,
    done: trainingWords.removed,
    confirm: ({ topic }) => ({
      title: trainingWords.removeTitle,
      values: { topic },
      verb: trainingWords.remove,
    }),
    run: async ({ id }) => {
      await take(api.DELETE('/api/trainings/{id}', { params: { path: { id } } }))
      await client.invalidateQueries({ queryKey: ['trainings'] })
    },
  }
  const facts = [
    format.date(`${training.heldOn}T12:00:00Z`),
    t(trainingWords.lasted, { minutes: training.minutes }),
    training.trainer,
  ].filter(Boolean)
  return (
    <li>
      <Tag tone={tones[training.skill]}>{t(trainingWords[training.skill])}</Tag>
      <div>
        <b>{training.topic}</b>
        <p className="muted small">{facts.join(' · ')}</p>
        {training.notes && <p className="small training-notes">{training.notes}</p>}
      </div>
      <span className="muted small">{training.attendees.map(({ name }) => name).join('、')}</span>
      {manage && <ActionMenu actions={[remove]} thing={training} label={training.topic} />}
    </li>
  )
}

interface Values {
  readonly topic: string
  readonly skill: (typeof skills)[number]
  readonly heldOn: string
  readonly minutes: number
  readonly trainer?: string
  readonly notes?: string
  readonly attendees?: string[]
}

function NoteDialog({ close }: { close: (noted: boolean) => void }) {
  const t = useT()
  const rules = useRules()
  const format = useFormat()
  const { message } = App.useApp()
  const { now } = useReading()
  const colleagues = useQuery(departmentsQuery).data?.colleagues ?? []
  return (
    <Modal open title={t(trainingWords.note)} footer={null} onCancel={() => close(false)}>
      <AskForm<Values>
        initial={{ skill: 'content', heldOn: format.dayKey(now()), minutes: 60 }}
        submit={async (body) => {
          await take(api.POST('/api/trainings', { body }))
          message.success(t(trainingWords.noted))
          close(true)
        }}
        verb={t(words.save)}
        beside={<Button onClick={() => close(false)}>{t(words.cancel)}</Button>}
      >
        <Form.Item name="topic" label={t(trainingWords.topic)} rules={[rules.needed(trainingWords.topic)]}>
          <Input maxLength={80} autoFocus />
        </Form.Item>
        <Form.Item name="skill" label={t(trainingWords.skill)}>
          <Select options={skills.map((skill) => ({ value: skill, label: t(trainingWords[skill]) }))} />
        </Form.Item>
        <div className="form-pair">
          <Form.Item
            name="heldOn"
            label={t(trainingWords.heldOn)}
            rules={[rules.needed(trainingWords.heldOn)]}
          >
            <Input type="date" />
          </Form.Item>
          <Form.Item name="minutes" label={t(trainingWords.minutes)}>
            <InputNumber min={5} max={1_440} step={15} />
          </Form.Item>
        </div>
        <Form.Item name="trainer" label={t(trainingWords.trainer)}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="attendees" label={t(trainingWords.attendees)}>
          <Select
            mode="multiple"
            showSearch={{ optionFilterProp: 'label' }}
            options={colleagues.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Form.Item>
        <Form.Item name="notes" label={t(trainingWords.notes)}>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={2_000} />
        </Form.Item>
      </AskForm>
    </Modal>
  )
}

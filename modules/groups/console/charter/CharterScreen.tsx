import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { App, Button, Form, Input } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { api } from '#ui/api.ts'
import { AskForm } from '#ui/console/form.tsx'
import { useUrlState } from '#ui/console/list/useUrlState.ts'
import { Card, Page } from '#ui/console/Page.tsx'
import { asProblem, take } from '#ui/console/problem.ts'
import { Icon } from '#ui/icon/Icon.tsx'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { FaceFields } from '../entry/SettingsScreen.tsx'
import { type Charter, type CharterAnswers, charterQuery, type GroupChange } from '../group.queries.ts'
import { groupWords } from '../group.words.ts'
import { type Step, steps, charterWords as words } from './charter.words.ts'
import { Fields } from './Fields.tsx'
import { Verdict } from './Verdict.tsx'
import '../groups.css'
import './charter.css'

/** The wizard: six steps that save themselves, with what they amount to beside them. */
export default function CharterScreen() {
  const { id } = useParams({ strict: false }) as { id: string }
  const charter = useSuspenseQuery(charterQuery(id)).data
  return <Wizard key={charter.id} charter={charter} />
}

function Wizard({ charter }: { charter: Charter }) {
  const t = useT()
  const format = useFormat()
  const [url, setUrl] = useUrlState()
  const [form] = Form.useForm<CharterAnswers>()
  const { latest, failure, change } = useAutosave(charter)
  const every: readonly Step[] = charter.can.found ? [...steps, 'create'] : steps
  const step = every.find((each) => each === url.step) ?? every[0] ?? 'problem'
  const at = every.indexOf(step)
  const go = (to: Step | undefined) => setUrl({ step: to })
  const done = new Set<string>(
    latest.verdict.steps.filter((one) => one.missing.length === 0).map((one) => one.step),
  )
  return (
    <Page
      above={
        <nav className="crumbs">
          <Link to="/groups/charters">{t(groupWords.navCharters)}</Link>
          <Icon name="right" size={14} />
          <span>{latest.title}</span>
        </nav>
      }
      title={latest.groupName ?? latest.title}
      lead={
        failure ? (
          <span className="bad">{t(words.conflict, { reason: failure })}</span>
        ) : (
          t(words.changed, { name: latest.updatedBy, when: format.ago(latest.updatedAt) })
        )
      }
    >
      <div className="wizard">
        <nav className="wizard-steps" aria-label={t(groupWords.navCharters)}>
          {every.map((each, place) => (
            <button
              key={each}
              type="button"
              aria-current={each === step ? 'step' : undefined}
              className={`wizard-step ${each === step ? 'on' : ''} ${done.has(each) ? 'done' : ''}`}
              onClick={() => go(each)}
            >
              <i>{done.has(each) ? <Icon name="check" size={14} /> : place + 1}</i>
              {t(words[each])}
            </button>
          ))}
        </nav>
        <Card title={t(words[step])}>
          {step === 'create' ? (
            <Found charter={latest} />
          ) : (
            <Form<CharterAnswers>
              form={form}
              layout="vertical"
              requiredMark={false}
              disabled={!charter.can.edit}
              initialValues={latest.answers}
              preserve
              onValuesChange={() => change(form.getFieldsValue(true) as CharterAnswers)}
            >
              <Fields step={step} verdict={latest.verdict} />
            </Form>
          )}
          <div className="form-foot">
            {at > 0 && <Button onClick={() => go(every[at - 1])}>{t(words.prev)}</Button>}
            {at < every.length - 1 && (
              <Button type="primary" onClick={() => go(every[at + 1])}>
                {t(words.next)}
              </Button>
            )}
          </div>
        </Card>
        <Verdict charter={latest} />
      </div>
    </Page>
  )
}

/** Saves a little after the last change; one save at a time, each over the revision that the one before made. */
function useAutosave(charter: Charter) {
  const client = useQueryClient()
  const [latest, setLatest] = useState(charter)
  const [failure, setFailure] = useState<string>()
  const waiting = useRef<CharterAnswers>(undefined)
  const revision = useRef(charter.revision)
  const running = useRef(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  const save = async () => {
    if (running.current || !waiting.current) return
    running.current = true
    const answers = waiting.current
    waiting.current = undefined
    try {
      const saved = await take<Charter>(
        api.PATCH('/api/group-charters/{id}', {
          params: { path: { id: charter.id } },
          body: { revision: revision.current, answers },
        }),
      )
      revision.current = saved.revision
      setLatest(saved)
      setFailure(undefined)
      client.setQueryData(charterQuery(charter.id).queryKey, saved)
    } catch (error) {
      setFailure(asProblem(error).message)
    } finally {
      running.current = false
    }
    if (waiting.current) await save()
  }
  const change = (answers: CharterAnswers) => {
    waiting.current = answers
    clearTimeout(timer.current)
    timer.current = setTimeout(save, 700)
  }
  return { latest, failure, change }
}

/** The last step: the face of the group; a reason when something is still open. */
function Found({ charter }: { charter: Charter }) {
  const t = useT()
  const { message } = App.useApp()
  const client = useQueryClient()
  const navigate = useNavigate()
  const { answers, verdict } = charter
  return (
    <>
      <p className="lead-text">{t(words.createLead)}</p>
      <AskForm<GroupChange & { despite?: string }>
        initial={{
          name: charter.title.slice(0, 30),
          summary: answers.position.value,
          kind: 'interest',
          visibility: 'public',
          capacity: answers.service.members,
        }}
        verb={t(words.create)}
        submit={async ({ name, kind, ...values }) => {
          const { groupId } = await take<{ groupId: string; slug: string }>(
            api.POST('/api/group-charters/{id}/group', {
              params: { path: { id: charter.id } },
              body: { ...given(values), name: name ?? charter.title, kind: kind ?? 'interest' },
            }),
          )
          await publishFirstRules(groupId, answers)
          message.success(t(words.created))
          await client.invalidateQueries({ queryKey: ['groups'] })
          await client.invalidateQueries({ queryKey: ['group-charters'] })
          await navigate({ to: '/groups/$id/admission', params: { id: groupId } })
        }}
      >
        <FaceFields />
        {!verdict.ready && (
          <Form.Item
            name="despite"
            label={t(words.despite)}
            rules={[{ required: true, whitespace: true, message: t(groupWords.reasonNeeded) }]}
          >
            <Input maxLength={300} />
          </Form.Item>
        )}
      </AskForm>
    </>
  )
}

/** What was filled in; the server chooses the rest. */
const given = <T extends object>(values: T): Partial<T> =>
  Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined && value !== null && value !== ''),
  ) as Partial<T>

async function publishFirstRules(id: string, { rules }: CharterAnswers): Promise<void> {
  const { theme, service, forbidden, rewarded } = rules
  if (!theme || !service || !forbidden || !rewarded) return
  const part = (text: string) => text.slice(0, 300)
  await take(
    api.POST('/api/groups/{id}/rules', {
      params: { path: { id } },
      body: {
        theme: part(theme),
        service: part(service),
        forbidden: part(forbidden),
        rewarded: part(rewarded),
        consentAgain: false,
      },
    }),
  )
}

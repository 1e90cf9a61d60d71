import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Checkbox, Drawer, Form, Input } from 'antd'
import { AskForm } from '#ui/console/form.tsx'
import { asProblem } from '#ui/console/problem.ts'
import { useT } from '#ui/locale/locale.tsx'
import {
  changeInterview,
  type Interview,
  noteMention,
  type PainPoint,
  painPointsQuery,
  removeMention,
  type Study,
} from './studies.queries.ts'
import { studyWords } from './studies.words.ts'

interface Values {
  readonly answers?: readonly string[]
  readonly summary?: string
  readonly dueOn?: string
}

/** One talk: the guide with room for each answer, the pains that came up, and a summary. */
export function TalkDrawer({
  study,
  interview,
  close,
}: {
  study: Study
  interview: Interview
  close: () => void
}) {
  const t = useT()
  const client = useQueryClient()
  const { message } = App.useApp()
  const [form] = Form.useForm<Values>()
  const pains = useQuery(painPointsQuery(study.id)).data?.items ?? []
  const save = async ({ answers, summary, dueOn }: Values, held: boolean) => {
    await changeInterview(interview.id, {
      answers: study.guide.map((_, at) => answers?.[at] ?? ''),
      summary: summary ?? '',
      ...(held ? { state: 'held' as const } : { dueOn: dueOn || null }),
    })
    message.success(t(studyWords.saved))
    client.invalidateQueries({ queryKey: ['studies'] })
    if (held) close()
  }
  return (
    <Drawer open size={640} onClose={close} title={t(studyWords.talk, { name: interview.member.nickname })}>
      <AskForm<Values>
        form={form}
        disabled={!interview.can.edit}
        verb={t(studyWords.save)}
        submit={(values) => save(values, false)}
        initial={{
          answers: [...interview.answers],
          summary: interview.summary,
          ...(interview.dueOn ? { dueOn: interview.dueOn } : {}),
        }}
        beside={
          interview.can.edit &&
          interview.state !== 'held' && (
            <Button
              onClick={() =>
                save(form.getFieldsValue(), true).catch((error) => message.error(asProblem(error).message))
              }
            >
              {t(studyWords.finish)}
            </Button>
          )
        }
      >
        {interview.state !== 'held' && (
          <Form.Item name="dueOn" label={t(studyWords.due)}>
            <Input type="date" className="talk-day" />
          </Form.Item>
        )}
        {study.guide.map((question, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an answer belongs to its place in the guide
          <Form.Item key={at} name={['answers', at]} label={`${at + 1}. ${question}`}>
            <Input.TextArea autoSize={{ minRows: 1, maxRows: 10 }} maxLength={4_000} />
          </Form.Item>
        ))}
        {pains.length > 0 && (
          <fieldset className="talk-pains">
            <legend>{t(studyWords.saidThese)}</legend>
            {pains.map((pain) => (
              <Mention key={pain.id} pain={pain} interview={interview} />
            ))}
          </fieldset>
        )}
        <Form.Item name="summary" label={t(studyWords.summary)}>
          <Input.TextArea
            autoSize={{ minRows: 3, maxRows: 10 }}
            maxLength={4_000}
            placeholder={t(studyWords.summaryHint)}
          />
        </Form.Item>
      </AskForm>
    </Drawer>
  )
}

/** Whether this member said it, and in which words. */
function Mention({ pain, interview }: { pain: PainPoint; interview: Interview }) {
  const t = useT()
  const client = useQueryClient()
  const { message } = App.useApp()
  const mine = pain.mentions.find((one) => one.interviewId === interview.id)
  const act = async (work: Promise<unknown>) => {
    try {
      await work
    } catch (error) {
      message.error(asProblem(error).message)
    }
    client.invalidateQueries({ queryKey: ['studies'] })
  }
  return (
    <div className="talk-pain">
      <Checkbox
        checked={mine !== undefined}
        disabled={!interview.can.edit}
        onChange={(event) =>
          act(
            event.target.checked
              ? noteMention(pain.id, interview.id, '')
              : removeMention(pain.id, interview.id),
          )
        }
      >
        {pain.title}
      </Checkbox>
      {mine && (
        <Input
          key={mine.quote}
          size="small"
          aria-label={`${t(studyWords.quote)}: ${pain.title}`}
          placeholder={t(studyWords.quote)}
          maxLength={500}
          defaultValue={mine.quote}
          disabled={!interview.can.edit}
          onBlur={(event) => {
            const quote = event.target.value.trim()
            if (quote !== mine.quote) act(noteMention(pain.id, interview.id, quote))
          }}
        />
      )}
    </div>
  )
}

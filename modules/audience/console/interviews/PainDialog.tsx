import { useQueryClient } from '@tanstack/react-query'
import { Form, Input, Modal, Segmented } from 'antd'
import { AskForm, useRules } from '#ui/console/form.tsx'
import { useT } from '#ui/locale/locale.tsx'
import { changePain, notePain, type PainPoint, type PainWords } from './studies.queries.ts'
import { studyWords } from './studies.words.ts'

/** Notes a pain point, or changes its tests and what is decided. */
export function PainDialog({
  studyId,
  pain,
  close,
}: {
  studyId: string
  pain: PainPoint | undefined
  close: () => void
}) {
  const t = useT()
  const { needed } = useRules()
  const client = useQueryClient()
  const save = async (words: PainWords) => {
    if (pain) await changePain(pain.id, words)
    else await notePain(studyId, words)
    client.invalidateQueries({ queryKey: ['studies'] })
    close()
  }
  const answers = (['yes', 'no', 'unknown'] as const).map((value) => ({ value, label: t(studyWords[value]) }))
  return (
    <Modal
      open
      footer={null}
      title={t(pain ? studyWords.edit : studyWords.notePain)}
      onCancel={close}
      destroyOnHidden
    >
      <AskForm<PainWords>
        submit={save}
        verb={t(studyWords.save)}
        initial={
          pain ?? {
            title: '',
            headache: 'unknown',
            willing: 'unknown',
            alternatives: 'unknown',
            reassured: 'unknown',
            note: '',
            decision: 'open',
            action: '',
          }
        }
      >
        <Form.Item name="title" label={t(studyWords.painTitle)} rules={[needed(studyWords.painTitle)]}>
          <Input maxLength={120} placeholder={t(studyWords.painTitleHint)} />
        </Form.Item>
        {(['headache', 'willing', 'alternatives', 'reassured'] as const).map((test) => (
          <Form.Item
            key={test}
            name={test}
            label={t(studyWords[test])}
            layout="horizontal"
            className="pain-test"
          >
            <Segmented options={answers} />
          </Form.Item>
        ))}
        <Form.Item name="decision" label={t(studyWords.decision)}>
          <Segmented
            block
            options={[
              { value: 'open', label: t(studyWords.undecided) },
              { value: 'solve', label: t(studyWords.solve) },
              { value: 'test', label: t(studyWords.test) },
              { value: 'drop', label: t(studyWords.drop) },
            ]}
          />
        </Form.Item>
        <Form.Item name="action" label={t(studyWords.action)}>
          <Input.TextArea
            autoSize={{ minRows: 2, maxRows: 6 }}
            maxLength={1_000}
            placeholder={t(studyWords.actionHint)}
          />
        </Form.Item>
      </AskForm>
    </Modal>
  )
}

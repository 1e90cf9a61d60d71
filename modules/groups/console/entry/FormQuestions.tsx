import { Button, Checkbox, Input, Select } from 'antd'
import { Icon } from '#ui/icon/Icon.tsx'
import { useT } from '#ui/locale/locale.tsx'
import type { Step } from '../group.queries.ts'
import { groupWords } from '../group.words.ts'
import { entryWords as words } from './entry.words.ts'
import { Options, unusedId } from './Options.tsx'

type Question = Extract<Step, { kind: 'form' }>['settings']['questions'][number]

const types = {
  text: words.tText,
  long: words.tLong,
  number: words.tNumber,
  choice: words.tChoice,
  choices: words.tChoices,
} as const

/** What an applicant is asked. */
export function FormQuestions({
  questions,
  change,
}: {
  questions: Question[]
  change: (questions: Question[]) => void
}) {
  const t = useT()
  const put = (place: number, part: Partial<Question>) =>
    change(questions.map((question, at) => (at === place ? { ...question, ...part } : question)))
  return (
    <>
      {questions.map((question, place) => (
        <div key={question.id} className="sub-card">
          <div className="option-row">
            <Input
              maxLength={60}
              aria-label={`${t(words.question)} ${place + 1}`}
              placeholder={t(words.question)}
              value={question.label}
              onChange={(event) => put(place, { label: event.target.value })}
            />
            <Select
              aria-label={t(words.answerType)}
              value={question.type}
              options={Object.entries(types).map(([value, label]) => ({ value, label: t(label) }))}
              onChange={(type: Question['type']) =>
                put(place, {
                  type,
                  options: type.startsWith('choice')
                    ? question.options.length >= 2
                      ? question.options
                      : [
                          { id: 'a', text: '' },
                          { id: 'b', text: '' },
                        ]
                    : [],
                })
              }
            />
            <Button
              type="text"
              disabled={questions.length === 1}
              aria-label={`${t(groupWords.remove)} ${place + 1}`}
              icon={<Icon name="close" size={14} />}
              onClick={() => change(questions.filter((each) => each.id !== question.id))}
            />
          </div>
          <div className="option-row">
            <Input
              maxLength={120}
              size="small"
              aria-label={`${t(words.hint)} ${place + 1}`}
              placeholder={t(words.hint)}
              value={question.hint}
              onChange={(event) => put(place, { hint: event.target.value })}
            />
            <Checkbox
              checked={question.required}
              onChange={(event) => put(place, { required: event.target.checked })}
            >
              {t(words.required)}
            </Checkbox>
          </div>
          {question.type.startsWith('choice') && (
            <Options options={question.options} change={(options) => put(place, { options })} most={20} />
          )}
        </div>
      ))}
      {questions.length < 20 && (
        <Button
          type="link"
          icon={<Icon name="plus" size={16} />}
          onClick={() =>
            change([
              ...questions,
              {
                id: unusedId('q', questions),
                label: '',
                hint: '',
                type: 'text',
                required: true,
                options: [],
              },
            ])
          }
        >
          {t(words.addQuestion)}
        </Button>
      )}
    </>
  )
}

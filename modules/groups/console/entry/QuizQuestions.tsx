import { Button, Checkbox, Input, InputNumber, Select } from 'antd'
import { Icon } from '#ui/icon/Icon.tsx'
import { useT } from '#ui/locale/locale.tsx'
import type { Step } from '../group.queries.ts'
import { groupWords } from '../group.words.ts'
import { entryWords as words } from './entry.words.ts'
import { Options, unusedId } from './Options.tsx'

type Question = Extract<Step, { kind: 'quiz' }>['settings']['questions'][number]

const types = { one: words.qOne, many: words.qMany, word: words.qWord } as const
const twoOptions = [
  { id: 'a', text: '' },
  { id: 'b', text: '' },
]

/** Questions with their right answers, which only the team sees. */
export function QuizQuestions({
  questions,
  change,
}: {
  questions: Question[]
  change: (questions: Question[]) => void
}) {
  const t = useT()
  const put = (place: number, part: Partial<Question>) =>
    change(questions.map((question, at) => (at === place ? { ...question, ...part } : question)))
  const retype = (place: number, type: Question['type'], question: Question) => {
    const options = type === 'word' ? [] : question.options.length >= 2 ? question.options : twoOptions
    const offered = question.right.filter((right) => options.some((option) => option.id === right))
    const right = type === 'word' ? [] : type === 'one' ? [offered[0] ?? options[0]?.id ?? 'a'] : offered
    put(place, { type, options, right })
  }
  const mark = (place: number, question: Question, optionId: string, right: boolean) =>
    put(place, {
      right:
        question.type === 'one'
          ? [optionId]
          : right
            ? [...question.right, optionId]
            : question.right.filter((each) => each !== optionId),
    })
  return (
    <>
      {questions.map((question, place) => (
        <div key={question.id} className="sub-card">
          <div className="option-row">
            <span className="step-no">{place + 1}</span>
            <Input
              maxLength={200}
              aria-label={`${t(words.question)} ${place + 1}`}
              placeholder={t(words.question)}
              value={question.text}
              onChange={(event) => put(place, { text: event.target.value })}
            />
            <Select
              aria-label={t(words.answerType)}
              value={question.type}
              options={Object.entries(types).map(([value, label]) => ({ value, label: t(label) }))}
              onChange={(type: Question['type']) => retype(place, type, question)}
            />
            <Button
              type="text"
              disabled={questions.length === 1}
              aria-label={`${t(groupWords.remove)} ${place + 1}`}
              icon={<Icon name="close" size={14} />}
              onClick={() => change(questions.filter((each) => each.id !== question.id))}
            />
          </div>
          {question.type === 'word' ? (
            <div className="option-row">
              <Select
                mode="tags"
                className="grow"
                open={false}
                suffixIcon={null}
                aria-label={t(words.rightWords)}
                placeholder={t(words.rightWords)}
                value={question.right}
                onChange={(right: string[]) => put(place, { right })}
              />
            </div>
          ) : (
            <Options
              options={question.options}
              most={8}
              change={(options) =>
                put(place, {
                  options,
                  right: question.right.filter((right) => options.some((option) => option.id === right)),
                })
              }
              mark={(option) => (
                <Checkbox
                  aria-label={`${t(words.right)} ${option.text}`}
                  checked={question.right.includes(option.id)}
                  onChange={(event) => mark(place, question, option.id, event.target.checked)}
                />
              )}
            />
          )}
          <div className="option-row">
            <Input
              maxLength={200}
              size="small"
              aria-label={`${t(words.why)} ${place + 1}`}
              placeholder={t(words.why)}
              value={question.why}
              onChange={(event) => put(place, { why: event.target.value })}
            />
            <InputNumber
              size="small"
              min={1}
              max={100}
              aria-label={t(words.points)}
              prefix={t(words.points)}
              value={question.points}
              onChange={(points) => put(place, { points: points ?? 1 })}
            />
          </div>
        </div>
      ))}
      {questions.length < 50 && (
        <Button
          type="link"
          icon={<Icon name="plus" size={16} />}
          onClick={() =>
            change([
              ...questions,
              {
                id: unusedId('q', questions),
                text: '',
                type: 'one',
                options: twoOptions,
                right: ['a'],
                points: 1,
                why: '',
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

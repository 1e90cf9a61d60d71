/** The questions of a form or a quiz as inputs, and their answers out of the form's data. */
import { useT } from '#ui/locale/locale.tsx'
import { Field, TextField } from '#ui/member/Field.tsx'
import { useFieldProblem } from '#ui/member/Form.tsx'
import { form } from '#ui/member/form.messages.ts'
import type { Step } from './groups.queries.ts'
import { joinWords as words } from './join.words.ts'

export type Question = NonNullable<Step['form']>[number]

export function Questions({ questions, given }: { questions: readonly Question[]; given: Step['given'] }) {
  return questions.map((question) => (
    <One key={question.id} question={question} given={given?.[question.id]} />
  ))
}

function One({ question, given }: { question: Question; given: string | number | string[] | undefined }) {
  const { id, label, hint, required, type } = question
  const common = { label, name: id, required, ...(hint ? { hint } : {}) }
  const text = typeof given === 'object' ? given.join(' ') : given
  switch (type) {
    case 'choice':
    case 'choices':
      return (
        <Options
          question={question}
          given={typeof given === 'object' ? given : given ? [String(given)] : []}
        />
      )
    case 'long':
      return <TextField {...common} defaultValue={text} maxLength={1000} />
    case 'number':
      return <Field {...common} defaultValue={text} inputMode="decimal" maxLength={12} />
    default:
      return <Field {...common} defaultValue={text} maxLength={200} />
  }
}

function Options({ question, given }: { question: Question; given: readonly string[] }) {
  const t = useT()
  const problem = useFieldProblem(question.id)
  const many = question.type === 'choices'
  return (
    <fieldset>
      <legend className="pb-1 text-[14px] leading-5 font-medium">
        {question.label}
        {many ? <span className="ml-1.5 font-normal text-muted">{t(words.several)}</span> : null}
        {question.required ? null : <span className="ml-1.5 font-normal text-muted">{t(form.optional)}</span>}
      </legend>
      {question.hint ? <p className="text-[13px] leading-5 text-muted">{question.hint}</p> : null}
      <div className="grid gap-x-6 sm:grid-cols-2">
        {question.options.map((option) => (
          <label
            key={option.id}
            className="flex min-h-11 cursor-pointer items-center gap-3 text-[15px] leading-6"
          >
            <input
              type={many ? 'checkbox' : 'radio'}
              name={question.id}
              value={option.id}
              defaultChecked={given.includes(option.id)}
              required={question.required && !many}
              data-label={question.label}
              aria-invalid={problem ? true : undefined}
              className={many ? 'tick' : 'size-5 accent-pine'}
            />
            {option.text}
          </label>
        ))}
      </div>
      {problem ? <p className="mt-1 text-[14px] leading-5 text-bad-text">{problem}</p> : null}
    </fieldset>
  )
}

export const readAnswers = (
  data: FormData,
  questions: readonly Question[],
): Record<string, string | number | string[]> =>
  Object.fromEntries(
    questions.flatMap(({ id, type }) => {
      const values = data.getAll(id).map(String)
      if (values.length === 0) return []
      return [[id, type === 'choices' ? values : (values[0] ?? '')]]
    }),
  )

/** Forms that answer: validation in words, the server's field problems at their fields, one submit at a time. */
import { Alert, Button, Form, type FormInstance } from 'antd'
import { type ReactNode, useState } from 'react'
import type { Message } from '#base/i18n/messages.ts'
import { useT } from '#ui/locale/locale.tsx'
import { asProblem } from './problem.ts'
import { words } from './words.ts'

interface FormProps<V> {
  readonly form?: FormInstance<V>
  readonly initial?: Partial<V>
  /** Does it; a thrown problem is shown at its fields, or above the button. */
  readonly submit: (values: V) => Promise<unknown>
  readonly verb: ReactNode
  /** At the doors: a wide, tall button. */
  readonly block?: boolean
  readonly large?: boolean
  readonly beside?: ReactNode
  readonly disabled?: boolean
  readonly children: ReactNode
}

export function AskForm<V extends object>(props: FormProps<V>) {
  const [own] = Form.useForm<V>()
  const form = props.form ?? own
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string>()
  const submit = async (values: V) => {
    setBusy(true)
    setFailure(undefined)
    try {
      await props.submit(values)
    } catch (error) {
      const problem = asProblem(error)
      const atFields = problem.fields.filter(
        ({ path }) => form.getFieldInstance(fieldName(path)) !== undefined,
      )
      for (const { path, message } of atFields)
        form.setFields([
          { name: fieldName(path) as Parameters<typeof form.getFieldInstance>[0], errors: [message] },
        ])
      if (atFields.length < Math.max(problem.fields.length, 1))
        setFailure(
          [
            problem.message,
            ...problem.fields.filter((field) => !atFields.includes(field)).map((field) => field.message),
          ].join(' · '),
        )
    } finally {
      setBusy(false)
    }
  }
  return (
    <Form<V>
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={props.initial}
      onFinish={submit}
      disabled={props.disabled}
      scrollToFirstError
    >
      {props.children}
      {failure && <Alert type="error" showIcon title={failure} role="alert" className="form-failure" />}
      <div className="form-foot">
        <Button
          type="primary"
          htmlType="submit"
          loading={busy}
          block={props.block}
          size={props.block || props.large ? 'large' : 'middle'}
        >
          {props.verb}
        </Button>
        {props.beside}
      </div>
    </Form>
  )
}

/** `body.owner.name` of the API is the field `['owner', 'name']` of the form. */
const fieldName = (path: string): string[] => path.replace(/^body\./, '').split('.')

/** Rules with our words. */
export function useRules() {
  const t = useT()
  return {
    needed: (field: Message) => ({
      required: true,
      whitespace: true,
      message: t(words.required, { field: t(field) }),
    }),
    email: { type: 'email' as const, message: t(words.emailWrong) },
    password: { min: 8, message: t(words.passwordShort, { min: 8 }) },
  }
}

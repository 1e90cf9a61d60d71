import { useQueryClient } from '@tanstack/react-query'
import { api } from '#ui/api.ts'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { ask } from '#ui/member/ask.ts'
import { Card } from '#ui/member/Card.tsx'
import { Form } from '#ui/member/Form.tsx'
import { Submit } from '#ui/member/Submit.tsx'
import { useToast } from '#ui/member/Toast.tsx'
import { words } from './data.messages.ts'
import { type OwnField, ownFieldsQuery } from './data.queries.ts'
import { OwnFieldInput } from './OwnFieldInput.tsx'
import { readForm, showValue } from './own-values.ts'

/** Saves what the form says about these fields. */
export function useSaveFields(fields: readonly OwnField[]) {
  const t = useT()
  const tell = useToast()
  const client = useQueryClient()
  return async (data: FormData) => {
    const saved = await ask(
      api.PATCH('/api/member/fields', { body: { values: readForm(fields, data) as Record<string, string> } }),
    )
    client.setQueryData(ownFieldsQuery.queryKey, saved)
    tell(t(words.saved))
  }
}

/** Fields of one's own that one may fill in. */
export function OwnFieldsCard({ fields }: { readonly fields: readonly OwnField[] }) {
  const t = useT()
  const save = useSaveFields(fields)
  const some = fields.some((field) => field.necessary)
  return (
    <Card title={t(words.fields)}>
      <p className="mt-1 text-[14px] leading-[22px] text-muted">
        {t(some ? words.fieldsAboutSome : words.fieldsAbout)}
      </p>
      <Form className="grid gap-4 py-3" label={t(words.fields)} send={(_, data) => save(data)}>
        {fields.map((field) => (
          <OwnFieldInput key={field.key} field={field} />
        ))}
        <Submit>{t(words.save)}</Submit>
      </Form>
    </Card>
  )
}

/** What the team noted and shows: to be read, and corrected on request. */
export function NotedCard({ fields }: { readonly fields: readonly OwnField[] }) {
  const t = useT()
  const format = useFormat()
  return (
    <Card title={t(words.noted)}>
      <dl className="mt-2 divide-y divide-line-soft">
        {fields.map((field) => (
          <div
            key={field.key}
            className="flex flex-wrap justify-between gap-x-4 py-2.5 text-[15px] leading-6"
          >
            <dt className="text-muted">{field.label}</dt>
            <dd>{showValue(field, t, format) || t(words.unknown)}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-1 text-[13px] leading-5 text-muted">{t(words.notedAbout)}</p>
    </Card>
  )
}

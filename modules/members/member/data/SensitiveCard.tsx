import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '#ui/api.ts'
import { useT } from '#ui/locale/locale.tsx'
import { ask } from '#ui/member/ask.ts'
import { Card } from '#ui/member/Card.tsx'
import { Form } from '#ui/member/Form.tsx'
import { Submit } from '#ui/member/Submit.tsx'
import { useToast } from '#ui/member/Toast.tsx'
import { Toggle } from '#ui/member/Toggle.tsx'
import { words } from './data.messages.ts'
import { type OwnField, ownFieldsQuery } from './data.queries.ts'
import { OwnFieldInput } from './OwnFieldInput.tsx'
import { useSaveFields } from './OwnFieldsCard.tsx'

/** Sensitive fields behind a consent of their own: without it nothing is taken (PIPL 29). */
export function SensitiveCard({
  fields,
  agreed,
}: {
  readonly fields: readonly OwnField[]
  readonly agreed: boolean
}) {
  const t = useT()
  const tell = useToast()
  const client = useQueryClient()
  const save = useSaveFields(fields)
  const decide = useMutation({
    mutationFn: (granted: boolean) =>
      ask(
        api.PUT('/api/account/consents/{purpose}', {
          params: { path: { purpose: 'sensitive' } },
          body: { granted },
        } as never),
      ),
    onError: (error) => tell(error.message, 'bad'),
    onSettled: () => client.invalidateQueries({ queryKey: ownFieldsQuery.queryKey }),
  })
  const on = decide.isPending ? decide.variables : agreed
  return (
    <Card title={t(words.sensitive)}>
      <Toggle
        label={t(words.sensitiveAgree)}
        note={t(words.sensitiveNote)}
        on={on}
        busy={decide.isPending}
        change={(granted) => decide.mutate(granted)}
      />
      <Form className="grid gap-4 py-3" label={t(words.sensitive)} send={(_, data) => save(data)}>
        {fields.map((field) => (
          <OwnFieldInput key={field.key} field={field} disabled={!agreed} />
        ))}
        {agreed ? <Submit look="plain">{t(words.save)}</Submit> : null}
      </Form>
    </Card>
  )
}

import { useQueryClient } from '@tanstack/react-query'
import { App, Drawer, Form, Input, Radio } from 'antd'
import { ConditionField, isFinished } from '#ui/console/condition/ConditionField.tsx'
import { type Definition, everybody } from '#ui/console/condition/condition.ts'
import { AskForm, useRules } from '#ui/console/form.tsx'
import { useT } from '#ui/locale/locale.tsx'
import { changePersona, definePersona, type Persona, type PersonaWords, tones } from './personas.queries.ts'
import { personaWords } from './personas.words.ts'

interface Props {
  /** Left out: a new one. */
  readonly persona?: Persona
  /** Who a new one begins with. */
  readonly definition?: Definition | undefined
  readonly name?: string | undefined
  readonly close: (made?: Persona) => void
}

/** Defines a persona or changes one: a name, who it is, what they need, how we treat them. */
export function PersonaEditor({ persona, definition, name, close }: Props) {
  const t = useT()
  const { needed } = useRules()
  const client = useQueryClient()
  const { message } = App.useApp()
  const save = async (words: PersonaWords) => {
    const made = persona ? await changePersona(persona.id, words) : await definePersona(words)
    message.success(t(persona ? personaWords.saved : personaWords.defined))
    client.invalidateQueries({ queryKey: ['personas'] })
    close(made)
  }
  return (
    <Drawer
      open
      size={720}
      onClose={() => close()}
      title={t(persona ? personaWords.edit : personaWords.define)}
      destroyOnHidden
    >
      <AskForm<PersonaWords>
        submit={save}
        verb={t(personaWords.save)}
        initial={
          persona ?? {
            name: name ?? '',
            tagline: '',
            definition: definition ?? everybody,
            needs: '',
            approach: '',
            tone: 'pine',
          }
        }
      >
        <Form.Item name="name" label={t(personaWords.name)} rules={[needed(personaWords.name)]}>
          <Input maxLength={40} placeholder={t(personaWords.nameHint)} autoFocus />
        </Form.Item>
        <Form.Item name="tagline" label={t(personaWords.tagline)}>
          <Input maxLength={200} placeholder={t(personaWords.taglineHint)} />
        </Form.Item>
        <Form.Item
          name="definition"
          label={t(personaWords.who)}
          rules={[
            {
              validator: async (_, value: Definition) => {
                if (!isFinished(value)) throw new Error(t(personaWords.who))
              },
            },
          ]}
        >
          <ConditionField />
        </Form.Item>
        <Form.Item name="needs" label={t(personaWords.needs)}>
          <Input.TextArea
            autoSize={{ minRows: 2, maxRows: 8 }}
            maxLength={2_000}
            placeholder={t(personaWords.needsHint)}
          />
        </Form.Item>
        <Form.Item name="approach" label={t(personaWords.approach)}>
          <Input.TextArea
            autoSize={{ minRows: 2, maxRows: 8 }}
            maxLength={2_000}
            placeholder={t(personaWords.approachHint)}
          />
        </Form.Item>
        <Form.Item name="tone" label={t(personaWords.colour)}>
          <Radio.Group
            options={tones.map((tone) => ({
              value: tone,
              label: (
                <span className="persona-tone">
                  <i style={{ background: `var(--${tone})` }} />
                  {t(personaWords[tone])}
                </span>
              ),
            }))}
          />
        </Form.Item>
      </AskForm>
    </Drawer>
  )
}

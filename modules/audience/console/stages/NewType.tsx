import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Form, Input, Modal, Radio } from 'antd'
import { AskForm, useRules } from '#ui/console/form.tsx'
import { Failed, SkeletonRows } from '#ui/console/states.tsx'
import { words } from '#ui/console/words.ts'
import { useT } from '#ui/locale/locale.tsx'
import { createLifeModel, lifePresetsQuery } from './stages.queries.ts'
import { stageWords } from './stages.words.ts'

interface NewTypeProps {
  readonly close: () => void
  readonly made: (id: string) => void
}

/** Another type of user, with a rule set to begin with. */
export function NewType({ close, made }: NewTypeProps) {
  const t = useT()
  const rules = useRules()
  const client = useQueryClient()
  const presets = useQuery(lifePresetsQuery)
  return (
    <Modal
      open
      title={t(stageWords.newType)}
      onCancel={close}
      footer={null}
      closable={{ 'aria-label': t(words.close) }}
    >
      <p className="muted small">{t(stageWords.whoNote)}</p>
      {presets.error && <Failed error={presets.error} retry={() => presets.refetch()} />}
      {presets.isPending && <SkeletonRows rows={4} />}
      {presets.data && (
        <AskForm<{ name: string; preset: string }>
          initial={{ preset: 'community' }}
          verb={t(stageWords.create)}
          submit={async ({ name, preset }) => {
            const chosen = presets.data.find((each) => each.key === preset)
            if (!chosen) return
            const { id } = await createLifeModel({ name, note: '', definition: chosen.definition })
            await client.invalidateQueries({ queryKey: ['lifecycle'] })
            made(id)
            close()
          }}
        >
          <Form.Item name="name" label={t(stageWords.typeName)} rules={[rules.needed(stageWords.typeName)]}>
            <Input maxLength={40} placeholder={t(stageWords.typeNameHint)} />
          </Form.Item>
          <Form.Item name="preset" label={t(stageWords.preset)}>
            <Radio.Group
              className="preset-choice"
              options={presets.data.map((preset) => ({
                value: preset.key,
                label: (
                  <span>
                    <b>{preset.name}</b>
                    <span className="muted small">{preset.note}</span>
                  </span>
                ),
              }))}
            />
          </Form.Item>
        </AskForm>
      )}
    </Modal>
  )
}

import { useQueryClient } from '@tanstack/react-query'
import { App, Button, Checkbox, Form, Input, Modal, Select } from 'antd'
import { api } from '#ui/api.ts'
import type { Action } from '#ui/console/action/action.ts'
import { useAct } from '#ui/console/action/useAct.tsx'
import { AskForm, useRules } from '#ui/console/form.tsx'
import { take } from '#ui/console/problem.ts'
import { useT } from '#ui/locale/locale.tsx'
import type { Annotation } from '../frame/marks.ts'
import { annotationWords as words } from './annotation.words.ts'

interface Props {
  /** Left out: a new one. */
  readonly annotation: Annotation | undefined
  readonly day: string
  readonly group: string | undefined
  readonly close: () => void
}

interface Fields {
  readonly text: string
  readonly day: string
  readonly until?: string | null
  readonly kind: Annotation['kind']
  readonly here?: boolean
}

const kinds = ['activity', 'campaign', 'content', 'release', 'outside', 'other'] as const

export function AnnotationDialog({ annotation, day, group, close }: Props) {
  const t = useT()
  const rules = useRules()
  const act = useAct()
  const { message } = App.useApp()
  const client = useQueryClient()
  const refresh = () => client.invalidateQueries({ queryKey: ['insight', 'annotations'] })
  const removal: Action<Annotation> = {
    name: words.remove,
    danger: true,
    run: ({ id }) =>
      take(api.DELETE('/api/insight/annotations/{id}', { params: { path: { id: id ?? '' } } })),
    confirm: ({ text }) => ({ title: words.removeAsk, values: { text }, verb: words.remove }),
    done: words.removed,
  }
  const save = async ({ here, until, ...fields }: Fields) => {
    const body = {
      ...fields,
      until: until || null,
      groupId: here ? (group ?? annotation?.groupId ?? null) : null,
    }
    await take(
      annotation?.id
        ? api.PATCH('/api/insight/annotations/{id}', { params: { path: { id: annotation.id } }, body })
        : api.POST('/api/insight/annotations', { body }),
    )
    await refresh()
    message.success(t(words.saved))
    close()
  }
  return (
    <Modal
      open
      onCancel={close}
      footer={null}
      destroyOnHidden
      title={t(annotation ? words.change : words.title)}
      width={440}
    >
      <AskForm<Fields>
        verb={t(words.save)}
        initial={
          annotation
            ? { ...annotation, here: annotation.groupId !== null }
            : { day, kind: 'activity', here: group !== undefined }
        }
        submit={save}
        beside={
          annotation && (
            <Button
              danger
              type="text"
              onClick={async () => {
                if (await act(removal, annotation)) {
                  await refresh()
                  close()
                }
              }}
            >
              {t(words.remove)}
            </Button>
          )
        }
      >
        <Form.Item name="text" label={t(words.text)} rules={[rules.needed(words.text)]}>
          <Input maxLength={80} placeholder={t(words.textHint)} autoFocus />
        </Form.Item>
        <div className="two">
          <Form.Item name="day" label={t(words.day)} rules={[rules.needed(words.day)]}>
            <Input type="date" />
          </Form.Item>
          <Form.Item name="until" label={t(words.until)}>
            <Input type="date" />
          </Form.Item>
        </div>
        <Form.Item name="kind" label={t(words.kind)}>
          <Select options={kinds.map((kind) => ({ value: kind, label: t(words[kind]) }))} />
        </Form.Item>
        {(group || annotation?.groupId) && (
          <Form.Item name="here" valuePropName="checked">
            <Checkbox>{t(words.onlyGroup)}</Checkbox>
          </Form.Item>
        )}
      </AskForm>
    </Modal>
  )
}

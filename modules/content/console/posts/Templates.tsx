import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Dropdown, Form, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { api } from '#ui/api.ts'
import { ActionMenu } from '#ui/console/action/ActionButton.tsx'
import type { Action } from '#ui/console/action/action.ts'
import { AskForm, useRules } from '#ui/console/form.tsx'
import { Card, Tag } from '#ui/console/Page.tsx'
import { take } from '#ui/console/problem.ts'
import { useMay } from '#ui/console/session.ts'
import { Failed, SkeletonRows } from '#ui/console/states.tsx'
import { Icon } from '#ui/icon/Icon.tsx'
import { useReading, useT } from '#ui/locale/locale.tsx'
import { kindLabels } from '../../content.messages.ts'
import { presetText, type TemplatePreset, templatePresets } from '../../posts/template-presets.ts'
import { documentOfText } from '../../posts/template-text.ts'
import { type BoardRow, type Template, type TemplateDocument, templatesQuery } from './posts.queries.ts'
import { arrangeWords as words } from './posts.words.ts'

type Kind = keyof typeof kindLabels

/** What writers may start from, by board and kind. */
export function Templates({ boards }: { boards: readonly BoardRow[] }) {
  const t = useT()
  const may = useMay()
  const client = useQueryClient()
  const query = useQuery(templatesQuery)
  const [editing, setEditing] = useState<Template | TemplatePreset | 'new'>()
  const edits = may('content.edit')
  const actions: readonly Action<Template>[] = [
    { name: words.edit, icon: 'edit', run: (template) => setEditing(template) },
    {
      name: words.dropTemplate,
      icon: 'trash',
      danger: true,
      confirm: ({ name }) => ({ title: words.dropTitle, values: { name }, verb: words.dropTemplate }),
      run: async ({ id }) => {
        await take(api.DELETE('/api/content/templates/{id}', { params: { path: { id } } }))
        await client.invalidateQueries({ queryKey: ['content', 'templates'] })
      },
    },
  ]
  return (
    <Card
      flush
      title={t(words.templates)}
      note={t(words.templatesNote)}
      extra={
        edits && (
          <span className="row-side">
            <Dropdown
              trigger={['click']}
              placement="bottomRight"
              menu={{
                items: templatePresets.map(({ key, name }) => ({ key, label: t(name) })),
                onClick: ({ key }) => setEditing(templatePresets.find((preset) => preset.key === key)),
              }}
            >
              <Button>
                {t(words.fromPreset)} <Icon name="down" size={14} />
              </Button>
            </Dropdown>
            <Button icon={<Icon name="plus" size={16} />} onClick={() => setEditing('new')}>
              {t(words.addTemplate)}
            </Button>
          </span>
        )
      }
    >
      {query.isPending ? (
        <SkeletonRows rows={3} />
      ) : query.isError ? (
        <Failed error={query.error} retry={() => query.refetch()} />
      ) : query.data.length === 0 ? (
        <p className="rows-empty muted">{t(words.templatesNone)}</p>
      ) : (
        <ul className="rows-list">
          {query.data.map((template) => (
            <li key={template.id}>
              <span className="rows-main">
                <b>{template.name}</b>
                <small className="muted">{template.text.replaceAll('\n', ' ').slice(0, 80)}</small>
              </span>
              <span className="rows-note">{template.board || t(words.everyBoard)}</span>
              <Tag tone="sky">{t(kindLabels[template.kind])}</Tag>
              {edits && <ActionMenu actions={actions} thing={template} label={template.name} />}
            </li>
          ))}
        </ul>
      )}
      {editing && (
        <TemplateDialog
          template={editing !== 'new' && 'id' in editing ? editing : undefined}
          preset={editing !== 'new' && 'lines' in editing ? editing : undefined}
          boards={boards}
          close={() => setEditing(undefined)}
        />
      )}
    </Card>
  )
}

interface Values {
  readonly name: string
  readonly kind: Kind
  readonly boardId: string
  readonly title: string
  readonly text: string
}

function TemplateDialog({
  template,
  preset,
  boards,
  close,
}: {
  template: Template | undefined
  /** What a new one begins with. */
  preset: TemplatePreset | undefined
  boards: readonly BoardRow[]
  close: () => void
}) {
  const t = useT()
  const { locale } = useReading()
  const client = useQueryClient()
  const { message } = App.useApp()
  const { needed } = useRules()
  const begins: Values = template
    ? { ...template, boardId: template.boardId ?? '' }
    : {
        name: preset ? t(preset.name) : '',
        kind: preset?.kind ?? 'question',
        boardId: '',
        title: preset ? t(preset.title) : '',
        text: preset ? presetText(preset, locale) : '',
      }
  return (
    <Modal open width={640} footer={null} title={template?.name ?? t(words.addTemplate)} onCancel={close}>
      <AskForm<Values>
        initial={begins}
        verb={t(words.save)}
        submit={async ({ boardId, text, ...fields }) => {
          const body = {
            ...fields,
            boardId: boardId || null,
            document: documentOfText(text) as unknown as TemplateDocument,
          }
          if (template)
            await take(
              api.PUT('/api/content/templates/{id}', { params: { path: { id: template.id } }, body }),
            )
          else await take(api.POST('/api/content/templates', { body }))
          await client.invalidateQueries({ queryKey: ['content', 'templates'] })
          message.success(t(words.saved))
          close()
        }}
      >
        <Form.Item name="name" label={t(words.templateName)} rules={[needed(words.templateName)]}>
          <Input maxLength={30} autoFocus />
        </Form.Item>
        <div className="two">
          <Form.Item name="kind" label={t(words.takes)}>
            <Select
              options={Object.entries(kindLabels).map(([value, label]) => ({ value, label: t(label) }))}
            />
          </Form.Item>
          <Form.Item name="boardId" label={t(words.boards)}>
            <Select
              options={[
                { value: '', label: t(words.everyBoard) },
                ...boards.map((board) => ({ value: board.id, label: `${board.group} · ${board.name}` })),
              ]}
            />
          </Form.Item>
        </div>
        <Form.Item name="title" label={t(words.templateTitle)}>
          <Input maxLength={120} />
        </Form.Item>
        <Form.Item
          name="text"
          label={t(words.templateText)}
          extra={t(words.templateTextHint)}
          rules={[needed(words.templateText)]}
        >
          <Input.TextArea rows={7} maxLength={4_000} />
        </Form.Item>
      </AskForm>
    </Modal>
  )
}

import { queryOptions, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { App, Button, Checkbox, Form, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { api } from '#ui/api.ts'
import { ActionMenu } from '#ui/console/action/ActionButton.tsx'
import type { Action } from '#ui/console/action/action.ts'
import { AskForm, useRules } from '#ui/console/form.tsx'
import { Card, Page, Tag } from '#ui/console/Page.tsx'
import { take } from '#ui/console/problem.ts'
import { useMay } from '#ui/console/session.ts'
import { Empty } from '#ui/console/states.tsx'
import { Icon } from '#ui/icon/Icon.tsx'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { type KnownTag, tagsQuery } from '../members.queries.ts'
import { tagWords as words } from './tags.words.ts'
import '#ui/console/list/list.css'
import './tags.css'

interface TagGroup {
  readonly id: string
  readonly name: string
  readonly exclusive: boolean
}

const tagGroupsQuery = queryOptions({
  queryKey: ['members', 'tag-groups'],
  queryFn: ({ signal }) =>
    take<{ items: readonly TagGroup[] }>(api.GET('/api/members/tag-groups', { signal })),
})

/** All tags under their headings, with what each means and how many carry it. */
export default function TagsScreen() {
  const t = useT()
  const may = useMay()
  const client = useQueryClient()
  const tags = useSuspenseQuery(tagsQuery).data.items
  const groups = useSuspenseQuery(tagGroupsQuery).data.items
  const [tag, setTag] = useState<KnownTag>()
  const [group, setGroup] = useState<TagGroup | 'new'>()
  const edits = may('members.fields')
  const refresh = () => client.invalidateQueries({ queryKey: ['members'] })
  const groupActions: readonly Action<TagGroup>[] = [
    { name: words.editGroup, icon: 'edit', run: (each) => setGroup(each) },
    {
      name: words.removeGroup,
      icon: 'close',
      danger: true,
      done: words.removed,
      confirm: ({ name }) => ({
        title: words.removeGroupTitle,
        values: { name },
        detail: words.removeGroupDetail,
        verb: words.removeGroup,
      }),
      run: async ({ id }) => {
        await take(api.DELETE('/api/members/tag-groups/{id}', { params: { path: { id } } }))
        await refresh()
      },
    },
  ]
  const ungrouped = tags.filter((each) => !groups.some(({ id }) => id === each.groupId))
  return (
    <Page
      title={t(words.title)}
      lead={t(words.lead, { count: tags.length })}
      actions={
        edits && (
          <Button icon={<Icon name="plus" size={16} />} onClick={() => setGroup('new')}>
            {t(words.addGroup)}
          </Button>
        )
      }
    >
      {tags.length === 0 && groups.length === 0 && (
        <Card>
          <Empty
            icon="tag"
            title={t(words.empty)}
            hint={t(words.emptyHint)}
            action={
              <Link to="/members">
                <Button>{t(words.toMembers)}</Button>
              </Link>
            }
          />
        </Card>
      )}
      {groups.map((each) => (
        <Card
          key={each.id}
          flush
          title={
            <span className="tag-heading">
              {each.name}
              {each.exclusive && <Tag tone="sky">{t(words.onlyOne)}</Tag>}
            </span>
          }
          extra={edits && <ActionMenu actions={groupActions} thing={each} label={each.name} />}
        >
          <Tags tags={tags.filter(({ groupId }) => groupId === each.id)} open={edits ? setTag : undefined} />
        </Card>
      ))}
      {ungrouped.length > 0 && (
        <Card flush title={groups.length > 0 ? t(words.noGroup) : undefined}>
          <Tags tags={ungrouped} open={edits ? setTag : undefined} />
        </Card>
      )}
      {tag && (
        <TagForm
          tag={tag}
          groups={groups}
          close={(changed) => {
            setTag(undefined)
            if (changed) refresh()
          }}
        />
      )}
      {group && (
        <GroupForm
          group={group === 'new' ? undefined : group}
          close={(changed) => {
            setGroup(undefined)
            if (changed) refresh()
          }}
        />
      )}
    </Page>
  )
}

function Tags({
  tags,
  open,
}: {
  readonly tags: readonly KnownTag[]
  readonly open: ((tag: KnownTag) => void) | undefined
}) {
  const t = useT()
  const format = useFormat()
  if (tags.length === 0) return <p className="muted small tags-none">{t(words.emptyGroup)}</p>
  return (
    <table className="list-table tag-table">
      <thead className="sr-only">
        <tr>
          <th>{t(words.tag)}</th>
          <th>{t(words.note)}</th>
          <th>{t(words.members)}</th>
          <th>{t(words.actions)}</th>
        </tr>
      </thead>
      <tbody>
        {tags.map((tag) => (
          <tr key={tag.id}>
            <td className="phone-first tag-cell">
              <Tag tone="pine">{tag.name}</Tag>
            </td>
            <td className="phone-line muted" data-label={t(words.note)}>
              {tag.note || '—'}
            </td>
            <td className="num phone-line" data-label={t(words.members)}>
              {tag.byRule > 0 && (
                <small className="muted tag-rule">{t(words.byRule, { count: tag.byRule })}</small>
              )}
              <Link to="/members" search={{ tag: tag.name }} className="door">
                {format.number(tag.members)}
              </Link>
            </td>
            <td className="list-more">
              {open && (
                <Button
                  type="text"
                  size="small"
                  aria-label={`${t(words.edit)}: ${tag.name}`}
                  icon={<Icon name="edit" size={16} />}
                  onClick={() => open(tag)}
                />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function TagForm({
  tag,
  groups,
  close,
}: {
  readonly tag: KnownTag
  readonly groups: readonly TagGroup[]
  readonly close: (changed: boolean) => void
}) {
  const t = useT()
  const { message } = App.useApp()
  return (
    <Modal
      open
      width={440}
      footer={null}
      title={t(words.editTag, { name: tag.name })}
      onCancel={() => close(false)}
    >
      <AskForm<{ groupId?: string; note?: string }>
        initial={{ groupId: tag.groupId ?? undefined, note: tag.note } as { groupId?: string; note?: string }}
        verb={t(words.save)}
        submit={async ({ groupId, note }) => {
          await take(
            api.PATCH('/api/members/tags/{id}', {
              params: { path: { id: tag.id } },
              body: { groupId: groupId ?? null, note: note ?? '' },
            }),
          )
          message.success(t(words.saved))
          close(true)
        }}
        beside={<Button onClick={() => close(false)}>{t(words.cancel)}</Button>}
      >
        <Form.Item name="groupId" label={t(words.group)}>
          <Select
            allowClear
            placeholder={t(words.noGroup)}
            options={groups.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Form.Item>
        <Form.Item name="note" label={t(words.note)}>
          <Input maxLength={200} placeholder={t(words.notePlaceholder)} />
        </Form.Item>
      </AskForm>
    </Modal>
  )
}

function GroupForm({
  group,
  close,
}: {
  readonly group: TagGroup | undefined
  readonly close: (changed: boolean) => void
}) {
  const t = useT()
  const rules = useRules()
  const { message } = App.useApp()
  return (
    <Modal
      open
      width={440}
      footer={null}
      title={t(group ? words.editGroup : words.addGroup)}
      onCancel={() => close(false)}
    >
      <AskForm<{ name: string; exclusive: boolean }>
        initial={{ name: group?.name ?? '', exclusive: group?.exclusive ?? false }}
        verb={t(words.save)}
        submit={async (body) => {
          await take(
            group
              ? api.PUT('/api/members/tag-groups/{id}', { params: { path: { id: group.id } }, body })
              : api.POST('/api/members/tag-groups', { body }),
          )
          message.success(t(words.saved))
          close(true)
        }}
        beside={<Button onClick={() => close(false)}>{t(words.cancel)}</Button>}
      >
        <Form.Item name="name" label={t(words.groupName)} rules={[rules.needed(words.groupName)]}>
          <Input maxLength={30} autoFocus />
        </Form.Item>
        <Form.Item name="exclusive" valuePropName="checked" extra={t(words.exclusiveHint)}>
          <Checkbox>{t(words.exclusive)}</Checkbox>
        </Form.Item>
      </AskForm>
    </Modal>
  )
}

import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Button, Form, Modal, Select } from 'antd'
import { useState } from 'react'
import { ActionButton } from '#ui/console/action/ActionButton.tsx'
import type { Action } from '#ui/console/action/action.ts'
import { useAct } from '#ui/console/action/useAct.tsx'
import { Card, Tag } from '#ui/console/Page.tsx'
import { useMay } from '#ui/console/session.ts'
import { Empty } from '#ui/console/states.tsx'
import { useT } from '#ui/locale/locale.tsx'
import { removeSynonyms, type Synonyms, saveSynonyms, synonymsQuery } from './insight.queries.ts'
import { words } from './insight.words.ts'

/** What is edited: a group that is there, or the first words of a new one. */
export type Editing = Pick<Synonyms, 'words'> & { readonly id?: string }

export function SynonymsCard({ edit }: { edit: (editing: Editing) => void }) {
  const t = useT()
  const may = useMay()('search.edit')
  const client = useQueryClient()
  const groups = useSuspenseQuery(synonymsQuery).data
  const remove: Action<Synonyms> = {
    name: words.remove,
    danger: true,
    run: async ({ id }) => {
      await removeSynonyms(id)
      await client.invalidateQueries({ queryKey: synonymsQuery.queryKey })
    },
    confirm: (group) => ({
      title: words.removeAsk,
      values: { words: group.words.join('、') },
      verb: words.remove,
    }),
    done: words.removed,
  }
  return (
    <Card
      title={t(words.synonyms)}
      note={t(words.synonymsNote)}
      extra={may && <Button onClick={() => edit({ words: [] })}>{t(words.add)}</Button>}
    >
      {groups.length === 0 ? (
        <Empty icon="search" title={t(words.synonymsNone)} hint={t(words.synonymsNoneHint)} />
      ) : (
        <ul className="synonyms">
          {groups.map((group) => (
            <li key={group.id}>
              <span className="synonym-words">
                {group.words.map((word) => (
                  <Tag key={word}>{word}</Tag>
                ))}
              </span>
              {may && (
                <span className="synonym-acts">
                  <Button type="link" size="small" onClick={() => edit(group)}>
                    {t(words.edit)}
                  </Button>
                  <ActionButton action={remove} thing={group} small />
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

export function SynonymDialog({ editing, close }: { editing: Editing; close: () => void }) {
  const t = useT()
  const act = useAct()
  const client = useQueryClient()
  const [kept, keep] = useState<string[]>([...editing.words])
  const [saving, setSaving] = useState(false)
  const save: Action = {
    name: words.save,
    run: async () => {
      await saveSynonyms(editing.id, kept)
      await client.invalidateQueries({ queryKey: synonymsQuery.queryKey })
    },
    done: words.saved,
  }
  return (
    <Modal
      open
      title={t(editing.id ? words.changeSynonym : words.newSynonym)}
      okText={t(words.save)}
      cancelText={t(words.cancel)}
      okButtonProps={{ disabled: kept.length < 2, loading: saving }}
      onCancel={close}
      onOk={async () => {
        setSaving(true)
        if (await act(save, undefined)) close()
        setSaving(false)
      }}
    >
      <Form layout="vertical">
        <Form.Item label={t(words.wordsLabel)} extra={t(words.wordsHint)} htmlFor="synonym-words">
          <Select
            id="synonym-words"
            mode="tags"
            open={false}
            suffixIcon={null}
            tokenSeparators={[',', '，', '、', '=', '＝']}
            value={kept}
            maxCount={12}
            onChange={(value: string[]) =>
              keep(value.map((word) => word.trim().slice(0, 30)).filter(Boolean))
            }
          />
        </Form.Item>
      </Form>
    </Modal>
  )
}

import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Input, Popover } from 'antd'
import { useState } from 'react'
import { api } from '#ui/api.ts'
import { Icon } from '#ui/icon/Icon.tsx'
import { useT } from '#ui/locale/locale.tsx'
import { asProblem, take } from '../problem.ts'
import { words } from '../words.ts'
import type { UrlState } from './useUrlState.ts'
import { listWords } from './words.ts'

interface View {
  readonly id: string
  readonly name: string
  readonly query: Record<string, string>
}

const viewsQuery = (list: string) =>
  queryOptions({
    queryKey: ['views', list],
    queryFn: ({ signal }) =>
      take<{ items: View[] }>(api.GET('/api/views', { params: { query: { list } }, signal })),
  })

const same = (a: UrlState, b: UrlState) => {
  const keys = new Set([...Object.keys(a), ...Object.keys(b)])
  return [...keys].every((key) => (a[key] ?? '') === (b[key] ?? ''))
}

interface ViewsProps {
  readonly list: string
  readonly url: UrlState
  readonly setUrl: (change: Record<string, string | undefined>) => void
}

/** An operator's own views as tabs: a name for a search, its filters and its order. */
export function SavedViews({ list, url, setUrl }: ViewsProps) {
  const t = useT()
  const { message } = App.useApp()
  const client = useQueryClient()
  const views = useQuery(viewsQuery(list)).data?.items ?? []
  const cleared = Object.fromEntries(Object.keys(url).map((key) => [key, undefined]))
  const remove = async (view: View) => {
    try {
      await take(api.DELETE('/api/views/{id}', { params: { path: { id: view.id } } }))
      await client.invalidateQueries({ queryKey: ['views', list] })
    } catch (error) {
      message.error(asProblem(error).message)
    }
  }
  const unsaved = Object.keys(url).length > 0 && !views.some((view) => same(view.query, url))
  return (
    <div className="views" role="toolbar" aria-label={t(listWords.views)}>
      <button
        type="button"
        className="view"
        aria-pressed={Object.keys(url).length === 0}
        onClick={() => setUrl(cleared)}
      >
        {t(listWords.allView)}
      </button>
      {views.map((view) => {
        const on = same(view.query, url)
        return (
          <span key={view.id} className="view-slot">
            <button
              type="button"
              className="view"
              aria-pressed={on}
              onClick={() => setUrl({ ...cleared, ...view.query })}
            >
              {view.name}
            </button>
            {on && (
              <button
                type="button"
                className="view-remove"
                aria-label={t(listWords.removeView, { name: view.name })}
                onClick={() => remove(view)}
              >
                <Icon name="close" size={12} />
              </button>
            )}
          </span>
        )
      })}
      {unsaved && <SaveView list={list} url={url} />}
    </div>
  )
}

function SaveView({ list, url }: { list: string; url: UrlState }) {
  const t = useT()
  const { message } = App.useApp()
  const client = useQueryClient()
  const [open, setOpen] = useState(false)
  const [name, setName] = useState('')
  const save = async () => {
    try {
      await take(api.POST('/api/views', { body: { list, name: name.trim(), query: url } }))
      await client.invalidateQueries({ queryKey: ['views', list] })
      message.success(t(listWords.viewSaved))
      setOpen(false)
      setName('')
    } catch (error) {
      message.error(asProblem(error).message)
    }
  }
  return (
    <Popover
      trigger="click"
      placement="bottomLeft"
      open={open}
      onOpenChange={setOpen}
      content={
        <form
          className="view-form"
          onSubmit={(event) => {
            event.preventDefault()
            if (name.trim()) save()
          }}
        >
          <Input
            autoFocus
            aria-label={t(listWords.viewName)}
            placeholder={t(listWords.viewName)}
            maxLength={40}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
          <p className="muted caption">{t(listWords.viewHint)}</p>
          <Button type="primary" htmlType="submit" disabled={!name.trim()}>
            {t(words.save)}
          </Button>
        </form>
      }
    >
      <button type="button" className="view save">
        <Icon name="plus" size={14} />
        {t(listWords.saveView)}
      </button>
    </Popover>
  )
}

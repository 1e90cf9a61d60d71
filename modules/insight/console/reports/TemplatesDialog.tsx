/** What each kind of report holds, and in which order. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Checkbox, Modal, Segmented } from 'antd'
import { useState } from 'react'
import { asProblem } from '#ui/console/problem.ts'
import { Failed, SkeletonRows } from '#ui/console/states.tsx'
import { Icon } from '#ui/icon/Icon.tsx'
import { useT } from '#ui/locale/locale.tsx'
import { changeTemplate, type ReportKind, type Template, templatesQuery } from './reports.queries.ts'
import { reportsWords as words } from './reports.words.ts'

export function TemplatesDialog({ close }: { readonly close: () => void }) {
  const t = useT()
  const query = useQuery(templatesQuery)
  const [kind, setKind] = useState<ReportKind>('weekly')
  const template = query.data?.find((each) => each.kind === kind)
  return (
    <Modal open title={t(words.templates)} footer={null} onCancel={close} destroyOnHidden>
      <Segmented
        value={kind}
        onChange={setKind}
        options={(['daily', 'weekly', 'monthly'] as const).map((value) => ({
          value,
          label: t(words[value]),
        }))}
      />
      <p className="muted small">{t(words.templateHint)}</p>
      {query.isPending && <SkeletonRows rows={6} />}
      {query.isError && <Failed error={query.error} retry={() => query.refetch()} />}
      {template && <Choice key={kind} template={template} close={close} />}
    </Modal>
  )
}

type Name = Template['sections'][number]

function Choice({ template, close }: { readonly template: Template; readonly close: () => void }) {
  const t = useT()
  const client = useQueryClient()
  const { message } = App.useApp()
  const rest = template.all.map(({ name }) => name).filter((name) => !template.sections.includes(name))
  const [order, setOrder] = useState<readonly Name[]>([...template.sections, ...rest])
  const [chosen, setChosen] = useState<ReadonlySet<Name>>(new Set(template.sections))
  const [busy, setBusy] = useState(false)
  const labels = new Map(template.all.map(({ name, label }) => [name, label]))
  const move = (at: number, by: -1 | 1) => {
    const next = [...order]
    ;[next[at], next[at + by]] = [next[at + by]!, next[at]!]
    setOrder(next)
  }
  const save = async () => {
    setBusy(true)
    try {
      await changeTemplate(
        template.kind,
        order.filter((name) => chosen.has(name)),
      )
      await client.invalidateQueries({ queryKey: ['reports', 'templates'] })
      message.success(t(words.templateSaved))
      close()
    } catch (error) {
      message.error(asProblem(error).message)
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      <ol className="report-template">
        {order.map((name, at) => (
          <li key={name}>
            <Checkbox
              checked={chosen.has(name)}
              onChange={({ target }) => {
                const next = new Set(chosen)
                if (target.checked) next.add(name)
                else next.delete(name)
                setChosen(next)
              }}
            >
              {labels.get(name)}
            </Checkbox>
            <span>
              <Button
                type="text"
                disabled={at === 0}
                aria-label={t(words.up, { name: labels.get(name) ?? '' })}
                icon={<Icon name="up" size={16} />}
                onClick={() => move(at, -1)}
              />
              <Button
                type="text"
                disabled={at === order.length - 1}
                aria-label={t(words.down, { name: labels.get(name) ?? '' })}
                icon={<Icon name="down" size={16} />}
                onClick={() => move(at, 1)}
              />
            </span>
          </li>
        ))}
      </ol>
      <Button type="primary" disabled={chosen.size === 0} loading={busy} onClick={save}>
        {t(words.save)}
      </Button>
    </>
  )
}

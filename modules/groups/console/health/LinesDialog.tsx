import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Form, InputNumber, Modal } from 'antd'
import { api } from '#ui/api.ts'
import { AskForm } from '#ui/console/form.tsx'
import { take } from '#ui/console/problem.ts'
import { SkeletonRows } from '#ui/console/states.tsx'
import { useT } from '#ui/locale/locale.tsx'
import { type Lines, linesQuery } from '../group.queries.ts'
import { groupWords } from '../group.words.ts'
import { healthWords as words } from './health.words.ts'
import './health.css'

export const indicators = ['activeRate', 'participation', 'answered', 'growth', 'concentration'] as const

/** The lines of one group, which may follow the community again. */
export function LinesDialog({ group, close }: { group: string; close: () => void }) {
  const t = useT()
  const { message } = App.useApp()
  const client = useQueryClient()
  const query = useQuery(linesQuery(group))
  const save = async (lines: Lines | null) => {
    await take(api.PUT('/api/group-health/lines', { body: { group, lines } }))
    message.success(t(groupWords.saved))
    await client.invalidateQueries({ queryKey: ['groups'] })
    await client.invalidateQueries({ queryKey: ['group-course', group] })
    close()
  }
  return (
    <Modal open title={t(words.linesTitle)} footer={null} width={560} onCancel={close}>
      {query.data ? (
        <AskForm<{ lines: Lines }>
          initial={{ lines: query.data.lines }}
          submit={({ lines }) => save(lines)}
          verb={t(groupWords.save)}
          beside={query.data.own && <Button onClick={() => save(null)}>{t(words.follow)}</Button>}
        >
          <LineFields />
        </AskForm>
      ) : (
        <SkeletonRows rows={5} />
      )}
    </Modal>
  )
}

/** Yellow, red and weight of each figure, as fields of a form under `lines`. */
export function LineFields() {
  const t = useT()
  return (
    <>
      <p className="lead-text">{t(words.linesLead)}</p>
      <table className="grid-lines">
        <thead>
          <tr>
            <th scope="col">{t(words.indicator)}</th>
            <th scope="col">{t(words.yellow)}</th>
            <th scope="col">{t(words.red)}</th>
            <th scope="col">{t(words.weight)}</th>
          </tr>
        </thead>
        <tbody>
          {indicators.map((indicator) => (
            <tr key={indicator}>
              <th scope="row">{t(words[indicator])}</th>
              {(['warn', 'bad', 'weight'] as const).map((field) => (
                <td key={field}>
                  <Form.Item name={['lines', indicator, field]} noStyle>
                    <InputNumber
                      aria-label={`${t(words[indicator])} ${t(field === 'warn' ? words.yellow : field === 'bad' ? words.red : words.weight)}`}
                      min={field === 'weight' ? 0 : -100}
                      max={100}
                      suffix={field === 'weight' ? undefined : '%'}
                    />
                  </Form.Item>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { App, Button, Form, Input, InputNumber, Select } from 'antd'
import { api } from '#ui/api.ts'
import { AskForm } from '#ui/console/form.tsx'
import { Card, Page } from '#ui/console/Page.tsx'
import { take } from '#ui/console/problem.ts'
import { useMay } from '#ui/console/session.ts'
import { Icon } from '#ui/icon/Icon.tsx'
import { useT } from '#ui/locale/locale.tsx'
import { type LevelFields, type Lines, levelsQuery, linesQuery } from '../group.queries.ts'
import { groupWords } from '../group.words.ts'
import { healthWords as words } from './health.words.ts'
import { LineFields } from './LinesDialog.tsx'
import '../groups.css'
import './health.css'

const figures = {
  members: words.nMembers,
  activeRate: words.activeRate,
  participation: words.participation,
  answered: words.answered,
  contributions28: words.nContributions,
} as const

/** What holds for all groups: the lines of the lights, and the ladder. */
export default function LadderScreen() {
  const t = useT()
  const may = useMay()
  const { message } = App.useApp()
  const client = useQueryClient()
  const lines = useSuspenseQuery(linesQuery()).data.lines
  const levels = useSuspenseQuery(levelsQuery).data.items
  const disabled = !may('groups.edit')
  const done = async () => {
    message.success(t(groupWords.saved))
    await client.invalidateQueries({ queryKey: ['groups'] })
  }
  return (
    <Page title={t(groupWords.navLadder)} lead={t(words.screenLead)}>
      <div className="ladder-page">
        <Card title={t(words.linesTitle)}>
          <AskForm<{ lines: Lines }>
            initial={{ lines }}
            disabled={disabled}
            verb={t(groupWords.save)}
            submit={async (values) => {
              await take(api.PUT('/api/group-health/lines', { body: { group: null, lines: values.lines } }))
              await done()
            }}
          >
            <LineFields />
          </AskForm>
        </Card>
        <Card title={t(words.ladderTitle)} note={t(words.ladderLead)}>
          <AskForm<{ levels: LevelFields[] }>
            initial={{ levels: levels.map(({ rank, name, perks, needs }) => ({ rank, name, perks, needs })) }}
            disabled={disabled}
            verb={t(groupWords.save)}
            submit={async (values) => {
              const body = { levels: values.levels.map((level, place) => ({ ...level, rank: place + 1 })) }
              await take(api.PUT('/api/group-levels', { body }))
              await done()
            }}
          >
            <Form.List name="levels">
              {(fields, { add, remove }) => (
                <>
                  {fields.map((field, place) => (
                    <LevelEditor
                      key={field.key}
                      place={place}
                      name={field.name}
                      remove={place === fields.length - 1 && place > 0 ? () => remove(field.name) : undefined}
                    />
                  ))}
                  {fields.length < 9 && (
                    <Button
                      type="link"
                      icon={<Icon name="plus" size={16} />}
                      onClick={() =>
                        add({ name: '', perks: '', needs: [{ figure: 'members', atLeast: 100 }] })
                      }
                    >
                      {t(words.addLevel)}
                    </Button>
                  )}
                </>
              )}
            </Form.List>
          </AskForm>
        </Card>
      </div>
    </Page>
  )
}

function LevelEditor({
  place,
  name,
  remove,
}: {
  place: number
  name: number
  remove: (() => void) | undefined
}) {
  const t = useT()
  return (
    <div className="sub-card">
      <div className="step-head">
        <span className="step-no">{place + 1}</span>
        <Form.Item name={[name, 'name']} noStyle>
          <Input maxLength={20} aria-label={t(words.levelName)} placeholder={t(words.levelName)} />
        </Form.Item>
        {remove && (
          <Button
            type="text"
            aria-label={t(groupWords.remove)}
            icon={<Icon name="trash" size={16} />}
            onClick={remove}
          />
        )}
      </div>
      <Form.List name={[name, 'needs']}>
        {(needs, { add, remove: drop }) => (
          <>
            {needs.map((need) => (
              <div key={need.key} className="option-row">
                <Form.Item name={[need.name, 'figure']} noStyle>
                  <Select
                    aria-label={t(words.indicator)}
                    className="grow"
                    options={Object.entries(figures).map(([value, label]) => ({ value, label: t(label) }))}
                  />
                </Form.Item>
                <span className="muted small nowrap">{t(words.atLeast)}</span>
                <Form.Item name={[need.name, 'atLeast']} noStyle>
                  <InputNumber min={0} max={1_000_000} aria-label={t(words.atLeast)} />
                </Form.Item>
                <Button
                  type="text"
                  disabled={needs.length === 1}
                  aria-label={t(groupWords.remove)}
                  icon={<Icon name="close" size={14} />}
                  onClick={() => drop(need.name)}
                />
              </div>
            ))}
            {needs.length < 5 && (
              <Button type="link" size="small" onClick={() => add({ figure: 'activeRate', atLeast: 30 })}>
                {t(words.addNeed)}
              </Button>
            )}
          </>
        )}
      </Form.List>
      <Form.Item name={[name, 'perks']} noStyle>
        <Input maxLength={300} aria-label={t(words.levelPerks)} placeholder={t(words.levelPerks)} />
      </Form.Item>
    </div>
  )
}

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Checkbox, Drawer, Input, InputNumber, Switch } from 'antd'
import { useState } from 'react'
import { api } from '#ui/api.ts'
import { ConditionField, isFinished } from '#ui/console/condition/ConditionField.tsx'
import { type Definition, everybody } from '#ui/console/condition/condition.ts'
import { conditioned, sent } from '#ui/console/condition/queries.ts'
import { asProblem, take } from '#ui/console/problem.ts'
import { useT } from '#ui/locale/locale.tsx'
import './trust.css'
import { type Level, type Levels, type Limits, levelsQuery } from './trust.queries.ts'
import { trustWords as words } from './trust.words.ts'

const perPost = ['links', 'images', 'mentions'] as const
const perDay = ['postsPerDay', 'commentsPerDay', 'reactionsPerDay'] as const
const switches = ['videos', 'polls', 'newTopics', 'reviewed'] as const

/** One level: its name, its rule, its limits. */
export function LevelDrawer({ level, close }: { level: Level; close: () => void }) {
  const t = useT()
  const { message } = App.useApp()
  const client = useQueryClient()
  const ruled = level.rank > 0 && !level.byHand
  const [name, setName] = useState(level.ownName)
  const [own, setOwn] = useState(level.ownRule)
  const [rule, setRule] = useState<Definition>(level.definition ?? everybody)
  const [keeps, setKeeps] = useState(level.keeps)
  const [limits, setLimits] = useState<Limits>(level.limits)
  const save = useMutation({
    mutationFn: () =>
      conditioned<Levels>(
        take(
          api.PUT('/api/content/trust-levels/{rank}', {
            params: { path: { rank: level.rank } },
            body: {
              name,
              definition: ruled && own ? sent(rule) : null,
              limits,
              keeps,
              revision: level.revision,
            },
          }),
        ),
      ),
    onSuccess: (levels) => {
      client.setQueryData(levelsQuery.queryKey, levels)
      message.success(t(words.saved))
      close()
    },
    onError: (error) => message.error(asProblem(error).message),
  })
  const number = (key: (typeof perPost)[number] | (typeof perDay)[number]) => (
    <label key={key} className="inline-field" htmlFor={`trust-${key}`}>
      {t(words[key])}
      <InputNumber
        id={`trust-${key}`}
        min={0}
        max={10_000}
        precision={0}
        value={limits[key]}
        onChange={(value) => setLimits({ ...limits, [key]: value ?? 0 })}
      />
    </label>
  )
  return (
    <Drawer
      open
      size={780}
      title={t(words.editing, { name: level.name })}
      onClose={close}
      footer={
        <div className="drawer-foot">
          <Button
            type="primary"
            disabled={ruled && own && !isFinished(rule)}
            loading={save.isPending}
            onClick={() => save.mutate()}
          >
            {t(words.save)}
          </Button>
        </div>
      }
    >
      <label className="trust-name" htmlFor="trust-name">
        <span>{t(words.name)}</span>
        <Input
          id="trust-name"
          value={name}
          maxLength={20}
          placeholder={level.ownName ? '' : level.name}
          onChange={(event) => setName(event.target.value)}
        />
      </label>
      {ruled && (
        <>
          <h2 className="trust-part">{t(words.rule)}</h2>
          <Checkbox checked={!own} onChange={(event) => setOwn(!event.target.checked)}>
            {t(words.useUsual)}
          </Checkbox>
          {own ? (
            <div className="trust-rule">
              <ConditionField value={rule} onChange={setRule} />
            </div>
          ) : (
            level.says && !level.ownRule && <p className="climb-rule trust-rule">{level.says}</p>
          )}
          <label className="trust-keeps" htmlFor="trust-keeps">
            <Switch id="trust-keeps" checked={keeps} onChange={setKeeps} />
            {t(words.keeps)}
          </label>
        </>
      )}
      <h2 className="trust-part">{t(words.limits)}</h2>
      <div className="trust-limits">
        <fieldset>
          <legend>{t(words.perPost)}</legend>
          {perPost.map(number)}
        </fieldset>
        <fieldset>
          <legend>{t(words.perDay)}</legend>
          {perDay.map(number)}
        </fieldset>
        <div>
          {switches.map((key) => (
            <label key={key} className="inline-field" htmlFor={`trust-${key}`}>
              <Switch
                id={`trust-${key}`}
                checked={limits[key]}
                onChange={(on) => setLimits({ ...limits, [key]: on })}
              />
              {t(words[key])}
            </label>
          ))}
        </div>
      </div>
    </Drawer>
  )
}

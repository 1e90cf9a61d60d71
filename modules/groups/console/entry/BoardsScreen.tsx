import { useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { App, Button, Input, Select } from 'antd'
import { useState } from 'react'
import { api } from '#ui/api.ts'
import { Card } from '#ui/console/Page.tsx'
import { asProblem, take } from '#ui/console/problem.ts'
import { useMay } from '#ui/console/session.ts'
import { Empty } from '#ui/console/states.tsx'
import { Icon } from '#ui/icon/Icon.tsx'
import { useT } from '#ui/locale/locale.tsx'
import { GroupFrame, useGroup } from '../GroupFrame.tsx'
import { type Board, boardsQuery, type RuledTier, tiersQuery } from '../group.queries.ts'
import { groupWords, roleWord } from '../group.words.ts'
import { entryWords as words } from './entry.words.ts'
import './entry.css'

const actions = ['see', 'post', 'reply', 'react'] as const
type Grant = Board['permissions']['see'][number]
type Draft = Omit<Board, 'id'> & { readonly id?: string; readonly key: string }

const anyMember: Grant[] = [{ who: 'members' }]
const usual = { see: anyMember, post: anyMember, reply: anyMember, react: anyMember }

const presets = {
  tool: ['新手上手', '问题反馈', '技巧交流'],
  content: ['新手上手', '作品分享', '话题讨论'],
  service: ['新手上手', '服务体验', '答疑'],
} as const

const presetNames = {
  tool: words.presetTool,
  content: words.presetContent,
  service: words.presetService,
} as const

/** Boards against who may do what on them: the whole matrix at a glance, saved at once. */
export default function BoardsScreen() {
  const t = useT()
  const may = useMay()
  const { message } = App.useApp()
  const client = useQueryClient()
  const group = useGroup()
  const saved = useSuspenseQuery(boardsQuery(group.id)).data.items
  const tiers = useQuery(tiersQuery(group.id)).data?.items ?? []
  const [boards, setBoards] = useState<readonly Draft[]>(() =>
    saved.map((board) => ({ ...board, key: board.id })),
  )
  const [busy, setBusy] = useState(false)
  const edit = may('groups.edit') && !group.archivedAt
  const changed = JSON.stringify(boards.map(plain)) !== JSON.stringify(saved.map(plain))
  const put = (key: string, change: Partial<Draft>) =>
    setBoards(boards.map((board) => (board.key === key ? { ...board, ...change } : board)))
  const move = (place: number, by: number) => {
    const next = [...boards]
    const [taken] = next.splice(place, 1)
    if (taken) next.splice(place + by, 0, taken)
    setBoards(next)
  }
  const add = (name = '') =>
    setBoards((before) => [
      ...before,
      { key: `new-${before.length}-${name}`, name, summary: '', rules: '', permissions: usual },
    ])
  const save = async () => {
    setBusy(true)
    try {
      const { items } = await take<{ items: Board[] }>(
        api.PUT('/api/groups/{id}/boards', {
          params: { path: { id: group.id } },
          body: { boards: boards.map(plain) },
        }),
      )
      setBoards(items.map((board) => ({ ...board, key: board.id })))
      await client.invalidateQueries({ queryKey: ['groups', group.id] })
      message.success(t(groupWords.saved))
    } catch (error) {
      message.error(asProblem(error).message)
    } finally {
      setBusy(false)
    }
  }
  const presetButtons =
    edit &&
    (['tool', 'content', 'service'] as const).map((kind) => (
      <Button
        key={kind}
        size="small"
        onClick={() => {
          for (const name of presets[kind]) add(name)
        }}
      >
        {t(presetNames[kind])}
      </Button>
    ))
  return (
    <GroupFrame group={group}>
      <Card flush title={t(groupWords.tabBoards)} note={t(words.boardsLead)}>
        {boards.length === 0 ? (
          <Empty
            icon="columns"
            title={t(words.noBoards)}
            hint={t(words.noBoardsHint)}
            action={presetButtons}
          />
        ) : (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable from the keyboard
          <section className="scroll-x" tabIndex={0} aria-label={t(groupWords.tabBoards)}>
            <table className="grid-matrix">
              <thead>
                <tr>
                  <th scope="col">{t(words.board)}</th>
                  {actions.map((action) => (
                    <th scope="col" key={action}>
                      {t(words[action])}
                    </th>
                  ))}
                  <th scope="col">
                    <span className="sr-only">{t(groupWords.remove)}</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {boards.map((board, place) => (
                  <tr key={board.key}>
                    <th scope="row">
                      <div className="board-head">
                        <Input
                          maxLength={20}
                          disabled={!edit}
                          value={board.name}
                          aria-label={t(words.boardName)}
                          placeholder={t(words.boardName)}
                          onChange={(event) => put(board.key, { name: event.target.value })}
                        />
                        <Input
                          maxLength={140}
                          size="small"
                          disabled={!edit}
                          value={board.summary}
                          aria-label={t(words.boardSummary)}
                          placeholder={t(words.boardSummary)}
                          onChange={(event) => put(board.key, { summary: event.target.value })}
                        />
                        <Input
                          maxLength={500}
                          size="small"
                          disabled={!edit}
                          value={board.rules}
                          aria-label={t(words.boardRules)}
                          placeholder={t(words.boardRules)}
                          onChange={(event) => put(board.key, { rules: event.target.value })}
                        />
                      </div>
                    </th>
                    {actions.map((action) => (
                      <td key={action}>
                        <GrantSelect
                          label={`${board.name} ${t(words[action])}`}
                          grants={board.permissions[action]}
                          tiers={tiers}
                          disabled={!edit}
                          change={(grants) =>
                            put(board.key, { permissions: { ...board.permissions, [action]: grants } })
                          }
                        />
                      </td>
                    ))}
                    <td className="nowrap">
                      {edit && (
                        <>
                          <Button
                            type="text"
                            size="small"
                            disabled={place === 0}
                            aria-label={`${t(groupWords.up)} ${board.name}`}
                            icon={<Icon name="up" size={16} />}
                            onClick={() => move(place, -1)}
                          />
                          <Button
                            type="text"
                            size="small"
                            disabled={place === boards.length - 1}
                            aria-label={`${t(groupWords.down)} ${board.name}`}
                            icon={<Icon name="down" size={16} />}
                            onClick={() => move(place, 1)}
                          />
                          <Button
                            type="text"
                            size="small"
                            aria-label={`${t(groupWords.remove)} ${board.name}`}
                            icon={<Icon name="trash" size={16} />}
                            onClick={() => setBoards(boards.filter((each) => each.key !== board.key))}
                          />
                        </>
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        )}
      </Card>
      {edit && (
        <div className="foot-bar">
          <span>
            <Button type="link" icon={<Icon name="plus" size={16} />} onClick={() => add()}>
              {t(words.addBoard)}
            </Button>
            {changed && <span className="warn small">{t(groupWords.changed)}</span>}
          </span>
          <Button
            type="primary"
            disabled={!changed || boards.some((board) => !board.name.trim())}
            loading={busy}
            onClick={save}
          >
            {t(groupWords.save)}
          </Button>
        </div>
      )}
    </GroupFrame>
  )
}

const plain = ({ id, name, summary, rules, permissions }: Omit<Draft, 'key'>) => ({
  ...(id ? { id } : {}),
  name,
  summary,
  rules,
  permissions,
})

interface GrantProps {
  readonly label: string
  readonly grants: readonly Grant[]
  readonly tiers: readonly RuledTier[]
  readonly disabled: boolean
  readonly change: (grants: Grant[]) => void
}

/** Who may, as chips: nobody chosen means hosts only. */
function GrantSelect({ label, grants, tiers, disabled, change }: GrantProps) {
  const t = useT()
  const options = [
    { value: 'anyone', label: t(words.gAnyone) },
    { value: 'members', label: t(words.gMembers) },
    ...(['expert', 'novice', 'member'] as const).map((role) => ({
      value: `role:${role}`,
      label: t(roleWord(role)),
    })),
    ...tiers.map((tier) => ({ value: `tier:${tier.id}`, label: t(words.gTierUp, { tier: tier.name }) })),
  ]
  const known = new Set(options.map(({ value }) => value))
  const kept = grants.filter((grant) => !known.has(grantKey(grant)))
  return (
    <Select
      mode="multiple"
      aria-label={label}
      disabled={disabled}
      value={grants.map(grantKey).filter((value) => known.has(value))}
      placeholder={t(words.gHosts)}
      options={options}
      showSearch={false}
      onChange={(values: string[]) => change([...values.map(grantOf), ...kept])}
    />
  )
}

const grantKey = (grant: Grant): string =>
  grant.who === 'role'
    ? `role:${grant.role}`
    : grant.who === 'tier'
      ? `tier:${grant.tierId}`
      : grant.who === 'segment'
        ? `segment:${grant.segmentId}`
        : grant.who

function grantOf(value: string): Grant {
  const [who, of = ''] = value.split(':')
  if (who === 'role') return { who: 'role', role: of as 'expert' }
  if (who === 'tier') return { who: 'tier', tierId: of }
  return who === 'anyone' ? { who: 'anyone' } : { who: 'members' }
}

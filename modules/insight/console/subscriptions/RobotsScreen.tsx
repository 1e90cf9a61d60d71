/** Robots that letters go to: what goes there, how the last one did; renamed, tried, given another address, removed. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { App, Button, Dropdown } from 'antd'
import { useState } from 'react'
import { Card, Page, Tag } from '#ui/console/Page.tsx'
import { asProblem } from '#ui/console/problem.ts'
import { useMay } from '#ui/console/session.ts'
import { Empty, Failed, SkeletonRows } from '#ui/console/states.tsx'
import { Icon } from '#ui/icon/Icon.tsx'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { robotNames } from '../frame/RobotFields.tsx'
import { AddRobotDialog, RenameRobotDialog, ReplaceRobotDialog } from './RobotDialogs.tsx'
import { robotsWords as words } from './robots.words.ts'
import { type LetterRobot, letterRobotsQuery, removeRobot, tryRobot } from './subscriptions.queries.ts'
import './subscriptions.css'

export default function RobotsScreen() {
  const t = useT()
  const mayEdit = useMay()('insight.edit')
  const query = useQuery(letterRobotsQuery)
  const [adding, setAdding] = useState(false)
  const add = mayEdit && (
    <Button type="primary" icon={<Icon name="plus" size={16} />} onClick={() => setAdding(true)}>
      {t(words.add)}
    </Button>
  )
  return (
    <Page
      title={t(words.title)}
      lead={t(words.lead)}
      actions={
        <>
          <Link to="/plan/subscriptions">
            <Button icon={<Icon name="clock" size={16} />}>{t(words.openSubscriptions)}</Button>
          </Link>
          {add}
        </>
      }
    >
      <Card flush>
        {query.isPending && <SkeletonRows rows={3} height={72} />}
        {query.isError && <Failed error={query.error} retry={() => query.refetch()} />}
        {query.data?.length === 0 && <Empty icon="bell" title={t(words.none)} hint={t(words.noneHint)} />}
        {query.data && query.data.length > 0 && (
          <ul className="sub-list">
            {query.data.map((robot) => (
              <li key={robot.id}>
                <Row robot={robot} mayEdit={mayEdit} />
              </li>
            ))}
          </ul>
        )}
      </Card>
      {adding && <AddRobotDialog close={() => setAdding(false)} />}
    </Page>
  )
}

function Row({ robot, mayEdit }: { readonly robot: LetterRobot; readonly mayEdit: boolean }) {
  const t = useT()
  const format = useFormat()
  const client = useQueryClient()
  const { message, modal } = App.useApp()
  const [open, setOpen] = useState<'rename' | 'replace'>()
  const { id, name, kind, usedBy, toldAt, problem } = robot
  const uses = usedBy.map((use) => use.name ?? t(words.unseen)).join(' · ')
  const close = () => setOpen(undefined)
  const refresh = () => client.invalidateQueries({ queryKey: ['letter-robots'] })
  const test = async () => {
    try {
      const { outcome, problem: why } = await tryRobot(id)
      if (outcome === 'told') message.success(t(words.tried))
      else message.error(t(outcome === 'refused' ? words.refused : words.away, { why: why ?? '' }))
    } catch (error) {
      message.error(asProblem(error).message)
    }
  }
  const remove = async () => {
    try {
      await removeRobot(id)
      await refresh()
      message.success(t(words.removed))
    } catch (error) {
      message.error(asProblem(error).message)
    }
  }
  return (
    <div className="sub-row">
      <span className="sub-what">
        <span>
          <b>{name}</b> <Tag>{t(robotNames[kind])}</Tag>
        </span>
        <span className="small">
          {usedBy.length === 0 ? (
            <span className="muted">{t(words.unused)}</span>
          ) : (
            <Link to="/plan/subscriptions">{t(words.usedBy, { names: uses })}</Link>
          )}
        </span>
      </span>
      <span className="sub-when small">
        <span className="muted">{t(words.added, { when: format.ago(robot.addedAt) })}</span>
        <span className={problem ? 'sub-failed' : 'muted'}>
          {!toldAt
            ? t(words.neverTold)
            : problem
              ? t(words.toldNot, { when: format.ago(toldAt), why: problem })
              : t(words.told, { when: format.ago(toldAt) })}
        </span>
      </span>
      {mayEdit && (
        <Dropdown
          trigger={['click']}
          placement="bottomRight"
          menu={{
            items: [
              { key: 'try', label: t(words.tryIt), onClick: test },
              { key: 'rename', label: t(words.rename), onClick: () => setOpen('rename') },
              { key: 'replace', label: t(words.replace), onClick: () => setOpen('replace') },
              {
                key: 'remove',
                danger: true,
                label: t(words.remove),
                onClick: () =>
                  modal.confirm({
                    title: t(words.removeAsk, { name }),
                    content:
                      usedBy.length > 0
                        ? t(words.removeUsed, { count: usedBy.length, names: uses })
                        : undefined,
                    okText: t(words.remove),
                    okButtonProps: { danger: true },
                    icon: null,
                    onOk: remove,
                  }),
              },
            ],
          }}
        >
          <Button
            type="text"
            aria-label={`${t(words.menu)}: ${name}`}
            icon={<Icon name="more" size={18} />}
          />
        </Dropdown>
      )}
      {open === 'rename' && <RenameRobotDialog robot={robot} close={close} />}
      {open === 'replace' && <ReplaceRobotDialog robot={robot} close={close} />}
    </div>
  )
}

import { Link, useNavigate } from '@tanstack/react-router'
import { Button, Popover } from 'antd'
import { type ReactNode, useState } from 'react'
import { words } from '#ui/console/words.ts'
import { Icon } from '#ui/icon/Icon.tsx'
import { useT } from '#ui/locale/locale.tsx'
import { Mark } from '#ui/mark/Mark.tsx'
import { goTo } from '../goTo.ts'
import { useToday } from '../today/useToday.ts'
import { openCommandBar } from './commandBarState.ts'
import { Freshness } from './Freshness.tsx'
import { UserMenu } from './UserMenu.tsx'
import { shellWords } from './words.ts'

const mac = /Mac|iPhone|iPad/.test(navigator.platform)
export const commandKey = mac ? '⌘K' : 'Ctrl K'

export function TopBar({ openMenu }: { openMenu: () => void }) {
  const t = useT()
  return (
    <header className="top">
      <button
        type="button"
        className="icon-button phone-only"
        aria-label={t(shellWords.mainNav)}
        onClick={openMenu}
      >
        <Icon name="menu" size={20} />
      </button>
      <Link to="/" className="top-mark phone-only" aria-label={t(words.product)}>
        <Mark size={26} />
      </Link>
      <button type="button" className="command-field" onClick={openCommandBar}>
        <Icon name="search" size={17} />
        <span>{t(shellWords.commandField)}</span>
        <kbd>{commandKey}</kbd>
      </button>
      <Freshness />
      <div className="top-tools">
        <Notices />
        <Help />
        <span className="phone-only">
          <UserMenu compact />
        </span>
      </div>
    </header>
  )
}

/** The bell shows the top of the queue; all of it is on Today. */
const mostNotices = 8

function Notices() {
  const t = useT()
  const items = useToday().data?.items ?? []
  const pressing = items.filter((item) => item.first)
  const navigate = useNavigate()
  const [open, setOpen] = useState(false)
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      open={open}
      onOpenChange={setOpen}
      content={
        <div className="notices">
          {items.length === 0 && <p className="muted">{t(shellWords.noNotices)}</p>}
          {items.slice(0, mostNotices).map((item) => (
            <button
              type="button"
              key={`${item.source}:${item.key}`}
              className="notice"
              onClick={() => {
                setOpen(false)
                goTo(navigate, item.path)
              }}
            >
              <b>{item.title}</b>
              <small>{item.note}</small>
            </button>
          ))}
        </div>
      }
    >
      <button
        type="button"
        className="icon-button"
        aria-label={
          pressing.length > 0 ? t(shellWords.noticesNew, { count: pressing.length }) : t(shellWords.notices)
        }
      >
        <Icon name="bell" size={19} />
        {pressing.length > 0 && <i className="dot" />}
      </button>
    </Popover>
  )
}

function Help() {
  const t = useT()
  const rows: readonly [string, ReactNode][] = [
    [t(shellWords.openCommand), <kbd key="k">{commandKey}</kbd>],
    [
      t(shellWords.moveRows),
      <span key="jk">
        <kbd>J</kbd> <kbd>K</kbd>
      </span>,
    ],
    [t(shellWords.selectRow), <kbd key="x">X</kbd>],
    [t(shellWords.openRow), <kbd key="enter">↵</kbd>],
    [t(shellWords.editRow), <kbd key="e">E</kbd>],
  ]
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      content={
        <div className="help">
          <h2>{t(shellWords.shortcuts)}</h2>
          <dl>
            {rows.map(([name, keys]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{keys}</dd>
              </div>
            ))}
          </dl>
          <Button href="/docs" target="_blank" type="link" icon={<Icon name="page" size={16} />}>
            {t(shellWords.apiDocs)}
          </Button>
        </div>
      }
    >
      <button type="button" className="icon-button top-help" aria-label={t(shellWords.help)}>
        <Icon name="help" size={19} />
      </button>
    </Popover>
  )
}

/** Find and do from the keyboard: screens, actions, people. Built on <dialog>, which keeps the focus. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type KeyboardEvent, useDeferredValue, useEffect, useId, useRef, useState } from 'react'
import { useMay, useSession } from '#ui/console/session.ts'
import { Icon, type IconName } from '#ui/icon/Icon.tsx'
import { useReading, useT } from '#ui/locale/locale.tsx'
import { goTo } from '../goTo.ts'
import { consoleModules } from '../modules.ts'
import { areas, entriesOf } from './areas.ts'
import { onCommandBarOpened } from './commandBarState.ts'
import { shellWords } from './words.ts'
import './command.css'

interface Choice {
  readonly key: string
  readonly group: string
  readonly icon: IconName
  readonly name: string
  readonly note?: string
  readonly run: () => void
}

export function CommandBar() {
  const t = useT()
  const dialog = useRef<HTMLDialogElement>(null)
  const [open, setOpen] = useState(false)

  useEffect(() => {
    const show = () => setOpen(true)
    const press = (event: globalThis.KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.metaKey || event.ctrlKey) || event.isComposing) return
      event.preventDefault()
      setOpen((before) => !before)
    }
    document.addEventListener('keydown', press)
    const off = onCommandBarOpened(show)
    return () => {
      document.removeEventListener('keydown', press)
      off()
    }
  }, [])
  useEffect(() => {
    if (open) dialog.current?.showModal()
    else dialog.current?.close()
  }, [open])

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a dialog by itself; the click is for its backdrop
    <dialog
      ref={dialog}
      className="command"
      aria-label={t(shellWords.commandTitle)}
      onClose={() => setOpen(false)}
      onClick={(event) => event.target === dialog.current && setOpen(false)}
    >
      {open && <Finder close={() => setOpen(false)} />}
    </dialog>
  )
}

function Finder({ close }: { close: () => void }) {
  const t = useT()
  const list = useId()
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const choices = useChoices(text.trim(), close)
  const current = choices[Math.min(at, choices.length - 1)]

  const press = (event: KeyboardEvent) => {
    // While an input method composes, Enter and the arrows belong to it.
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown') setAt(Math.min(at + 1, choices.length - 1))
    else if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0))
    else if (event.key === 'Home') setAt(0)
    else if (event.key === 'End') setAt(choices.length - 1)
    else if (event.key === 'Enter') current?.run()
    else return
    event.preventDefault()
  }
  return (
    <>
      <div className="command-input">
        <Icon name="search" size={18} />
        <input
          // biome-ignore lint/a11y/noAutofocus: the field is what the person asked for
          autoFocus
          role="combobox"
          aria-expanded="true"
          aria-controls={list}
          aria-activedescendant={current && `${list}-${current.key}`}
          aria-label={t(shellWords.commandField)}
          placeholder={t(shellWords.commandField)}
          value={text}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => {
            setText(event.target.value)
            setAt(0)
          }}
          onKeyDown={press}
        />
        <kbd>Esc</kbd>
      </div>
      <p className="sr-only" role="status">
        {t(shellWords.resultCount, { count: choices.length })}
      </p>
      <div className="command-list" id={list} role="listbox" aria-label={t(shellWords.commandTitle)}>
        {choices.length === 0 && <p className="command-none">{t(shellWords.noResults, { text })}</p>}
        {Object.entries(Object.groupBy(choices, (choice) => choice.group)).map(([group, members]) => (
          // biome-ignore lint/a11y/useSemanticElements: a group of options inside a listbox has no element of its own
          <div key={group} role="group" aria-label={group}>
            <p className="command-group" aria-hidden="true">
              {group}
            </p>
            {members?.map((choice) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard drives the combobox above
              // biome-ignore lint/a11y/useFocusableInteractive: focus stays in the combobox; aria-activedescendant points here
              <div
                key={choice.key}
                id={`${list}-${choice.key}`}
                role="option"
                aria-selected={choice === current}
                className="command-choice"
                ref={(element) => {
                  if (choice === current) element?.scrollIntoView({ block: 'nearest' })
                }}
                onPointerMove={() => setAt(choices.indexOf(choice))}
                onClick={choice.run}
              >
                <Icon name={choice.icon} size={17} />
                <span>{choice.name}</span>
                {choice.note && <small>{choice.note}</small>}
              </div>
            ))}
          </div>
        ))}
      </div>
    </>
  )
}

/** Everything that matches: screens and actions at once, people as the server finds them. */
function useChoices(text: string, close: () => void): readonly Choice[] {
  const t = useT()
  const may = useMay()
  const session = useSession()
  const { locale } = useReading()
  const navigate = useNavigate()
  const wanted = useDeferredValue(text)
  const finders = consoleModules
    .flatMap((module) => module.finders ?? [])
    .filter((finder) => may(finder.permission))
  const found = useQuery({
    queryKey: ['find', wanted, locale],
    enabled: wanted.length > 0,
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) =>
      (
        await Promise.all(
          finders.map(async (finder) =>
            (await finder.find(wanted, signal)).map((hit) => ({ ...hit, label: finder.label })),
          ),
        )
      ).flat(),
  })
  const go = (path: string) => {
    close()
    goTo(navigate, path)
  }
  const fits = (...names: (string | undefined)[]) =>
    names.some((name) => name?.toLowerCase().includes(text.toLowerCase()))

  const screens = areas.flatMap((area) =>
    entriesOf(area.area, may)
      .filter((entry) => fits(entry.label.zh, entry.label.en, area.label.zh, area.label.en))
      .map((entry) => ({
        key: `screen-${entry.path.replaceAll('/', '-')}`,
        group: t(shellWords.screens),
        icon: area.icon,
        name: t(entry.label),
        note: entry.path === area.path ? undefined : t(area.label),
        run: () => go(entry.path),
      })),
  )
  const commands = consoleModules
    .flatMap((module) => module.commands ?? [])
    .filter((command) => may(command.permission) && fits(command.name.zh, command.name.en, command.words))
    .map((command) => ({
      key: `action-${command.name.en.replaceAll(' ', '-')}`,
      group: t(shellWords.actions),
      icon: command.icon,
      name: t(command.name),
      run: () => {
        close()
        command.run({ go, session })
      },
    }))
  const people = (text ? (found.data ?? []) : []).map((hit) => ({
    key: `found-${hit.path.replaceAll('/', '-')}`,
    group: t(hit.label),
    icon: 'person' as const,
    name: hit.name,
    note: hit.note,
    run: () => go(hit.path),
  }))
  return [...people, ...screens, ...commands]
}

/** The list that opens under @ and #. It stands beside the editor: the keys stay in the text. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { EditorView } from '@tiptap/pm/view'
import { useEffect, useId, useState, useSyncExternalStore } from 'react'
import { topicName } from '#base/html/tokens.ts'
import { useT } from '#ui/locale/locale.tsx'
import { Avatar } from '#ui/member/Avatar.tsx'
import { peopleQuery, topicsQuery } from '../write.queries.ts'
import { writeWords as words } from '../write.words.ts'
import { type Naming, type NamingList, placePerson, placeTopic } from './naming.ts'

interface Shown {
  readonly naming: Naming
  readonly view: EditorView
}

/** What the editor tells the list, and the keys that the list takes. */
export interface NamingStore extends NamingList {
  get(): Shown | undefined
  subscribe(listener: () => void): () => void
  /** Set by the list while it is open. */
  onKey: ((event: KeyboardEvent) => boolean) | undefined
}

export function openNaming(): NamingStore {
  let shown: Shown | undefined
  const listeners = new Set<() => void>()
  const store: NamingStore = {
    onKey: undefined,
    get: () => shown,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    show(naming, view) {
      const same =
        naming?.what === shown?.naming.what &&
        naming?.text === shown?.naming.text &&
        naming?.from === shown?.naming.from
      if (same) return
      shown = naming && { naming, view }
      for (const listener of listeners) listener()
    },
    key: (event) => store.onKey?.(event) ?? false,
  }
  return store
}

interface Choice {
  readonly key: string
  readonly choose: () => void
  readonly label: string
  readonly note: string
  readonly avatar?: { readonly name: string; readonly src: string | null }
}

export function NamingPopup({
  store,
  boardId,
  postId,
}: {
  store: NamingStore
  boardId?: string | undefined
  postId?: string | undefined
}) {
  const shown = useSyncExternalStore(store.subscribe, store.get)
  return shown ? (
    <Open
      key={`${shown.naming.what}${shown.naming.from}`}
      shown={shown}
      store={store}
      place={{ boardId, postId }}
    />
  ) : null
}

function Open({
  shown: { naming, view },
  store,
  place,
}: {
  shown: Shown
  store: NamingStore
  place: { boardId?: string | undefined; postId?: string | undefined }
}) {
  const t = useT()
  const id = useId()
  const choices = useChoices(naming, view, place)
  const [marked, setMarked] = useState(0)
  const at = Math.min(marked, choices.length - 1)
  const open = choices.length > 0

  useEffect(() => {
    store.onKey = ({ key, shiftKey }) => {
      if (!open) return false
      if (key === 'ArrowDown' || key === 'ArrowUp') {
        setMarked((at + (key === 'ArrowDown' ? 1 : choices.length - 1)) % choices.length)
        return true
      }
      if (key === 'Enter' || (key === 'Tab' && !shiftKey)) {
        choices[at]?.choose()
        return true
      }
      return false
    }
    return () => {
      store.onKey = undefined
    }
  }, [store, choices, at, open])

  // The text keeps the focus; this tells a screen reader which line is marked.
  useEffect(() => {
    const { dom } = view
    if (!open) return
    dom.setAttribute('aria-controls', id)
    dom.setAttribute('aria-activedescendant', `${id}-${at}`)
    return () => {
      dom.removeAttribute('aria-controls')
      dom.removeAttribute('aria-activedescendant')
    }
  }, [view, id, at, open])

  if (!open || view.isDestroyed) return null
  return (
    <div
      id={id}
      role="listbox"
      aria-label={t(naming.what === 'person' ? words.people : words.topics)}
      style={placeOf(view, naming.from, choices.length)}
      className="fixed z-50 max-h-[288px] overflow-y-auto rounded-[12px] border border-line bg-card py-1.5 shadow-soft"
    >
      {choices.map((choice, index) => (
        <div
          key={choice.key}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === at}
          // Before the editor loses the focus and a phone its keyboard.
          onPointerDown={(event) => {
            event.preventDefault()
            choice.choose()
          }}
          className={`flex min-h-11 cursor-pointer items-center gap-2.5 px-3.5 text-[15px] leading-6 ${index === at ? 'bg-soft' : ''}`}
        >
          {choice.avatar ? <Avatar name={choice.avatar.name} src={choice.avatar.src} size={28} /> : null}
          <span className="min-w-0 flex-1 truncate">{choice.label}</span>
          <span className="shrink-0 text-[13px] text-muted">{choice.note}</span>
        </div>
      ))}
    </div>
  )
}

function useChoices(
  naming: Naming,
  view: EditorView,
  place: { boardId?: string | undefined; postId?: string | undefined },
): readonly Choice[] {
  const t = useT()
  const text = useSettled(naming.text)
  const isPerson = naming.what === 'person'
  const people = useQuery({
    ...peopleQuery(text, place),
    enabled: isPerson,
    placeholderData: keepPreviousData,
    retry: false,
  })
  const topics = useQuery({
    ...topicsQuery(text),
    enabled: !isPerson,
    placeholderData: keepPreviousData,
    retry: false,
  })
  if (isPerson)
    return (people.data?.items ?? []).map((one) => ({
      key: one.token,
      label: one.name,
      note: one.near ? t(words.near) : '',
      avatar: { name: one.name, src: one.avatarUrl },
      choose: () => placePerson(view, naming, one),
    }))
  const found = topics.data?.items ?? []
  const isNew = topicName.test(naming.text) && !found.some(({ name }) => name === naming.text)
  return [
    ...found.map(({ name, posts }) => ({
      key: name,
      label: `#${name}`,
      note: t(words.topicPosts, { count: posts }),
      choose: () => placeTopic(view, naming, name),
    })),
    ...(isNew
      ? [
          {
            key: ' new',
            label: `#${naming.text}`,
            note: t(words.newTopic),
            choose: () => placeTopic(view, naming, naming.text),
          },
        ]
      : []),
  ]
}

/** Asks after the typing has paused for a moment. */
function useSettled(text: string): string {
  const [settled, settle] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => settle(text), 120)
    return () => clearTimeout(timer)
  }, [text])
  return settled
}

const width = 280

/** Under the sign, or above it where the keyboard or the edge of the page leaves no room. */
function placeOf(
  view: EditorView,
  from: number,
  lines: number,
): { left: number; top: number; width: number } {
  const sign = view.coordsAtPos(Math.min(from, view.state.doc.content.size))
  const {
    width: wide,
    height,
    offsetTop,
  } = window.visualViewport ?? {
    width: window.innerWidth,
    height: window.innerHeight,
    offsetTop: 0,
  }
  const tall = Math.min(288, lines * 44 + 14)
  const below = sign.bottom + 6
  const fits = below + tall <= offsetTop + height - 8
  const room = Math.min(width, wide - 16)
  return {
    left: Math.max(8, Math.min(sign.left, wide - room - 8)),
    top: fits ? below : Math.max(offsetTop + 8, sign.top - tall - 6),
    width: room,
  }
}

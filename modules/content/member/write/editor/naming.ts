/**
 * Naming somebody after @ and a topic after #. Watches what stands before the cursor and says so; a list outside the
 * editor offers what fits. While an input method composes nothing is offered, chosen or changed: its letters are
 * not the words yet.
 */
import { Extension } from '@tiptap/core'
import { type EditorState, Plugin, PluginKey, TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { topicName } from '#base/html/tokens.ts'

export interface Naming {
  readonly what: 'person' | 'topic'
  /** After the sign. */
  readonly text: string
  /** Where the sign stands, and where the text ends. */
  readonly from: number
  readonly to: number
}

interface Kept {
  readonly naming: Naming | undefined
  /** Where the list was sent away; it stays away until the cursor leaves that sign. */
  readonly dismissed: number | undefined
}

/** The side that shows the list. */
export interface NamingList {
  show(naming: Naming | undefined, view: EditorView): void
  /** True when the list has used the key. */
  key(event: KeyboardEvent): boolean
}

const key = new PluginKey<Kept>('naming')

// Chinese puts no space before @ and #; letters, digits and what addresses are made of come before other things.
const person = /(?:^|[^A-Za-z0-9_@/.+-])@([\p{L}\p{N}\p{M}_·-]{0,20})$/u
const topic = /(?:^|[^A-Za-z0-9_#/&])#([\p{L}\p{N}\p{M}_-]{0,40})$/u

/** What is being named at the cursor. */
export function namingAt({ selection }: EditorState): Naming | undefined {
  const { $from, empty } = selection
  if (
    !(selection instanceof TextSelection) ||
    !empty ||
    !$from.parent.isTextblock ||
    $from.parent.type.spec.code
  )
    return undefined
  if ($from.marks().some((mark) => mark.type.spec.code)) return undefined
  const before = $from.parent.textBetween(
    Math.max(0, $from.parentOffset - 60),
    $from.parentOffset,
    undefined,
    '\uFFFC',
  )
  for (const [what, pattern] of [
    ['person', person],
    ['topic', topic],
  ] as const) {
    const text = pattern.exec(before)?.[1]
    if (text !== undefined) return { what, text, from: $from.pos - text.length - 1, to: $from.pos }
  }
  return undefined
}

export const namingExtension = (list: NamingList) =>
  Extension.create({
    name: 'naming',
    // Before the keys of lists and paragraphs: Enter chooses what is offered.
    priority: 1_000,
    addProseMirrorPlugins: () => [
      new Plugin<Kept>({
        key,
        state: {
          init: () => ({ naming: undefined, dismissed: undefined }),
          apply(tr, before, _old, state) {
            const naming = namingAt(state)
            const sent: number | undefined = tr.getMeta(key)?.dismissed
            const dismissed =
              sent ?? (before.dismissed === undefined ? undefined : tr.mapping.map(before.dismissed))
            return { naming, dismissed: naming && dismissed === naming.from ? dismissed : undefined }
          },
        },
        view: () => ({
          update: (view) => list.show(offered(view), view),
          destroy: () => undefined,
        }),
        props: {
          handleKeyDown(view, event) {
            if (isComposing(view, event)) return false
            const naming = offered(view)
            if (!naming) return false
            if (event.key === 'Escape') {
              view.dispatch(view.state.tr.setMeta(key, { dismissed: naming.from }))
              return true
            }
            return list.key(event)
          },
          handleTextInput(view, from, to, text) {
            // A space, a line or a second # ends a topic, as in #手冲#.
            const naming = view.composing ? undefined : namingAt(view.state)
            if (naming?.what !== 'topic' || from !== to || !/^[\s#＃，。！？,!?]$/u.test(text)) return false
            if (!topicName.test(naming.text)) return false
            placeTopic(view, naming, naming.text, text === '#' || text === '＃' ? ' ' : text)
            return true
          },
          handleDOMEvents: {
            // The words of an input method may be there before the composition ends: look again after it.
            compositionend(view) {
              setTimeout(() => {
                if (!view.isDestroyed) view.dispatch(view.state.tr.setMeta(key, {}))
              }, 40)
              return false
            },
          },
        },
      }),
    ],
  })

/** 229 is what keys are called while an input method has them. */
export const isComposing = (view: EditorView, event: KeyboardEvent): boolean =>
  view.composing || event.isComposing || event.keyCode === 229

function offered(view: EditorView): Naming | undefined {
  const kept = key.getState(view.state)
  return view.composing || kept?.dismissed !== undefined ? undefined : kept?.naming
}

export function placePerson(view: EditorView, naming: Naming, who: { token: string; name: string }): void {
  place(view, naming, 'mention', { id: who.token, label: who.name }, ' ')
}

export function placeTopic(view: EditorView, naming: Naming, tag: string, after = ' '): void {
  place(view, naming, 'hashtag', { tag }, after)
}

function place(
  view: EditorView,
  { from, to }: Naming,
  type: string,
  attrs: Record<string, string>,
  after: string,
): void {
  const node = view.state.schema.nodes[type]?.create(attrs)
  if (!node) return
  const tr = view.state.tr.replaceWith(from, to, [node, view.state.schema.text(after)])
  tr.setSelection(TextSelection.create(tr.doc, from + node.nodeSize + after.length))
  view.dispatch(tr.scrollIntoView())
  view.focus()
}

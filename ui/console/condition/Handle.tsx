/** The grip of a condition: drag it, press it for a menu, or use the keys on it. */
import { Dropdown } from 'antd'
import { type KeyboardEvent, useContext, useRef, useState } from 'react'
import { Icon } from '#ui/icon/Icon.tsx'
import { useT } from '#ui/locale/locale.tsx'
import { useBuilding } from './building.ts'
import { type Condition, isGroup, mostDeep } from './condition.ts'
import { DragContext } from './drag.ts'
import {
  childPath,
  depthOf,
  insertAt,
  moveTo,
  nodeAt,
  type Path,
  placeOf,
  replaceAt,
  toggleNot,
  unwrapAt,
  wrapAt,
} from './tree.ts'
import { builderWords } from './words.ts'

interface Props {
  /** What moves: the node, or the `not` around it. */
  readonly path: Path
  readonly leafPath: Path
  readonly name: string
  readonly remove: () => void
}

/** Where a node goes one step up or down: past its neighbour, into a group that stands there, or out of its own. */
export function stepTo(
  root: Condition,
  path: Path,
  step: -1 | 1,
): { group: Path; place: number } | undefined {
  const stood = placeOf(path)
  const group = stood && nodeAt(root, stood.group)
  if (!stood || !group || !isGroup(group)) return undefined
  const next = group.of[stood.place + step]
  if (next && isGroup(next))
    return {
      group: childPath(stood.group, stood.place + step),
      place: step === 1 ? 0 : next.of.length,
    }
  if (next) return { group: stood.group, place: stood.place + (step === 1 ? 2 : -1) }
  // The end of the group: out of it. A `not` around a group is no place to stand in.
  const outer = placeOf(stood.group) ?? placeOf(stood.group.replace(/\.of$/, ''))
  return outer && { group: outer.group, place: outer.place + (step === 1 ? 1 : 0) }
}

export function Handle({ path, leafPath, name, remove }: Props) {
  const t = useT()
  const { root, change, undo, segments } = useBuilding()
  const drag = useContext(DragContext)
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const node = nodeAt(root, path)
  const inner = node?.kind === 'not' ? node.of : node
  const stood = placeOf(path)
  if (!node || !inner || !stood) return null

  const focusAgain = () =>
    // The row may have been made anew at another place: find it by what it says.
    setTimeout(() => {
      const same = [...document.querySelectorAll<HTMLElement>('.cb .cb-handle')].filter(
        (each) => each.dataset.name === name,
      )
      ;(same.find((each) => each === button.current) ?? same[0])?.focus()
    })
  const go = (step: -1 | 1) => {
    const to = stepTo(root, path, step)
    if (!to) return
    change(moveTo(root, path, to.group, to.place))
    focusAgain()
  }
  const turn = () => {
    change(toggleNot(root, path))
    focusAgain()
  }
  const press = (event: KeyboardEvent) => {
    if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
      const step = event.key === 'ArrowUp' ? -1 : 1
      if (event.altKey) go(step)
      else neighbour(event.currentTarget as HTMLElement, step)?.focus()
    } else if (event.key === 'Delete' || event.key === 'Backspace') remove()
    else if (event.key.toLowerCase() === 'n' && !event.ctrlKey && !event.metaKey) turn()
    else if (event.key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey)) undo?.()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const referred =
    inner.kind === 'segment'
      ? segments.find((segment) => segment.id === inner.segment)?.definition
      : undefined
  const group = nodeAt(root, stood.group)
  const outOf = stood.group === 'who' ? undefined : stepOut(path)
  const deep = path.split('.of.').length + depthOf(inner) <= mostDeep
  const item = (key: keyof typeof builderWords, act: () => void, hidden = false, extra?: string) =>
    hidden ? [] : [{ key, label: t(builderWords[key]), extra, onClick: act }]
  const items = [
    ...item('moveUp', () => go(-1), !stepTo(root, path, -1), 'Alt ↑'),
    ...item('moveDown', () => go(1), !stepTo(root, path, 1), 'Alt ↓'),
    ...item('moveOut', () => outOf && change(moveTo(root, path, outOf.group, outOf.place)), !outOf),
    { type: 'divider' as const },
    ...item(node.kind === 'not' ? 'turnBack' : 'turnAround', turn, false, 'N'),
    ...item('wrap', () => change(wrapAt(root, path)), !deep),
    ...item('unwrap', () => change(unwrapAt(root, path)), !isGroup(node)),
    ...item('expand', () => referred && change(replaceAt(root, leafPath, referred)), !referred),
    ...item(
      'duplicate',
      () => group && isGroup(group) && change(insertAt(root, stood.group, stood.place + 1, node)),
    ),
    { type: 'divider' as const },
    {
      key: 'remove',
      danger: true,
      label: t(isGroup(inner) ? builderWords.removeGroup : builderWords.remove),
      extra: 'Delete',
      onClick: remove,
    },
  ]
  return (
    <Dropdown
      trigger={[]}
      open={open}
      onOpenChange={setOpen}
      autoFocus
      placement="bottomLeft"
      menu={{ items, onClick: ({ domEvent }) => domEvent.stopPropagation(), className: 'chip-menu' }}
    >
      <button
        ref={button}
        type="button"
        className="cb-handle"
        data-name={name}
        aria-label={t(builderWords.handle, { name })}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown Delete N"
        onKeyDown={press}
        onPointerDown={(event) => drag?.begin(event, path)}
        onClick={() => {
          if (!drag?.justDragged()) setOpen((before) => !before)
        }}
        onBlur={() => setTimeout(() => setOpen(false), 150)}
      >
        <Icon name="drag" size={14} />
      </button>
    </Dropdown>
  )
}

/** Right after the group that it stands in. */
function stepOut(path: Path): { group: Path; place: number } | undefined {
  const stood = placeOf(path)
  if (!stood) return undefined
  const outer = placeOf(stood.group) ?? placeOf(stood.group.replace(/\.of$/, ''))
  return outer && { group: outer.group, place: outer.place + 1 }
}

function neighbour(handle: HTMLElement, step: -1 | 1): HTMLElement | undefined {
  const all = [...(handle.closest('.cb')?.querySelectorAll<HTMLElement>('.cb-handle') ?? [])]
  return all[all.indexOf(handle) + step]
}

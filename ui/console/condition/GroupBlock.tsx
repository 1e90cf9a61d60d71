import { Popover } from 'antd'
import { Fragment, useState } from 'react'
import { Icon } from '#ui/icon/Icon.tsx'
import { useT } from '#ui/locale/locale.tsx'
import { useBuilding } from './building.ts'
import { type Condition, type GroupCondition, isGroup, mostDeep, mostLeaves } from './condition.ts'
import { Handle } from './Handle.tsx'
import { LeafRow } from './LeafRow.tsx'
import { Picker } from './Picker.tsx'
import {
  childPath,
  innerPath,
  insertAt,
  leavesOf,
  type Path,
  placeOf,
  removeAt,
  toggleKind,
  toggleNot,
} from './tree.ts'
import { builderWords } from './words.ts'

interface Props {
  readonly path: Path
  readonly group: GroupCondition
  /** 1 for the outermost. */
  readonly depth: number
}

/** A bracket around conditions, with 且 or 或 on it. */
export function GroupBlock({ path, group, depth }: Props) {
  const t = useT()
  const { root, change, readOnly, drop } = useBuilding()
  const here = drop?.group === path ? drop.place : undefined
  const kind = t(group.kind === 'all' ? builderWords.allOf : builderWords.anyOf)
  const line = <span className="cb-drop" aria-hidden="true" />
  return (
    // biome-ignore lint/a11y/useSemanticElements: a bracket around rows, not a form's fieldset
    <div
      className={`cb-group ${group.of.length < 2 ? 'single' : ''} ${depth > 2 ? 'deep' : ''}`}
      role="group"
      aria-label={t(builderWords.group, { kind })}
    >
      <button
        type="button"
        className={`cb-op ${group.kind}`}
        aria-label={`${t(builderWords[group.kind])}: ${t(group.kind === 'all' ? builderWords.allHint : builderWords.anyHint)}`}
        disabled={readOnly}
        onClick={() => change(toggleKind(root, path))}
      >
        {t(group.kind === 'all' ? builderWords.all : builderWords.any)}
      </button>
      {group.of.map((node, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the place is the identity of a node
        <Fragment key={place}>
          {here === place && line}
          <Node path={childPath(path, place)} node={node} depth={depth} />
        </Fragment>
      ))}
      {here === group.of.length && group.of.length > 0 && line}
      {group.of.length === 0 && (
        <p className="cb-empty muted" data-group={path} data-place={0} data-end="">
          {t(depth === 1 ? builderWords.empty : builderWords.emptyGroup)}
        </p>
      )}
      {!readOnly && <Foot path={path} group={group} depth={depth} />}
    </div>
  )
}

function Node({ path, node, depth }: { path: Path; node: Condition; depth: number }) {
  const { root, change, readOnly } = useBuilding()
  const t = useT()
  const negated = node.kind === 'not'
  const inner = negated ? node.of : node
  const innerAt = negated ? innerPath(path) : path
  // What is turned around twice is shown as what it says: turned around once inside.
  const body = isGroup(inner) ? (
    <Nest path={innerAt} whole={path} group={inner} depth={depth + 1} />
  ) : inner.kind === 'not' ? (
    <Node path={innerAt} node={inner} depth={depth} />
  ) : (
    <LeafRow path={innerAt} leaf={inner} whole={path} />
  )
  if (!negated) return body
  return (
    <div className="cb-not">
      <button
        type="button"
        className="cb-op not"
        aria-label={`${t(builderWords.not)}: ${t(builderWords.notHint)}`}
        disabled={readOnly}
        onClick={() => change(toggleNot(root, path))}
      >
        {t(builderWords.not)}
      </button>
      {body}
    </div>
  )
}

interface NestProps {
  readonly path: Path
  readonly whole: Path
  readonly group: GroupCondition
  readonly depth: number
}

/** A group within a group: on a ground of its own the first time, in a bracket only further in. */
function Nest({ path, whole, group, depth }: NestProps) {
  const t = useT()
  const { root, change, readOnly, dragged } = useBuilding()
  const stood = placeOf(whole)
  const name = t(builderWords.group, {
    kind: t(group.kind === 'all' ? builderWords.allOf : builderWords.anyOf),
  })
  return (
    <div className={`${depth === 2 ? 'cb-nest' : 'cb-inner'} ${dragged === whole ? 'dragged' : ''}`}>
      {stood && <span className="cb-edge" data-group={stood.group} data-place={stood.place} data-end="" />}
      {!readOnly && (
        <span className="cb-nest-handle">
          <Handle path={whole} leafPath={path} name={name} remove={() => change(removeAt(root, whole))} />
        </span>
      )}
      <GroupBlock path={path} group={group} depth={depth} />
    </div>
  )
}

/** What can be put at the end of a group. */
function Foot({ path, group, depth }: Props) {
  const t = useT()
  const { root, change, segments } = useBuilding()
  const end = group.of.length
  const add = (node: Condition) => change(insertAt(root, path, end, node))
  const deep = depth >= mostDeep - 1
  // The server takes no more.
  if (leavesOf(root).length >= mostLeaves) return null
  if (depth > 2)
    return (
      <span className="cb-plus" data-group={path} data-place={end} data-end="">
        <Adding label={t(builderWords.addCondition)} add={add} small />
      </span>
    )
  return (
    <div className="cb-foot" data-group={path} data-place={end} data-end="">
      <Adding label={t(builderWords.addCondition)} text={t(builderWords.add)} add={add} />
      {!deep && (
        <button
          type="button"
          className="cb-add"
          aria-label={t(builderWords.addGroupLabel)}
          onClick={() => add({ kind: group.kind === 'all' ? 'any' : 'all', of: [] })}
        >
          <Icon name="plus" size={14} />
          {t(builderWords.addGroup)}
        </button>
      )}
      {depth === 1 && segments.length > 0 && (
        <Adding
          label={t(builderWords.fromSegment)}
          text={t(builderWords.fromSegment)}
          add={add}
          only="segments"
        />
      )}
    </div>
  )
}

interface AddingProps {
  readonly label: string
  readonly text?: string
  readonly add: (node: Condition) => void
  readonly only?: 'segments'
  readonly small?: boolean
}

function Adding({ label, text, add, only, small }: AddingProps) {
  const [open, setOpen] = useState(false)
  return (
    <Popover
      trigger="click"
      placement="bottomLeft"
      arrow={false}
      destroyOnHidden
      open={open}
      onOpenChange={setOpen}
      content={
        // biome-ignore lint/a11y/noStaticElementInteractions: keys pressed in the list are not the builder's
        <div
          className="chip-editor"
          onKeyDown={(event) => {
            event.stopPropagation()
            if (event.key === 'Escape') setOpen(false)
          }}
          ref={(editor) => {
            if (editor) setTimeout(() => editor.querySelector('input')?.focus(), 30)
          }}
        >
          <Picker
            only={only}
            pick={(leaf) => {
              add(leaf)
              setOpen(false)
            }}
          />
        </div>
      }
    >
      <button
        type="button"
        className={small ? 'cb-add small' : only ? 'cb-add quiet' : 'cb-add'}
        aria-label={label}
        aria-haspopup="dialog"
        aria-expanded={open}
      >
        {!only && <Icon name="plus" size={small ? 12 : 14} />}
        {text}
      </button>
    </Popover>
  )
}

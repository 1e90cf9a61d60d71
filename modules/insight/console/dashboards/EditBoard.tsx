/** A board while it is changed: tiles are dragged and resized, by the pointer or by the arrows. Loaded then only. */
import { Button } from 'antd'
import { type KeyboardEvent, useMemo, useState } from 'react'
import { GridLayout, useContainerWidth } from 'react-grid-layout'
import { Icon } from '#ui/icon/Icon.tsx'
import { useT } from '#ui/locale/locale.tsx'
import {
  type Box,
  columns,
  findOverlap,
  inReadingOrder,
  isInside,
  leastHeight,
  leastWidth,
  mostHeight,
  move,
} from '../../dashboards/layout.ts'
import type { Tile, TileAnswer } from './dashboards.queries.ts'
import { dashboardWords as words } from './dashboards.words.ts'
import { TileCard } from './Tile.tsx'
import 'react-grid-layout/css/styles.css'

interface Props {
  readonly tiles: readonly Tile[]
  readonly put: (tiles: Tile[]) => void
  readonly answerOf: (id: string) => TileAnswer | undefined
  readonly nameOf: (tile: Tile) => string
  readonly edit: (tile: Tile) => void
  readonly retry: () => void
}

/** As the board is drawn when nobody changes it (`dashboards.css`). */
const [rowHeight, gap] = [48, 14]
/** Below this the tiles stand in one column, in reading order. */
const widthOfColumn = 700

const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

export default function EditBoard({ tiles, put, answerOf, nameOf, edit, retry }: Props) {
  const t = useT()
  const { width, containerRef, mounted } = useContainerWidth()
  const [said, say] = useState('')
  const narrow = width < widthOfColumn
  const layout = useMemo(
    () =>
      tiles.map(({ id, x, y, w, h }) => ({
        i: id,
        x,
        y,
        w,
        h,
        minW: leastWidth,
        minH: leastHeight,
        maxH: mostHeight,
      })),
    [tiles],
  )
  const place = (tile: Tile, box: Box) =>
    say(t(words.placed, { name: nameOf(tile), row: box.y + 1, column: box.x + 1, w: box.w, h: box.h }))
  /** What the pointer left: kept only when it is what the server would take. */
  const take = (given: readonly { i: string; x: number; y: number; w: number; h: number }[]) => {
    const at = new Map(given.map(({ i, x, y, w, h }) => [i, { x, y, w, h }]))
    const moved = tiles.map((tile) => ({ ...tile, ...at.get(tile.id) }))
    const same = moved.every((tile, place) => {
      const before = tiles[place]!
      return tile.x === before.x && tile.y === before.y && tile.w === before.w && tile.h === before.h
    })
    if (!same && moved.every(isInside) && !findOverlap(moved)) put(moved)
  }
  const onKey = (event: KeyboardEvent, at: number) => {
    const step = arrows[event.key]
    const tile = tiles[at]
    if (!step || !tile) return
    event.preventDefault()
    const [dx, dy] = step
    const to = event.shiftKey
      ? { w: tile.w + dx, h: tile.h + dy }
      : { x: tile.x + dx, y: past(tiles, tile, dy) }
    const moved = move(tiles, at, to)
    put(moved)
    place(tile, moved[at]!)
  }
  /** One row up or down, for fingers on narrow screens. */
  const shift = (tile: Tile, at: number, dy: number) => {
    const moved = move(tiles, at, { y: past(tiles, tile, dy) })
    put(moved)
    place(tile, moved[at]!)
  }
  const bar = (tile: Tile, at: number) => (
    <div className="tile-bar">
      <button
        type="button"
        className="tile-handle"
        aria-label={t(words.handle, { name: nameOf(tile) })}
        onKeyDown={(event) => onKey(event, at)}
      >
        <Icon name="drag" size={15} />
        <span>{nameOf(tile)}</span>
      </button>
      {narrow &&
        ([-1, 1] as const).map((dy) => (
          <Button
            key={dy}
            type="text"
            size="small"
            aria-label={t(dy < 0 ? words.up : words.down, { name: nameOf(tile) })}
            icon={<Icon name={dy < 0 ? 'up' : 'down'} size={14} />}
            onClick={() => shift(tile, at, dy)}
          />
        ))}
      <Button
        type="text"
        size="small"
        aria-label={t(words.editTile, { name: nameOf(tile) })}
        icon={<Icon name="edit" size={14} />}
        onClick={() => edit(tile)}
      />
      <Button
        type="text"
        size="small"
        aria-label={t(words.removeTile, { name: nameOf(tile) })}
        icon={<Icon name="close" size={14} />}
        onClick={() => put(tiles.filter(({ id }) => id !== tile.id))}
      />
    </div>
  )
  const still = (tile: Tile) => (
    <div className="tile-still" inert>
      <TileCard tile={tile} answer={answerOf(tile.id)} retry={retry} />
    </div>
  )
  if (mounted && narrow)
    return (
      <div ref={containerRef} className="board-edit">
        <p className="sr-only" aria-live="assertive">
          {said}
        </p>
        <div className="board">
          {inReadingOrder(tiles).map((tile) => (
            <div key={tile.id} className="board-tile editing">
              {bar(
                tile,
                tiles.findIndex(({ id }) => id === tile.id),
              )}
              {still(tile)}
            </div>
          ))}
        </div>
      </div>
    )
  return (
    <div ref={containerRef} className="board-edit">
      <p className="muted small board-hint">{t(words.editing)}</p>
      <p className="sr-only" aria-live="assertive">
        {said}
      </p>
      {mounted && (
        <GridLayout
          width={width}
          layout={layout}
          gridConfig={{ cols: columns, rowHeight, margin: [gap, gap], containerPadding: [0, 0] }}
          dragConfig={{ handle: '.tile-handle' }}
          resizeConfig={{ handles: ['se'] }}
          onDragStop={(now) => take(now)}
          onResizeStop={(now) => take(now)}
        >
          {tiles.map((tile, at) => (
            <div key={tile.id} className="board-tile editing">
              {bar(tile, at)}
              {still(tile)}
            </div>
          ))}
        </GridLayout>
      )}
    </div>
  )
}

/** The next row at which something changes: below or above the nearest tile of the same columns. */
function past(tiles: readonly Tile[], tile: Tile, dy: number): number {
  if (dy === 0) return tile.y
  const others = tiles.filter(
    (each) => each.id !== tile.id && each.x < tile.x + tile.w && tile.x < each.x + each.w,
  )
  if (dy > 0) {
    const next = others.filter(({ y }) => y >= tile.y + tile.h).sort((one, other) => one.y - other.y)[0]
    return next ? tile.y + next.h : tile.y
  }
  const before = others.filter(({ y, h }) => y + h <= tile.y).sort((one, other) => other.y - one.y)[0]
  return before ? before.y : Math.max(0, tile.y - 1)
}

/** Tiles where they were put: twelve columns, on narrow screens one below the other in reading order. */
import type { CSSProperties, ReactNode } from 'react'
import { inReadingOrder } from '../../dashboards/layout.ts'
import type { Tile } from './dashboards.queries.ts'

type Place = Pick<Tile, 'id' | 'x' | 'y' | 'w' | 'h'>

export function Board<T extends Place>({
  tiles,
  draw,
}: {
  readonly tiles: readonly T[]
  readonly draw: (tile: T) => ReactNode
}) {
  return (
    <div className="board">
      {inReadingOrder(tiles).map((tile) => (
        <div key={tile.id} className="board-tile" style={placeOf(tile)}>
          {draw(tile)}
        </div>
      ))}
    </div>
  )
}

const placeOf = ({ x, y, w, h }: Place) =>
  ({ '--column': `${x + 1} / span ${w}`, '--row': `${y + 1} / span ${h}` }) as CSSProperties

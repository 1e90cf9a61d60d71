import { Segmented } from 'antd'
import { useState } from 'react'
import { Card } from '#ui/console/Page.tsx'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { useShade } from '../shade.ts'
import { squaresOf } from './figures.ts'
import type { Behind, Picture } from './rfm.queries.ts'
import { rfmWords } from './rfm.words.ts'

/** The cube from above: R by F, the people in each square, M as small bars inside it. Every square is a door. */
export function Cube({
  picture,
  open,
}: {
  picture: Picture
  open: (behind: Behind, name: string, members: number) => void
}) {
  const t = useT()
  const format = useFormat()
  const shade = useShade()
  const [slice, setSlice] = useState(0)
  const squares = squaresOf(picture.cells, slice || undefined)
  const most = Math.max(1, ...squares.map((square) => square.members))
  const hot = squares.reduce((best, square) => (square.members > best.members ? square : best), squares[0]!)
  return (
    <Card
      className="cube-card"
      title={t(rfmWords.cubeHot, {
        r: hot.r,
        f: hot.f,
        members: hot.members,
        share: format.percent(Math.round((hot.members / Math.max(1, picture.measured)) * 1000) / 1000),
      })}
      note={t(rfmWords.cubeNote)}
    >
      <div className="cube-slices">
        <span className="muted small">{t(rfmWords.cubeSlice)}</span>
        <Segmented
          size="small"
          aria-label={t(rfmWords.cubeSlice)}
          value={slice}
          onChange={setSlice}
          options={[
            { value: 0, label: t(rfmWords.cubeAll) },
            ...[1, 2, 3, 4, 5].map((m) => ({ value: m, label: `M${m}` })),
          ]}
        />
      </div>
      <div className="cube">
        <span className="cube-axis-y muted caption">{t(rfmWords.cubeAxisR)}</span>
        <div className="cube-grid">
          {squares.map((square) => {
            const strength = square.members / most
            const tallest = Math.max(1, ...square.byM)
            const label = t(rfmWords.cell, { r: square.r, f: square.f, members: square.members })
            return (
              <div key={`${square.r}${square.f}`} className="cube-place">
                {square.f === 1 && <span className="cube-r caption muted">{square.r}</span>}
                <button
                  type="button"
                  className="cube-cell"
                  disabled={square.members === 0}
                  aria-label={label}
                  title={label}
                  style={square.members > 0 ? shade('pine', 0.1 + Math.sqrt(strength) * 0.82) : undefined}
                  onClick={() =>
                    open(
                      { r: square.r, f: square.f, ...(slice ? { m: slice } : {}) },
                      `R${square.r} F${square.f}${slice ? ` M${slice}` : ''}`,
                      square.members,
                    )
                  }
                >
                  <b>{square.members > 0 ? format.number(square.members) : ''}</b>
                  <span className="cube-bars" aria-hidden="true">
                    {square.members > 0 &&
                      square.byM.map((count, at) => (
                        <i
                          // biome-ignore lint/suspicious/noArrayIndexKey: M 1 to 5
                          key={at}
                          data-off={(slice !== 0 && slice !== at + 1) || undefined}
                          style={{ height: `${count === 0 ? 4 : 12 + (count / tallest) * 88}%` }}
                        />
                      ))}
                  </span>
                </button>
                {square.r === 1 && <span className="cube-f caption muted">{square.f}</span>}
              </div>
            )
          })}
        </div>
        <span className="cube-axis-x muted caption">{t(rfmWords.cubeAxisF)}</span>
      </div>
    </Card>
  )
}

/** A chart as a picture that can stand alone: what it says and how it is counted above the drawing, or above its table. */
import { type Colours, fontFamily } from './option.ts'

/** Pictures are sharp on dense screens and in print. */
const density = 2
const margin = 24
const lineHeight = { title: 26, note: 18, row: 26 }
/** More rows are no picture any more; the file of the data has them all. */
const mostRows = 40
const widest = 1_600

export interface PictureParts {
  readonly title: string
  readonly note: string
  readonly colours: Colours
  /** The drawing, as large as it is on the screen. */
  readonly drawing?: { readonly url: string; readonly width: number; readonly height: number }
  readonly table: { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }
  /** Says how many rows are left out. */
  readonly more: (rows: number) => string
}

export async function pictureOf(parts: PictureParts): Promise<Blob | null> {
  const { title, note, colours, drawing, table, more } = parts
  const canvas = document.createElement('canvas')
  const pen = canvas.getContext('2d')
  if (!pen) return null
  const fonts = { title: `600 18px ${fontFamily}`, note: `12px ${fontFamily}`, row: `13px ${fontFamily}` }
  const widthOf = (text: string, font: string) => {
    pen.font = font
    return pen.measureText(text).width
  }
  const rows = drawing ? [] : table.rows.slice(0, mostRows)
  const columns = table.head.map((head, at) =>
    Math.max(...[head, ...rows.map((row) => row[at] ?? '')].map((text) => widthOf(text, fonts.row) + 24)),
  )
  const inner = drawing
    ? drawing.width
    : Math.min(
        widest,
        Math.max(
          480,
          columns.reduce((sum, width) => sum + width, 0),
        ),
      )
  const lines = {
    title: wrapped(title, inner, (text) => widthOf(text, fonts.title)),
    note: wrapped(note, inner, (text) => widthOf(text, fonts.note)),
  }
  const left = drawing ? 0 : table.rows.length - rows.length
  const body = drawing ? drawing.height : lineHeight.row * (rows.length + 1 + (left > 0 ? 1 : 0))
  const above = lines.title.length * lineHeight.title + lines.note.length * lineHeight.note + 12
  canvas.width = (inner + 2 * margin) * density
  canvas.height = (above + body + 2 * margin) * density
  pen.scale(density, density)
  pen.fillStyle = colours.card
  pen.fillRect(0, 0, inner + 2 * margin, above + body + 2 * margin)
  pen.textBaseline = 'top'
  let y = margin
  const write = (text: string, font: string, colour: string, x = margin, align: CanvasTextAlign = 'left') => {
    pen.font = font
    pen.fillStyle = colour
    pen.textAlign = align
    pen.fillText(text, x, y)
  }
  for (const line of lines.title) {
    write(line, fonts.title, colours.ink)
    y += lineHeight.title
  }
  for (const line of lines.note) {
    write(line, fonts.note, colours.muted)
    y += lineHeight.note
  }
  y += 12
  if (drawing) pen.drawImage(await loaded(drawing.url), margin, y, drawing.width, drawing.height)
  else {
    const spare = Math.max(0, inner - columns.reduce((sum, width) => sum + width, 0))
    for (const [place, row] of [table.head, ...rows].entries()) {
      let x = margin
      for (const [at, text] of row.entries()) {
        const width = (columns[at] ?? 0) + (at === 0 ? spare : 0)
        const colour = place === 0 ? colours.muted : colours.ink
        // Names stand left, figures right, as in the table on the screen.
        if (at === 0) write(text, fonts.row, colour, x)
        else write(text, fonts.row, colour, x + width, 'right')
        x += width
      }
      y += lineHeight.row
      pen.fillStyle = colours.line
      pen.fillRect(margin, y - 7, inner, 1)
    }
    if (left > 0) write(more(left), fonts.note, colours.muted)
  }
  return await new Promise((resolve) => canvas.toBlob(resolve, 'image/png'))
}

/** Lines no wider than `width`: broken at spaces, or anywhere in Chinese. */
function wrapped(text: string, width: number, widthOf: (text: string) => number): string[] {
  const lines: string[] = []
  let line = ''
  for (const piece of text.match(/[\u0021-\u024f]+\s*|\s+|./gu) ?? []) {
    if (line !== '' && widthOf(line + piece) > width) {
      lines.push(line.trimEnd())
      line = piece.trimStart()
    } else line += piece
  }
  return line === '' ? lines : [...lines, line]
}

const loaded = (url: string): Promise<HTMLImageElement> =>
  new Promise((resolve, reject) => {
    const image = new Image()
    image.onload = () => resolve(image)
    image.onerror = () => reject(new Error('The drawing cannot be read'))
    image.src = url
  })

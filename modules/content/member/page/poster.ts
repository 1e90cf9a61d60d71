/** A picture of a post to pass on where links are not welcome: its words, where it stands, and a code that leads to it. */
import { qrModules } from '#base/text/qr.ts'

export interface Poster {
  readonly name: string
  readonly title: string
  readonly excerpt: string
  readonly author: string
  readonly place: string
  readonly address: string
  readonly hint: string
  /** Address of a picture of our own site. */
  readonly picture: string | undefined
}

const width = 750
const edge = 56
const family = 'Inter, "PingFang SC", "HarmonyOS Sans SC", "Noto Sans SC", "Microsoft YaHei", sans-serif'
// The brand on paper: a poster is seen outside the site, so the reader's theme has no say.
const ink = '#1e2622'
const muted = '#646a65'
const pine = '#1f6b4f'

/** Draws it as PNG, 750 px wide. A picture that cannot be had is left out. */
export async function drawPoster(poster: Poster): Promise<Blob> {
  const picture = poster.picture ? await loaded(poster.picture) : undefined
  const canvas = document.createElement('canvas')
  const context = canvas.getContext('2d')!
  context.font = `600 40px ${family}`
  const title = wrapped(context, poster.title, width - 2 * edge, 5)
  context.font = `400 28px ${family}`
  const excerpt = wrapped(context, poster.excerpt, width - 2 * edge, 6)
  const pictureHeight = picture
    ? Math.min(480, Math.round((width * picture.naturalHeight) / picture.naturalWidth))
    : 0
  const words = title.length * 56 + (excerpt.length > 0 ? 20 + excerpt.length * 44 : 0)
  const foot = 220
  const height = pictureHeight + edge + 96 + words + 40 + foot
  canvas.width = width
  canvas.height = height
  context.fillStyle = '#faf8f4'
  context.fillRect(0, 0, width, height)
  if (picture) cover(context, picture, pictureHeight)

  let y = pictureHeight + edge
  context.textBaseline = 'top'
  const text = (said: string, font: string, colour: string, x = edge) => {
    context.font = `${font} ${family}`
    context.fillStyle = colour
    context.fillText(said, x, y)
  }
  text(poster.author, '600 28px', ink)
  y += 40
  text(poster.place, '400 24px', muted)
  y += 56
  for (const line of title) {
    text(line, '600 40px', ink)
    y += 56
  }
  if (excerpt.length > 0) y += 20
  for (const line of excerpt) {
    text(line, '400 28px', muted)
    y += 44
  }

  y = height - foot
  context.fillStyle = '#ffffff'
  context.fillRect(0, y, width, foot)
  const code = 148
  drawCode(context, poster.address, width - edge - code, y + 36, code)
  y += 62
  text(poster.name, '600 34px', pine)
  y += 56
  text(poster.hint, '400 26px', muted)
  return await new Promise((done, fail) =>
    canvas.toBlob((blob) => (blob ? done(blob) : fail(new Error('no picture'))), 'image/png'),
  )
}

function cover(context: CanvasRenderingContext2D, picture: HTMLImageElement, height: number): void {
  const scale = Math.max(width / picture.naturalWidth, height / picture.naturalHeight)
  const [w, h] = [width / scale, height / scale]
  context.drawImage(
    picture,
    (picture.naturalWidth - w) / 2,
    (picture.naturalHeight - h) / 2,
    w,
    h,
    0,
    0,
    width,
    height,
  )
}

function drawCode(
  context: CanvasRenderingContext2D,
  address: string,
  left: number,
  top: number,
  side: number,
): void {
  const modules = qrModules(address)
  const unit = side / modules.length
  context.fillStyle = '#000000'
  for (const [row, cells] of modules.entries())
    for (const [column, dark] of cells.entries())
      if (dark) {
        const x = Math.round(left + column * unit)
        const y = Math.round(top + row * unit)
        context.fillRect(
          x,
          y,
          Math.round(left + (column + 1) * unit) - x,
          Math.round(top + (row + 1) * unit) - y,
        )
      }
}

/** Lines that fit; Chinese breaks anywhere, other words between them; the last line says that there is more. */
function wrapped(context: CanvasRenderingContext2D, text: string, room: number, most: number): string[] {
  const pieces = text.match(/[A-Za-z0-9.,:;!?'"()%℃°-]+\s?|\s+|./gu) ?? []
  const lines: string[] = []
  let line = ''
  for (const piece of pieces) {
    if (line !== '' && context.measureText(line + piece).width > room) {
      lines.push(line.trimEnd())
      line = piece.trimStart()
    } else line += piece
  }
  if (line.trim() !== '') lines.push(line.trimEnd())
  if (lines.length <= most) return lines
  return [...lines.slice(0, most - 1), `${[...lines[most - 1]!].slice(0, -1).join('')}…`]
}

function loaded(address: string): Promise<HTMLImageElement | undefined> {
  return new Promise((done) => {
    const image = new Image()
    image.onload = () => done(image)
    image.onerror = () => done(undefined)
    image.src = address
  })
}

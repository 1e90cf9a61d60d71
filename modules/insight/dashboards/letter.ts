/** A dashboard as a mail: its figures with their lines, what happened to them in words, and the way to the page. */
import { render } from '#base/i18n/messages.ts'
import { button, heading, type MailBlock, note, paragraph } from '#base/mail/template.ts'
import { distanceWords } from '../figure.ts'
import { barPicture } from '../pictures/bar-picture.ts'
import { linePicture } from '../pictures/line-picture.ts'
import type { Sendable } from '../subscriptions/letter.ts'
import type { SentTile } from './dashboard.ts'
import { accessDashboard, findTiles } from './dashboards.ts'
import { cellWords, type Figures } from './figures/figures.ts'
import { figuresOfTiles } from './figures/tiles.ts'
import { letterWords as words } from './letter.messages.ts'

/** More is no letter any more: the page has them all. */
const mostTiles = 12
const [mostRows, mostColumns] = [6, 4]
const size = { width: 480, height: 130 }

/** Throws `warehouse_unavailable` while figures would be wrong or missing: the letter is sent later. */
export const dashboardSendable: Sendable = {
  kind: 'dashboard',
  nameOf: async (ctx, id) => (await accessDashboard(ctx, id)).name,
  letterOf: async (asking, id, { locale, day }) => {
    const { parts } = asking
    const ctx = { ...asking.ctx, locale }
    const { name, range, scope } = await accessDashboard(ctx, id)
    await parts.audience.requireFresh(ctx)
    const tiles = await findTiles(ctx, id)
    const found = await figuresOfTiles(
      { ...asking, ctx },
      tiles.slice(0, mostTiles),
      { ...(range ? { range } : {}), ...(scope ? { scope } : {}) },
      { counted: false },
    )
    // Each tile fails by itself, but a letter without figures is worse than a late one.
    const away = found.find(({ problem }) => problem?.kind.status === 503)
    if (away?.problem) throw away.problem
    const url = `${parts.config.baseUrl}/console/insight/dashboards/${id}`
    const say = (message: Parameters<typeof render>[0], values: Record<string, string | number> = {}) =>
      render(message, locale, values)
    const blocks: MailBlock[] = [paragraph(say(words.lead, { name, day }))]
    const lines: string[] = []
    for (const [at, tile] of tiles.slice(0, mostTiles).entries()) {
      const { figures, problem } = found[at]!
      if (tile.content.kind === 'text') blocks.push(paragraph(tile.content.text))
      if (problem)
        blocks.push(note(tile.title ? say(words.failed, { title: tile.title }) : say(words.oneFailed)))
      if (!figures) continue
      const title = tile.title ?? figures.lines[0]?.name ?? say(words.figures)
      const told = sentence(title, figures, say, locale)
      blocks.push(heading(title), paragraph(told), ...(await shown(tile, figures, told, locale)))
      lines.push(told)
    }
    if (tiles.length > mostTiles) blocks.push(note(say(words.more, { count: tiles.length - mostTiles })))
    blocks.push(button(say(words.open), url))
    return {
      subject: say(words.subject, { name, day }),
      preview: lines.slice(0, 2).join(' · ') || name,
      blocks,
      robot: {
        title: say(words.subject, { name, day }),
        lines: lines.slice(0, 8),
        link: { text: say(words.open), url },
      },
    }
  },
}

/** `周活跃 WAU 9,846，比对比期多 312`. */
function sentence(
  title: string,
  { headline, was, better }: Figures,
  say: (message: Parameters<typeof render>[0], values?: Record<string, string | number>) => string,
  locale: Parameters<typeof render>[1],
): string {
  if (!headline) return title
  const figure = cellWords(headline, locale)
  if (headline.value === null || was?.value == null) return say(words.plain, { title, figure })
  const change = headline.value - was.value
  if (change === 0) return say(words.same, { title, figure })
  const by = distanceWords(change, headline.unit, locale)
  const good = change > 0 === (better === 'more')
  return say(change > 0 ? (good ? words.up : words.upBad) : good ? words.downGood : words.down, {
    title,
    figure,
    by,
  })
}

/** Lines as a picture, everything else as a small table. */
async function shown(
  { content }: SentTile,
  { lines, table, labels }: Figures,
  alt: string,
  locale: Parameters<typeof render>[1],
): Promise<MailBlock[]> {
  const [line] = lines
  const values = line?.values.map(({ value }) => value) ?? []
  const single = lines.length === 1 && labels.length > 1 && values.some((value) => value !== null)
  if (single && !(content.kind === 'metric' && content.show === 'table')) {
    const bars = content.kind === 'metric' && content.show === 'bars'
    const before = line!.before?.map(({ value }) => value)
    const png = bars
      ? await barPicture({ values }, size)
      : await linePicture({ values, ...(before ? { before } : {}) }, size)
    return [{ kind: 'picture', png, ...size, alt }]
  }
  if (table.rows.length === 0) return []
  return [
    {
      kind: 'table',
      head: table.head.slice(0, mostColumns),
      rows: table.rows
        .slice(-mostRows)
        .map((row) => row.slice(0, mostColumns).map((cell) => cellWords(cell, locale))),
    },
  ]
}

/**
 * A report as one page of paper: for PDF, and for printing from the browser. It stands alone: no scripts, no addresses
 * to fetch, charts as SVG drawn here. Only our renderer writes markup; what people wrote goes through it as text.
 */
import { address, html, type SafeHtml } from '#base/html/safe.ts'
import { inlineSvg } from '#base/html/svg.ts'
import type { Locale } from '#base/i18n/messages.ts'
import { formatDay } from '#base/time/format.ts'
import { figureWords } from '../figure.ts'
import { lineOption } from '../pictures/line-picture.ts'
import { drawSvg } from '../pictures/paint.ts'
import { type Door, inLocale, type ReportLine, type ReportPart, type ReportSection } from './body.ts'
import { printStyle } from './print-style.ts'
import { reportWords as words } from './reports.messages.ts'
import type { Report } from './reports.ts'
import { sayFigure } from './say-figure.ts'
import { addressOf, madeWords, titleOf } from './text.ts'

interface Printed {
  readonly locale: Locale
  readonly brand: string
  readonly baseUrl: string
}

export function reportPage(
  report: Report,
  body: readonly ReportSection[],
  { locale, brand, baseUrl }: Printed,
): string {
  const say = (of: { zh: string; en: string }) => inLocale(of, locale)
  const link = (text: string, door: Door | undefined) =>
    door ? html`<a href="${address(addressOf(door, baseUrl))}">${text}</a>` : text
  const title = titleOf(report, locale, brand)
  const notes = (name: { zh: string; en: string }, text: string) =>
    text.trim() !== '' &&
    html`<section class="notes"><h2>${say(name)}</h2>${text
      .trim()
      .split(/\n+/)
      .map((line) => html`<p>${line}</p>`)}</section>`

  const partOf = (part: ReportPart, heading: string): SafeHtml => {
    switch (part.kind) {
      case 'sentences':
        return html`<ul>${part.items.map(({ text, tone, door }) => html`<li class="${tone ?? 'plain'}">${link(say(text), door)}</li>`)}</ul>`
      case 'figures':
        return html`<div class="figures">${part.items.map((item) => {
          const { name, now, before, change, turn, formula } = sayFigure(item, locale)
          return html`<div class="figure"><span class="name">${name}</span><b>${now}</b><span class="${turn}">${change}</span><span class="small">${say(words.beforeHead)} ${before}</span><span class="small">${formula}</span></div>`
        })}</div>`
      case 'line':
        return html`<figure>${say(part.title) !== heading && html`<figcaption>${say(part.title)}</figcaption>`}${chart(part)}<div class="ends small"><span>${endOf(part, 0, locale)}</span><span>${endOf(part, part.points.length - 1, locale)}</span></div></figure>`
      case 'table':
        return html`${part.title && html`<h3>${say(part.title)}</h3>`}<table><thead><tr>${part.head.map((text, at) => html`<th class="${part.figures.includes(at) ? 'number' : 'word'}">${say(text)}</th>`)}</tr></thead><tbody>${part.rows.map((cells) => html`<tr>${cells.map(({ text, tone, door }, at) => html`<td class="${part.figures.includes(at) ? 'number' : 'word'} ${tone ?? 'plain'}">${link(say(text), door)}</td>`)}</tr>`)}</tbody></table>`
    }
  }
  return html`<!doctype html>
<html lang="${locale}">
<head><meta charset="utf-8"><meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'unsafe-inline'"><meta name="viewport" content="width=device-width">
<title>${title}</title><style>${printStyle}</style></head>
<body><main>
<header><h1>${title}</h1><p class="small">${madeWords(report, locale)}</p></header>
${notes(words.summary, report.summary)}${notes(words.nextSteps, report.nextSteps)}
${body.map(
  (section) =>
    html`<section><p class="label">${say(section.label)}</p><h2>${link(say(section.title), section.door)}</h2>${section.parts.map((part) => partOf(part, say(section.title)))}<p class="small">${say(section.about)}</p></section>`,
)}
<footer class="small">${say(words.excluded)}</footer>
</main></body></html>
`.markup
}

const chart = ({ points, before, goal }: ReportLine): SafeHtml =>
  inlineSvg(
    drawSvg(
      (colours) =>
        lineOption(
          {
            values: points.map(({ value }) => value),
            ...(before.length > 0 ? { before } : {}),
            ...(goal === null ? {} : { goal }),
          },
          colours,
        ),
      { width: 660, height: 170 },
    ),
  )

/** What stands at an end of the line: its day and figure. */
function endOf({ points, unit }: ReportLine, at: number, locale: Locale): string {
  const point = points[at]
  return point ? `${formatDay(point.start, locale)} · ${figureWords(point.value, unit, locale)}` : ''
}

/**
 * How every mail looks: one card on paper, readable from 320 px, light and dark. Written with tables
 * and inline styles because mail programs know little else; `style` only adds what may be ignored.
 */
import { address, html, SafeHtml } from '../html/safe.ts'
import { mailMessages } from './mail.messages.ts'
import type { MailBlock, MailContent, MailScene } from './template.ts'

const pine = '#1F6B4F'
const fonts = "Inter,'PingFang SC','HarmonyOS Sans SC','Noto Sans SC','Microsoft YaHei',system-ui,sans-serif"

const dark = `:root{color-scheme:light dark}
@media (prefers-color-scheme:dark){
.paper{background:#131714!important}.card{background:#1B211D!important;border-color:#2C342F!important}
.ink{color:#ECE8DF!important}.muted{color:#A2A9A3!important}.code{background:#242C27!important;color:#ECE8DF!important}.rule{border-color:#2C342F!important}
}
@media (max-width:480px){.card{padding:24px 20px!important}.button a{display:block!important}}`

export interface MailFooter {
  readonly reason: string
  readonly unsubscribe?: { readonly label: string; readonly url: string }
}

export function renderMailHtml(content: MailContent, scene: MailScene, footer: MailFooter): string {
  const { brand, locale } = scene
  const logo = brand.logoUrl
    ? html`<img src="${address(brand.logoUrl)}" alt="" width="32" height="32" style="border-radius:8px;vertical-align:middle;margin-right:10px">`
    : undefined
  const page = html`<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>${content.subject}</title>
<style>${new SafeHtml(dark)}</style>
</head>
<body class="paper" style="margin:0;padding:0;background:#FAF8F4;font-family:${fonts}">
<div style="display:none;max-height:0;overflow:hidden">${content.preview}</div>
<table role="presentation" class="paper" width="100%" cellpadding="0" cellspacing="0" style="background:#FAF8F4"><tr><td align="center" style="padding:24px 12px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:560px">
<tr><td class="ink" style="padding:0 4px 16px;font-size:16px;font-weight:600;color:#1E2622">${logo}${brand.name}</td></tr>
<tr><td class="card" style="background:#FFFFFF;border:1px solid #E7E2D8;border-radius:14px;padding:32px">${content.blocks.map((block, at) => blockHtml(block, scene, at))}</td></tr>
<tr><td class="muted" style="padding:16px 4px;font-size:12px;line-height:1.6;color:#646A65">${footer.reason}${
    footer.unsubscribe
      ? html`<br><a class="muted" href="${address(footer.unsubscribe.url)}" style="color:#646A65">${footer.unsubscribe.label}</a>`
      : undefined
  }</td></tr>
</table>
</td></tr></table>
</body>
</html>
`
  return page.markup
}

/** By which the mail names the picture of its block; the same in the markup and in the part that holds it. */
export const pictureId = (at: number): string => `picture-${at}@mail`

function blockHtml(block: MailBlock, { brand, say }: MailScene, at: number): SafeHtml {
  switch (block.kind) {
    case 'heading':
      return html`<h1 class="ink" style="margin:0 0 16px;font-size:20px;line-height:1.4;font-weight:600;color:#1E2622">${block.text}</h1>`
    case 'paragraph':
      return html`<p class="ink" style="margin:0 0 16px;font-size:15px;line-height:1.7;color:#1E2622">${block.text}</p>`
    case 'button': {
      const colour = /^#[0-9a-f]{6}$/i.test(brand.colour ?? '') ? (brand.colour ?? pine) : pine
      return html`<p class="button" style="margin:24px 0 12px"><a href="${address(block.url)}" style="display:inline-block;background:${colour};color:${readableOn(colour)};text-decoration:none;text-align:center;font-size:15px;font-weight:600;line-height:1.4;padding:12px 24px;border-radius:8px">${block.label}</a></p><p class="muted" style="margin:0 0 16px;font-size:12px;line-height:1.6;color:#646A65">${say(mailMessages.copyLink)}<br><a class="muted" href="${address(block.url)}" style="color:#646A65;word-break:break-all">${block.url}</a></p>`
    }
    case 'code':
      return html`<p class="code" style="margin:0 0 16px;padding:16px;border-radius:8px;background:#FAF8F4;color:#1E2622;font-size:26px;font-weight:600;letter-spacing:6px;text-align:center;font-variant-numeric:tabular-nums">${block.text}</p>`
    case 'list':
      return html`<ul class="ink" style="margin:0 0 16px;padding-left:20px;font-size:15px;line-height:1.7;color:#1E2622">${block.items.map((item) => html`<li>${item}</li>`)}</ul>`
    case 'details':
      return html`<table role="presentation" cellpadding="0" cellspacing="0" style="margin:0 0 16px;font-size:14px;line-height:1.7">${block.rows.map(
        ([label, value]) =>
          html`<tr><td class="muted" style="padding:2px 16px 2px 0;color:#646A65;white-space:nowrap;vertical-align:top">${label}</td><td class="ink" style="padding:2px 0;color:#1E2622">${value}</td></tr>`,
      )}</table>`
    case 'picture':
      return html`<p style="margin:0 0 16px"><img src="cid:${pictureId(at)}" alt="${block.alt}" width="${block.width}" height="${block.height}" style="display:block;width:100%;max-width:${block.width}px;height:auto;border:0;font-size:13px;line-height:1.6;color:#646A65"></p>`
    case 'table':
      return html`<table class="ink" width="100%" cellpadding="0" cellspacing="0" style="margin:0 0 16px;border-collapse:collapse;font-size:14px;line-height:1.6;color:#1E2622;font-variant-numeric:tabular-nums"><tr>${block.head.map((text, column) => html`<th class="muted rule" align="${column === 0 ? 'left' : 'right'}" style="padding:6px ${column === 0 ? '12px 6px 0' : '0 6px 12px'};border-bottom:1px solid #E7E2D8;font-size:12px;font-weight:500;color:#646A65">${text}</th>`)}</tr>${block.rows.map((row) => html`<tr>${row.map((text, column) => html`<td class="ink rule" align="${column === 0 ? 'left' : 'right'}" style="padding:6px ${column === 0 ? '12px 6px 0' : '0 6px 12px'};border-bottom:1px solid #F0ECE3;vertical-align:top;color:#1E2622">${text}</td>`)}</tr>`)}</table>`
    case 'note':
      return html`<p class="muted" style="margin:0 0 12px;font-size:13px;line-height:1.7;color:#646A65">${block.text}</p>`
  }
}

/** White or ink, whichever has more contrast on the colour (relative luminance of WCAG 2). */
function readableOn(colour: string): string {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  const luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue
  // 0.0185: luminance of the ink #1E2622.
  return 1.05 / (luminance + 0.05) >= (luminance + 0.05) / (0.0185 + 0.05) ? '#FFFFFF' : '#1E2622'
}

/** Documents as HTML: only our own markup, every value escaped. Works in the server and in the browser. */
import type { Block, Document, Inline, Mark } from './document.ts'
import { cleanLink, ugcRel } from './link.ts'
import { html, SafeHtml } from './safe.ts'
import { cardId, cardKind, fileToken } from './tokens.ts'

export interface RenderPlaces {
  /** Address of an image: `/files/{token}/large`. */
  readonly image: (file: string, size: 'small' | 'medium' | 'large') => string
  /** Address of a film or of a file to download. */
  readonly file: (file: string) => string
  readonly member: (id: string) => string
  readonly tag: (tag: string) => string
  /** What stands for a card of another module; by default a place that the page fills. */
  readonly card?: (kind: string, id: string) => SafeHtml
}

export const ourPlaces: RenderPlaces = {
  image: (file, size) => `/files/${encodeURIComponent(file)}/${size}`,
  file: (file) => `/files/${encodeURIComponent(file)}`,
  member: (id) => `/members/${encodeURIComponent(id)}`,
  tag: (tag) => `/topics/${encodeURIComponent(tag)}`,
}

/** HTML of a document. What is not on the list renders as nothing, whatever the database holds. */
export function renderDocument(document: Document, places: RenderPlaces = ourPlaces): SafeHtml {
  return joined(document.content, (block) => renderBlock(block, places))
}

/** Markup that this renderer made and a table of ours has kept since (`post_body.html`, `comment.html`). */
export const fromRenderer = (kept: string): SafeHtml => new SafeHtml(kept)

const joined = <T>(items: readonly T[] | undefined, render: (item: T) => SafeHtml): SafeHtml =>
  html`${(items ?? []).map(render)}`

const nothing = html``

function renderBlock(block: Block, places: RenderPlaces): SafeHtml {
  const inside = (content: readonly Inline[] | undefined) =>
    joined(content, (each) => renderInline(each, places))
  const blocks = (content: readonly Block[]) => joined(content, (each) => renderBlock(each, places))
  switch (block.type) {
    case 'paragraph':
      return html`<p>${inside(block.content)}</p>`
    case 'heading':
      switch (block.attrs.level) {
        case 2:
          return html`<h2>${inside(block.content)}</h2>`
        case 3:
          return html`<h3>${inside(block.content)}</h3>`
        case 4:
          return html`<h4>${inside(block.content)}</h4>`
        default:
          return block.attrs.level satisfies never
      }
    case 'bulletList':
      return html`<ul>${joined(block.content, (item) => html`<li>${blocks(item.content)}</li>`)}</ul>`
    case 'orderedList': {
      const start = block.attrs?.start
      const items = joined(block.content, (item) => html`<li>${blocks(item.content)}</li>`)
      return start === undefined || start === 1
        ? html`<ol>${items}</ol>`
        : html`<ol start="${Math.trunc(Number(start))}">${items}</ol>`
    }
    case 'blockquote':
      return html`<blockquote>${blocks(block.content)}</blockquote>`
    case 'codeBlock':
      return html`<pre><code>${(block.content ?? []).map((each) => (each.type === 'text' ? each.text : '\n'))}</code></pre>`
    case 'image': {
      const { file, alt } = block.attrs
      if (!fileToken.test(file)) return nothing
      const extent = extentOf(block.attrs)
      const source = (size: 'small' | 'medium' | 'large') => places.image(file, size)
      return html`<figure><img src="${source('large')}" srcset="${source('small')} 320w, ${source('medium')} 960w, ${source('large')} 1920w" sizes="(max-width: 700px) 100vw, 700px"${extent} alt="${alt ?? ''}" loading="lazy" decoding="async"></figure>`
    }
    case 'video': {
      const { file, alt } = block.attrs
      if (!fileToken.test(file)) return nothing
      const label = alt ? html` aria-label="${alt}"` : nothing
      return html`<figure class="video"><video src="${places.file(file)}" poster="${places.image(file, 'large')}"${extentOf(block.attrs)}${label} controls playsinline preload="none"></video></figure>`
    }
    case 'file': {
      const { file, name, size } = block.attrs
      if (!fileToken.test(file)) return nothing
      return html`<p class="attachment"><a href="${places.file(file)}" download="${name}">${name} <span>${bytesOf(size)}</span></a></p>`
    }
    case 'linkCard': {
      const { href, title, summary, picture } = block.attrs
      const link = cleanLink(href)
      if (!link) return html`<p>${title}</p>`
      const image =
        picture && fileToken.test(picture)
          ? html`<img src="${places.image(picture, 'small')}" alt="" loading="lazy" decoding="async">`
          : nothing
      // The host is what the address says: a title may claim anything.
      return html`<a class="link-card" href="${link}" rel="${ugcRel}" target="_blank">${image}<span><strong>${title}</strong>${summary ? html`<span>${summary}</span>` : nothing}<small>${hostOf(link)}</small></span></a>`
    }
    case 'card': {
      const { kind, id } = block.attrs
      if (!cardKind.test(kind) || !cardId.test(id)) return nothing
      return places.card
        ? places.card(kind, id)
        : html`<div class="card-slot" data-card="${kind}:${id}"></div>`
    }
    case 'horizontalRule':
      return html`<hr>`
    case 'table':
      return html`<table><tbody>${joined(
        block.content,
        (row) =>
          html`<tr>${joined(row.content, (cell) =>
            cell.type === 'tableHeader'
              ? html`<th scope="col">${blocks(cell.content)}</th>`
              : html`<td>${blocks(cell.content)}</td>`,
          )}</tr>`,
      )}</tbody></table>`
    default:
      return unknown(block)
  }
}

const isSide = (side: unknown): side is number => Number.isInteger(side) && (side as number) > 0

/** Keeps the place of a picture until it is there, so that nothing jumps. */
const extentOf = ({ width, height }: { width?: number | null; height?: number | null }): SafeHtml =>
  isSide(width) && isSide(height) ? html` width="${width}" height="${height}"` : nothing

const hostOf = (link: string): string => {
  const { protocol, hostname, pathname } = new URL(link)
  return protocol === 'mailto:' ? pathname : hostname.replace(/^www\./, '')
}

/** `1.4 MB`; the same in every language we speak. */
function bytesOf(size: number): string {
  const bytes = Number(size)
  if (!Number.isFinite(bytes) || bytes < 0) return ''
  if (bytes < 1024 * 1024) return `${Math.max(1, Math.round(bytes / 1024))} KB`
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`
}

function renderInline(inline: Inline, places: RenderPlaces): SafeHtml {
  switch (inline.type) {
    case 'text':
      return (inline.marks ?? []).reduce<SafeHtml>((inner, mark) => marked(inner, mark), html`${inline.text}`)
    case 'hardBreak':
      return html`<br>`
    case 'mention':
      return html`<a class="mention" href="${places.member(inline.attrs.id)}">@${inline.attrs.label}</a>`
    case 'hashtag':
      return html`<a class="hashtag" href="${places.tag(inline.attrs.tag)}">#${inline.attrs.tag}</a>`
    case 'emoji':
      return html`<span class="emoji">${inline.attrs.emoji}</span>`
    default:
      return unknown(inline)
  }
}

function marked(inner: SafeHtml, mark: Mark): SafeHtml {
  switch (mark.type) {
    case 'bold':
      return html`<strong>${inner}</strong>`
    case 'italic':
      return html`<em>${inner}</em>`
    case 'strike':
      return html`<s>${inner}</s>`
    case 'code':
      return html`<code>${inner}</code>`
    case 'link': {
      // Judged again here: a row may be older than the rule.
      const href = cleanLink(mark.attrs.href)
      return href ? html`<a href="${href}" rel="${ugcRel}" target="_blank">${inner}</a>` : inner
    }
    default:
      unknown(mark)
      return inner
  }
}

/** The compiler knows every kind; a row from elsewhere may hold another. */
const unknown = (_never: never): SafeHtml => nothing

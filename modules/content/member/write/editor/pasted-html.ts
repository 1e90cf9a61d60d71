/**
 * HTML from the clipboard made plain before the editor reads it: Word, Feishu, the articles of public accounts.
 * It is parsed without running or loading anything; what the schema does not know falls away afterwards anyway.
 */

const gone =
  'script,style,meta,link,title,svg,math,iframe,object,embed,form,input,button,select,textarea,template,noscript,audio,canvas,base,xml,o\\:p,head'

export interface Pasted {
  readonly html: string
  /** Pictures of other sites that were left out: we neither link to them nor may we read them. */
  readonly left: number
}

/** Longer than this it is taken as plain text. */
export const longestPaste = 2_000_000

/** `take` sends a picture that is inside the HTML itself and answers the name of its upload. */
export function cleanPasted(html: string, take: (picture: Blob, alt: string) => string | undefined): Pasted {
  const page = new DOMParser().parseFromString(quiet(html), 'text/html')
  const { body } = page
  for (const element of body.querySelectorAll(gone)) element.remove()
  dropComments(page, body)
  buildLists(page, body)
  for (const element of body.querySelectorAll<HTMLElement>('[style]')) styleToMarks(page, element)
  for (const element of body.querySelectorAll('h1,h5,h6'))
    rename(page, element, element.tagName === 'H1' ? 'h2' : 'h4')
  let left = 0
  for (const image of body.querySelectorAll('img')) {
    const address = image.getAttribute('src') ?? image.dataset.src ?? ''
    const alt = image.getAttribute('alt') ?? ''
    const picture = dataPicture(address)
    const upload = picture && take(picture, alt)
    if (upload) {
      const place = page.createElement('div')
      place.dataset.thing = 'image'
      place.dataset.attrs = JSON.stringify({ upload, alt })
      image.replaceWith(place)
    } else {
      // Emoji that some sites draw as pictures stay as their words.
      if (/^\p{Extended_Pictographic}/u.test(alt)) image.replaceWith(alt)
      else {
        if (/^(https?:)?\/\//.test(address)) left++
        image.remove()
      }
    }
  }
  for (const element of body.querySelectorAll('*'))
    for (const { name } of [...element.attributes]) if (!kept.has(name)) element.removeAttribute(name)
  return { html: body.innerHTML, left }
}

/**
 * Nothing runs in a page that is only parsed, but the browser reports every handler and style in it as a breach of our
 * policy. Renamed before it is parsed, they are reported no more; they fall away below whatever they are called.
 */
const quiet = (html: string): string =>
  html
    .replace(/<(\/?)style\b/gi, '<$1template')
    .replace(/<[a-z][^<>]{0,20000}/gi, (tag) => tag.replace(/([\s/"'])on([a-z]+\s*=)/gi, '$1data-on$2'))

/** Only these can mean something to our schema. */
const kept = new Set([
  'href',
  'start',
  'data-thing',
  'data-attrs',
  'data-piece',
  'data-id',
  'data-label',
  'data-tag',
  'data-emoji',
  'data-pm-slice',
])

function dropComments(page: Document, body: HTMLElement): void {
  const walker = page.createTreeWalker(body, NodeFilter.SHOW_COMMENT)
  const found: Node[] = []
  while (walker.nextNode()) found.push(walker.currentNode)
  for (const each of found) each.parentNode?.removeChild(each)
}

/** Word writes lists as paragraphs with a sign in front. */
function buildLists(page: Document, body: HTMLElement): void {
  for (const paragraph of [...body.querySelectorAll<HTMLElement>('p')]) {
    const style = paragraph.getAttribute('style') ?? ''
    if (!/mso-list\s*:\s*l\d/i.test(style)) continue
    const sign =
      /^[\s\u00A0]*(?:([·•o▪§Ø-])|((?:\d+|[a-z]|[一二三四五六七八九十]+)[.)、]))[\s\u00A0]+/iu.exec(
        paragraph.textContent ?? '',
      )
    const tag = sign?.[2] ? 'ol' : 'ul'
    if (sign) cutStart(paragraph, sign[0].length)
    const item = page.createElement('li')
    item.append(...paragraph.childNodes)
    const before = paragraph.previousElementSibling
    if (before instanceof HTMLElement && before.dataset.wordList === tag) {
      before.append(item)
      paragraph.remove()
    } else {
      const list = page.createElement(tag)
      list.dataset.wordList = tag
      list.append(item)
      paragraph.replaceWith(list)
    }
  }
}

/** Takes the first characters of an element away, through whatever they stand in. */
function cutStart(element: HTMLElement, length: number): void {
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  for (let rest = length; rest > 0 && walker.nextNode(); ) {
    const text = walker.currentNode as Text
    const cut = Math.min(rest, text.data.length)
    text.data = text.data.slice(cut)
    rest -= cut
  }
}

/** Bold, slanted and struck that were said by style only; bold that a style takes back. */
function styleToMarks(page: Document, element: HTMLElement): void {
  const { fontWeight, fontStyle, textDecoration, textDecorationLine } = element.style
  const plainBold = /^(B|STRONG)$/.test(element.tagName) && /^(normal|400|300)$/.test(fontWeight)
  if (plainBold) {
    element.replaceWith(...element.childNodes)
    return
  }
  if (!/^(SPAN|FONT|P|LI|TD)$/.test(element.tagName) || (element.textContent ?? '').trim() === '') return
  if (/^(bold|bolder|[6-9]00)$/.test(fontWeight)) wrap(page, element, 'strong')
  if (/^(italic|oblique)/.test(fontStyle)) wrap(page, element, 'em')
  if (/line-through/.test(`${textDecoration} ${textDecorationLine}`)) wrap(page, element, 's')
}

function wrap(page: Document, element: HTMLElement, tag: string): void {
  const inside = page.createElement(tag)
  inside.append(...element.childNodes)
  element.append(inside)
}

function rename(page: Document, element: Element, tag: string): void {
  const made = page.createElement(tag)
  made.append(...element.childNodes)
  element.replaceWith(made)
}

/** `data:image/png;base64,…` as what it holds. */
function dataPicture(address: string): Blob | undefined {
  const found = /^data:(image\/(?:png|jpeg|webp));base64,([A-Za-z0-9+/=\s]+)$/.exec(address)
  if (!found?.[1] || !found[2]) return undefined
  try {
    const bytes = Uint8Array.from(atob(found[2]), (character) => character.charCodeAt(0))
    return new Blob([bytes], { type: found[1] })
  } catch {
    return undefined
  }
}

/** Whether plain text was meant as Markdown: one strong sign of it, or several lines of a list. */
export function looksLikeMarkdown(text: string): boolean {
  if (/^(#{1,6} \S|```|> \S|\|.+\|\s*$)/m.test(text)) return true
  if (/\*\*\S[^*\n]*\*\*|\[[^\]\n]+\]\(https?:\/\/[^)\s]+\)/.test(text)) return true
  return (text.match(/^\s{0,3}(?:[-*+]|\d{1,3}[.)]) \S/gm) ?? []).length >= 2
}

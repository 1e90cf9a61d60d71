/** What a page on the web says of itself: the few lines of its head that previews are made of. */

export interface PageWords {
  /** Empty when it says none. */
  readonly title: string
  readonly summary: string
  /** Address of a picture, made whole; still to be judged. */
  readonly picture: string | undefined
}

/** The head stands at the beginning; what comes later is not read. */
const looked = 400_000

/**
 * Reads bytes of HTML. Nothing of it is kept but plain words: tags are not parsed, they are looked for, and
 * whatever they say is escaped again wherever it is shown.
 */
export function readPage(bytes: Uint8Array, contentType: string, address: string): PageWords {
  const html = withoutComments(decode(bytes, contentType).slice(0, looked))
  const metas = new Map<string, string>()
  for (const [tag] of html.matchAll(/<meta\s[^<>]{1,4000}>/gi)) {
    const attributes = attributesOf(tag)
    const name = (attributes.get('property') ?? attributes.get('name') ?? '').toLowerCase()
    const content = attributes.get('content')
    if (content && !metas.has(name)) metas.set(name, content)
  }
  const [, titled = ''] = /<title[^<>]{0,200}>([^<]{0,2000})/i.exec(html) ?? []
  const picture = metas.get('og:image') ?? metas.get('twitter:image')
  return {
    title: line(metas.get('og:title') ?? metas.get('twitter:title') ?? titled, 200),
    summary: line(metas.get('og:description') ?? metas.get('description') ?? '', 300),
    picture:
      picture && URL.canParse(plain(picture).trim(), address)
        ? new URL(plain(picture).trim(), address).href
        : undefined,
  }
}

/** One step for each comment: a search that begins again at every opening would never end. */
function withoutComments(html: string): string {
  let kept = ''
  for (let at = 0; ; ) {
    const open = html.indexOf('<!--', at)
    const end = open < 0 ? -1 : html.indexOf('-->', open + 4)
    if (end < 0) return kept + html.slice(at, open < 0 ? undefined : open)
    kept += html.slice(at, open)
    at = end + 3
  }
}

function attributesOf(tag: string): Map<string, string> {
  const found = new Map<string, string>()
  for (const [, name = '', , quoted, single, bare] of tag.matchAll(
    /([a-z:-]{1,40})\s*=\s*("([^"]*)"|'([^']*)'|([^\s"'>]{1,2000}))/gi,
  ))
    found.set(name.toLowerCase(), quoted ?? single ?? bare ?? '')
  return found
}

/** By the header, then by what the page says; GB18030 reads the older Chinese ones too. */
function decode(bytes: Uint8Array, contentType: string): string {
  const said =
    /charset="?([\w-]+)/i.exec(contentType)?.[1] ??
    /charset=["']?([\w-]+)/i.exec(Buffer.from(bytes.subarray(0, 2048)).toString('latin1'))?.[1] ??
    'utf-8'
  const name = /^gb/i.test(said) ? 'gb18030' : said
  try {
    return new TextDecoder(name).decode(bytes)
  } catch {
    return new TextDecoder().decode(bytes)
  }
}

const named: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  middot: '·',
  hellip: '…',
  mdash: '—',
  ndash: '–',
}

/** Character references as what they stand for. */
const plain = (text: string): string =>
  text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/gi, (whole, decimal, hex, name) => {
    if (name) return named[String(name).toLowerCase()] ?? whole
    const code = decimal ? Number(decimal) : Number.parseInt(hex, 16)
    return code > 31 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
      ? String.fromCodePoint(code)
      : ''
  })

const line = (text: string, most: number): string =>
  [
    ...plain(text)
      .normalize('NFC')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed
      .replace(/[\u0000-\u001F\u007F-\u009F\u200B\u200E\u200F\u2028-\u202E\u2066-\u2069\uFEFF]/g, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  ]
    .slice(0, most)
    .join('')
    .slice(0, most)
    .toWellFormed()

/**
 * Public pages: what the server writes into the HTML of the member site before any script runs, for
 * search engines, previews in chats and slow phones. A module contributes pages; the rest is the shell.
 */
import type { Ctx } from '../context.ts'
import type { Locale } from '../i18n/messages.ts'

export interface PageMeta {
  readonly title: string
  readonly description?: string
  /** Address of a picture for previews, on our site (`/files/…`) or absolute. */
  readonly image?: string
  /** HTML of the content, from the one renderer (`base/html`); shown until the scripts take over. */
  readonly content?: string
  /** Whether search engines may list it; default no. */
  readonly listed?: boolean
  /** What it is to previews; `website` when left out. */
  readonly kind?: 'website' | 'article' | 'profile'
  /** When an article appeared and was last changed. */
  readonly published?: Date | undefined
  readonly changed?: Date | undefined
  /** Where the same content lives under its proper address, as a path; the asked one when left out. */
  readonly canonical?: string
  /** A feed of what appears here. */
  readonly feed?: { readonly title: string; readonly path: string }
  /** What search engines read: objects of schema.org. Addresses in them may be paths of our site. */
  readonly structured?: readonly Structured[]
  /**
   * Reads of the API that the screen begins with (`/api/site/posts/7`), as this caller is answered. They travel in
   * the page, so that the screen needs no second round trip. Only reads without effects.
   */
  readonly first?: readonly string[]
  /** Such reads that the page has answered already, by their addresses. */
  readonly answers?: Readonly<Record<string, unknown>>
  /** The source file of the screen, so that the browser fetches its script together with the first ones. */
  readonly screen?: string
  /** It lives elsewhere now: a path of the site. The rest is not looked at. */
  readonly movedTo?: string
}

export type Structured = { readonly [name: string]: StructuredValue | undefined }
type StructuredValue = string | number | boolean | null | Structured | readonly StructuredValue[]

export interface Page {
  /** `/groups/{id}`. Several modules may speak of one address: the lowest says what it is, the others add content. */
  readonly path: string
  /** What the page says of itself to this caller; undefined when there is nothing to see (404). */
  readonly meta: (ctx: Ctx, params: Readonly<Record<string, string>>) => Promise<PageMeta | undefined>
}

/** What every page says of the community. */
export interface Brand {
  readonly name: string
  readonly slogan: string
  readonly locale: Locale
}

export const escapeHtml = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')

export interface PageValues {
  readonly nonce: string
  readonly locale: Locale
  readonly siteName: string
  readonly meta: PageMeta
  /** Absolute address of the page, for `canonical` and previews; left out for pages nobody shares. */
  readonly canonical?: string
  /** Where the site is, `https://club.example.com`, for addresses that must be absolute. */
  readonly baseUrl?: string
  /** Answers of the API by their addresses, for the screen to begin with. */
  readonly first?: Readonly<Record<string, unknown>>
  /** Scripts to fetch together with the first ones. */
  readonly preloads?: readonly string[]
}

/** JSON inside a script element: nothing in it ends the element, opens a comment or breaks a line of script. */
export const scriptJson = (value: unknown): string =>
  JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )

/** What the page of the lowest module says, with the content, first reads and structure that others add. */
export function joinMeta(said: readonly (PageMeta | undefined)[]): PageMeta | undefined {
  const [base] = said
  if (!base) return undefined
  const all = said.filter((each) => each !== undefined)
  const gather = <T>(part: (meta: PageMeta) => readonly T[] | undefined): T[] =>
    all.flatMap((each) => part(each) ?? [])
  const find = <T>(part: (meta: PageMeta) => T | undefined): T | undefined =>
    all.map(part).find((each) => each !== undefined)
  const feed = find((meta) => meta.feed)
  const screen = find((meta) => meta.screen)
  return {
    ...base,
    ...(feed ? { feed } : {}),
    ...(screen ? { screen } : {}),
    content: all.map((each) => each.content ?? '').join(''),
    structured: gather((meta) => meta.structured),
    first: gather((meta) => meta.first),
    answers: Object.assign({}, ...all.map((each) => each.answers ?? {})) as Record<string, unknown>,
  }
}

const absolute = (address: string, baseUrl: string): string =>
  address.startsWith('/') && !address.startsWith('//') ? `${baseUrl}${address}` : address

/** Properties of schema.org that hold addresses; a `/` at the start of any other is just what somebody wrote. */
const addresses = new Set(['@id', 'url', 'item', 'image', 'thumbnailUrl', 'contentUrl', 'mainEntityOfPage'])

function absolutely(value: StructuredValue, baseUrl: string, isAddress = false): StructuredValue {
  if (typeof value === 'string') return isAddress ? absolute(value, baseUrl) : value
  if (Array.isArray(value)) return value.map((each) => absolutely(each, baseUrl, isAddress))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, each]) =>
      each === undefined ? [] : [[name, absolutely(each as StructuredValue, baseUrl, addresses.has(name))]],
    ),
  )
}

/**
 * Fills the placeholders of a built `index.html` (`__NONCE__`, `__LANG__`, `__TITLE__`,
 * `__DESCRIPTION__`, what stands between `<!--first-->` and `<!--/first-->`) and adds the rest of the head.
 */
export function fillPage(
  html: string,
  { nonce, locale, siteName, meta, canonical, baseUrl = '', first, preloads = [] }: PageValues,
): string {
  const title = escapeHtml(meta.title === siteName ? siteName : `${meta.title} · ${siteName}`)
  const description = escapeHtml(meta.description ?? '')
  const property = (name: string, value: string | undefined): string[] =>
    value ? [`<meta property="${name}" content="${escapeHtml(value)}" />`] : []
  const image = meta.image && absolute(meta.image, baseUrl)
  const head = [
    ...property('og:site_name', siteName),
    ...property('og:locale', locale.replace('-', '_')),
    ...(canonical ? [`<link rel="canonical" href="${escapeHtml(canonical)}" />`] : []),
    ...property('og:url', canonical),
    ...property('og:image', image),
    ...(image ? ['<meta name="twitter:card" content="summary_large_image" />'] : []),
    ...property('article:published_time', meta.published?.toISOString()),
    ...property('article:modified_time', meta.changed?.toISOString()),
    ...(meta.feed
      ? [
          `<link rel="alternate" type="application/atom+xml" title="${escapeHtml(meta.feed.title)}" href="${escapeHtml(absolute(meta.feed.path, baseUrl))}" />`,
        ]
      : []),
    ...preloads.map(
      (script) => `<link rel="modulepreload" href="${escapeHtml(script)}" nonce="${escapeHtml(nonce)}" />`,
    ),
    meta.listed
      ? '<meta name="robots" content="max-image-preview:large" />'
      : '<meta name="robots" content="noindex" />',
  ].join('\n    ')
  // Neither of these is a script: browsers run no element of such a type, and no policy needs to allow it.
  const data = [
    ...(meta.structured ?? []).map(
      (each) =>
        `<script type="application/ld+json">${scriptJson(absolutely({ '@context': 'https://schema.org', ...each }, baseUrl))}</script>`,
    ),
    ...(first && Object.keys(first).length > 0
      ? [
          `<script type="application/json" id="first">${scriptJson({ lang: locale, answers: first })}</script>`,
        ]
      : []),
  ].join('\n    ')
  const values: Record<string, string> = {
    __NONCE__: nonce,
    __LANG__: locale,
    __TITLE__: title,
    __DESCRIPTION__: description,
  }
  return (
    html
      // Functions, because a `$` in a value must stay a `$`.
      .replace(/__(?:NONCE|LANG|TITLE|DESCRIPTION)__/g, (name) => values[name]!)
      .replace(/<html lang="[^"]*"/, () => `<html lang="${locale}"`)
      .replace(
        '<meta property="og:type" content="website" />',
        () => `<meta property="og:type" content="${meta.kind ?? 'website'}" />`,
      )
      .replace('</head>', () => `  ${head}\n  </head>`)
      .replace('</body>', () => (data ? `  ${data}\n  </body>` : '</body>'))
      // Last: what people wrote stands here, and nothing of it may be taken for a place to fill.
      .replace(/<!--first-->[\s\S]*?<!--\/first-->/, (empty) => meta.content || empty)
  )
}

/** HTML from elsewhere (imports, policies): the same elements as our documents and nothing else. */
import sanitize from 'sanitize-html'
import { cleanLink, ugcRel } from './link.ts'
import { SafeHtml } from './safe.ts'

const ourImage = /^\/files\/[A-Za-z0-9_-]{22}(\/(small|medium|large))?$/

const policy: sanitize.IOptions = {
  allowedTags: [
    'p', 'br', 'hr', 'h2', 'h3', 'h4', 'ul', 'ol', 'li', 'blockquote', 'pre', 'code', 'strong', 'b', 'em', 'i', 's', 'del', 'a', 'img',
    'table', 'thead', 'tbody', 'tr', 'th', 'td',
  ], // biome-ignore format: one list
  allowedAttributes: { a: ['href', 'rel', 'target'], img: ['src', 'alt'], ol: ['start'] },
  allowedSchemes: ['http', 'https', 'mailto'],
  allowedSchemesAppliedToAttributes: ['href', 'src'],
  allowProtocolRelative: false,
  disallowedTagsMode: 'discard',
  nonTextTags: [
    'script',
    'style',
    'textarea',
    'option',
    'noscript',
    'template',
    'title',
    'svg',
    'math',
    'iframe',
    'object',
    'xmp',
  ],
  enforceHtmlBoundary: false,
  nestingLimit: 50,
  transformTags: {
    a: (tagName, { href }) => {
      const link = cleanLink(href)
      return {
        tagName,
        attribs: (link ? { href: link, rel: ugcRel, target: '_blank' } : {}) as sanitize.Attributes,
      }
    },
    h1: 'h2',
    ol: (tagName, { start = '' }) => ({
      tagName,
      attribs: (/^\d{1,5}$/.test(start) ? { start } : {}) as sanitize.Attributes,
    }),
  },
  // Pictures from elsewhere would tell their host who reads; only uploaded ones stay.
  exclusiveFilter: (frame) => frame.tag === 'img' && !ourImage.test(frame.attribs.src ?? ''),
}

/** Longer pages than these are not written by people; the parser needs more than linear time for deep ones. */
export const htmlLimits = { characters: 500_000, tags: 20_000 } as const

/** HTML that may be shown, made from HTML that may be anything. Throws RangeError beyond `htmlLimits`. */
export function sanitizeHtml(dirty: string): SafeHtml {
  if (dirty.length > htmlLimits.characters || dirty.split('<').length > htmlLimits.tags)
    throw new RangeError('The HTML is too long or holds too many tags')
  return new SafeHtml(sanitize(dirty, policy))
}

/** The words of some HTML, in one line for each block. */
export function htmlToPlainText(dirty: string): string {
  const lines = sanitizeHtml(dirty).markup.replace(
    /<(?:br|hr|\/p|\/h[234]|\/li|\/tr|\/blockquote|\/pre)\b[^>]*>/g,
    '\n',
  )
  return sanitize(lines, { allowedTags: [], allowedAttributes: {} })
    .replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => entities[name] ?? '')
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }

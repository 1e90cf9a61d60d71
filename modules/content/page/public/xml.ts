/** XML that machines read: every value escaped, characters that XML forbids dropped. */
import { escapeHtml } from '#base/html/safe.ts'

export const xmlHead = '<?xml version="1.0" encoding="UTF-8"?>\n'

/** Text for content and attributes of XML; the entities of HTML's escaping are those of XML. */
export const xml = (text: string): string => escapeHtml(text.toWellFormed())

export const xmlAnswer = (body: BodyInit, type: string, seconds: number): Response =>
  new Response(body, {
    headers: {
      'content-type': `${type}; charset=utf-8`,
      'cache-control': `public, max-age=${seconds}`,
      // Readers of feeds and sitemaps are programs of others.
      'cross-origin-resource-policy': 'cross-origin',
    },
  })

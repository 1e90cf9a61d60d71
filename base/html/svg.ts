/** Drawings made on this machine by our own code, to stand in a page. */
import { SafeHtml } from './safe.ts'

/** Elements that a drawing of lines and bars is made of. */
const drawn = new Set([
  'svg',
  'g',
  'path',
  'rect',
  'circle',
  'line',
  'polyline',
  'polygon',
  'defs',
  'clipPath',
  'style',
  'linearGradient',
  'stop',
])

/**
 * The markup of a drawing as part of a page. Throws for whatever is no drawing: text of people, scripts, addresses and
 * handlers have no business in one.
 */
export function inlineSvg(markup: string): SafeHtml {
  const body = markup.replace(/^<\?xml[^>]*\?>/, '')
  for (const [, name = ''] of body.matchAll(/<\/?([a-zA-Z][\w:-]*)/g))
    if (!drawn.has(name)) throw new Error(`A drawing holds no <${name}>`)
  if (/\son\w+\s*=|javascript:|<!|\shref\s*=|url\((?!#)/i.test(body)) throw new Error('A drawing only draws')
  return new SafeHtml(body)
}

/** A style sheet that we wrote, a constant of the code; nothing of people goes in. Throws when it would leave its element. */
export function styleSheet(css: string): SafeHtml {
  if (/[<]/.test(css)) throw new Error('A style sheet holds no markup')
  return new SafeHtml(css)
}

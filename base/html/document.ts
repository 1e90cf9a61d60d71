/**
 * Rich text as people write it: a tree of known nodes, stored as JSON and never as HTML. The shape is
 * that of the editor (ProseMirror); what is not on the list here is refused when it is written.
 */
import { z } from 'zod'
import { defineMessages } from '../i18n/messages.ts'
import { cleanLink } from './link.ts'

export type Mark =
  | { readonly type: 'bold' | 'italic' | 'strike' | 'code' }
  | { readonly type: 'link'; readonly attrs: { readonly href: string } }

export type Inline =
  | { readonly type: 'text'; readonly text: string; readonly marks?: readonly Mark[] }
  | { readonly type: 'hardBreak' }
  | { readonly type: 'mention'; readonly attrs: { readonly id: string; readonly label: string } }
  | { readonly type: 'hashtag'; readonly attrs: { readonly tag: string } }
  | { readonly type: 'emoji'; readonly attrs: { readonly emoji: string } }

export type Block =
  | { readonly type: 'paragraph'; readonly content?: readonly Inline[] }
  | {
      readonly type: 'heading'
      readonly attrs: { readonly level: 2 | 3 | 4 }
      readonly content?: readonly Inline[]
    }
  | { readonly type: 'bulletList'; readonly content: readonly ListItem[] }
  | {
      readonly type: 'orderedList'
      readonly attrs?: { readonly start?: number }
      readonly content: readonly ListItem[]
    }
  | { readonly type: 'blockquote'; readonly content: readonly Block[] }
  | {
      readonly type: 'codeBlock'
      readonly attrs?: { readonly language?: string | null }
      readonly content?: readonly Inline[]
    }
  | { readonly type: 'image'; readonly attrs: { readonly file: string; readonly alt?: string } }
  | { readonly type: 'horizontalRule' }
  | { readonly type: 'table'; readonly content: readonly TableRow[] }

export interface ListItem {
  readonly type: 'listItem'
  readonly content: readonly Block[]
}
export interface TableRow {
  readonly type: 'tableRow'
  readonly content: readonly TableCell[]
}
export interface TableCell {
  readonly type: 'tableCell' | 'tableHeader'
  readonly content: readonly Block[]
}

export interface Document {
  readonly type: 'doc'
  readonly content: readonly Block[]
}

/** Bounds that keep one document from being a burden to everybody who looks at it. */
export const documentLimits = { depth: 12, nodes: 5_000, characters: 100_000 } as const

const messages = defineMessages({
  tooBig: {
    zh: '内容过长或嵌套过深，请精简',
    en: 'The text is too long or too deeply nested; shorten it',
  },
  badLink: {
    zh: '链接只能是 http、https 或邮箱地址',
    en: 'A link must be an http, https or mail address',
  },
})

const mark = z.discriminatedUnion('type', [
  z.strictObject({ type: z.enum(['bold', 'italic', 'strike', 'code']) }),
  z.strictObject({
    type: z.literal('link'),
    attrs: z
      .object({
        href: z
          .string()
          .refine((href) => cleanLink(href) !== undefined, { params: { message: messages.badLink } }),
      })
      .strip(),
  }),
])
const inline = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('text'),
    text: z.string().min(1),
    marks: z.array(mark).max(5).optional(),
  }),
  z.strictObject({ type: z.literal('hardBreak') }),
  z.strictObject({
    type: z.literal('mention'),
    attrs: z.object({ id: z.string().regex(/^\d{1,18}$/), label: z.string().max(60) }).strip(),
  }),
  z.strictObject({
    type: z.literal('hashtag'),
    attrs: z.object({ tag: z.string().regex(/^[\p{L}\p{N}\p{M}_-]{1,40}$/u) }).strip(),
  }),
  z.strictObject({
    type: z.literal('emoji'),
    attrs: z.object({ emoji: z.string().regex(/^[\p{Emoji}\p{Emoji_Component}]{1,20}$/u) }).strip(),
  }),
])
const content = z.array(inline).max(2_000).optional()
const blocks: z.ZodType<readonly Block[]> = z.lazy(() => z.array(block).max(2_000))
const listItem = z.strictObject({ type: z.literal('listItem'), content: blocks })
const cell = z.strictObject({
  type: z.enum(['tableCell', 'tableHeader']),
  attrs: z.object({}).strip().optional(),
  content: blocks,
})
const row = z.strictObject({ type: z.literal('tableRow'), content: z.array(cell).min(1).max(20) })
const block: z.ZodType<Block> = z.lazy(() =>
  z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('paragraph'), content }),
    z.strictObject({
      type: z.literal('heading'),
      attrs: z.object({ level: z.union([z.literal(2), z.literal(3), z.literal(4)]) }).strip(),
      content,
    }),
    z.strictObject({ type: z.literal('bulletList'), content: z.array(listItem).min(1).max(500) }),
    z.strictObject({
      type: z.literal('orderedList'),
      attrs: z
        .object({ start: z.number().int().min(0).max(99_999).optional() })
        .strip()
        .optional(),
      content: z.array(listItem).min(1).max(500),
    }),
    z.strictObject({ type: z.literal('blockquote'), content: blocks }),
    z.strictObject({
      type: z.literal('codeBlock'),
      attrs: z
        .object({
          language: z
            .string()
            .regex(/^[\w+#.-]{0,30}$/)
            .nullish(),
        })
        .strip()
        .optional(),
      content,
    }),
    z.strictObject({
      type: z.literal('image'),
      attrs: z
        .object({ file: z.string().regex(/^[A-Za-z0-9_-]{22}$/), alt: z.string().max(300).optional() })
        .strip(),
    }),
    z.strictObject({ type: z.literal('horizontalRule') }),
    z.strictObject({ type: z.literal('table'), content: z.array(row).min(1).max(200) }),
  ]),
)

/**
 * What a document must be, for the input of routes. The size is looked at before the shape, so that a
 * hostile tree costs no more than a walk.
 */
export const documentSchema = z
  .custom<unknown>((value) => isWithinLimits(value), { params: { message: messages.tooBig } })
  .pipe(z.strictObject({ type: z.literal('doc'), content: z.array(block).max(2_000) }) as z.ZodType<Document>)

function isWithinLimits(root: unknown): boolean {
  const stack: { value: unknown; depth: number }[] = [{ value: root, depth: 0 }]
  let nodes = 0
  let characters = 0
  for (let next = stack.pop(); next; next = stack.pop()) {
    const { value, depth } = next
    if (typeof value === 'string') characters += value.length
    if (typeof value !== 'object' || value === null) continue
    nodes++
    // A node is an object within the list of its parent: two steps of depth for each.
    if (depth > documentLimits.depth * 2 + 4 || nodes > documentLimits.nodes * 3) return false
    if (characters > documentLimits.characters) return false
    for (const each of Object.values(value)) stack.push({ value: each, depth: depth + 1 })
  }
  return characters <= documentLimits.characters
}

/** Files that a document shows: their tokens, for the foreign keys that keep them. */
export function filesOf(document: Document): string[] {
  const tokens = new Set<string>()
  const visit = (list: readonly Block[]): void => {
    for (const each of list) {
      if (each.type === 'image') tokens.add(each.attrs.file)
      else if (each.type === 'blockquote') visit(each.content)
      else if (each.type === 'bulletList' || each.type === 'orderedList')
        for (const item of each.content) visit(item.content)
      else if (each.type === 'table')
        for (const line of each.content) for (const one of line.content) visit(one.content)
    }
  }
  visit(document.content)
  return [...tokens]
}

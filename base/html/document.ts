/**
 * Rich text as people write it: a tree of known nodes, stored as JSON and never as HTML. The shape is
 * that of the editor (ProseMirror); what is not on the list here is refused when it is written.
 */
import { z } from 'zod'
import { defineMessages } from '../i18n/messages.ts'
import { blocksOf } from './blocks.ts'
import { cleanLink } from './link.ts'
import { cardId, cardKind, emojiText, fileToken, memberToken, topicName } from './tokens.ts'

export type Mark =
  | { readonly type: 'bold' | 'italic' | 'strike' | 'code' }
  | { readonly type: 'link'; readonly attrs: { readonly href: string } }

export type Inline =
  | { readonly type: 'text'; readonly text: string; readonly marks?: readonly Mark[] }
  | { readonly type: 'hardBreak' }
  /** `id`: the token of a member, as it stands in addresses. */
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
  | {
      readonly type: 'image'
      /** `width` and `height` only keep its place until it is there; what is true stands in the file. */
      readonly attrs: { readonly file: string; readonly alt?: string } & Extent
    }
  /** A film: `/files/{file}` plays, `/files/{file}/{small|medium|large}` is the frame it is shown by. */
  | {
      readonly type: 'video'
      readonly attrs: { readonly file: string; readonly alt?: string } & Extent & {
          /** Seconds. */
          readonly duration?: number | null
        }
    }
  /** Something to download. `name` and `size` (bytes) are what people read. */
  | {
      readonly type: 'file'
      readonly attrs: { readonly file: string; readonly name: string; readonly size: number }
    }
  /** A link of its own line, with what its page says. `picture` is a file of ours: nothing is hot-linked. */
  | {
      readonly type: 'linkCard'
      readonly attrs: {
        readonly href: string
        readonly title: string
        readonly summary?: string
        readonly picture?: string | null
      }
    }
  /** A product, an activity: kind and id only; what it says is asked of its module when it is read. */
  | { readonly type: 'card'; readonly attrs: { readonly kind: string; readonly id: string } }
  | { readonly type: 'horizontalRule' }
  | { readonly type: 'table'; readonly content: readonly TableRow[] }

interface Extent {
  readonly width?: number | null
  readonly height?: number | null
}

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

const href = z
  .string()
  .refine((text) => cleanLink(text) !== undefined, { params: { message: messages.badLink } })
const mark = z.discriminatedUnion('type', [
  z.strictObject({ type: z.enum(['bold', 'italic', 'strike', 'code']) }),
  z.strictObject({
    type: z.literal('link'),
    attrs: z.object({ href }).strip(),
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
    attrs: z.object({ id: z.string().regex(memberToken), label: z.string().min(1).max(60) }).strip(),
  }),
  z.strictObject({
    type: z.literal('hashtag'),
    attrs: z.object({ tag: z.string().regex(topicName) }).strip(),
  }),
  z.strictObject({
    type: z.literal('emoji'),
    attrs: z.object({ emoji: z.string().regex(emojiText) }).strip(),
  }),
])
const file = z.string().regex(fileToken)
const side = z.number().int().min(1).max(20_000).nullish()
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
      attrs: z.object({ file, alt: z.string().max(300).optional(), width: side, height: side }).strip(),
    }),
    z.strictObject({
      type: z.literal('video'),
      attrs: z
        .object({
          file,
          alt: z.string().max(300).optional(),
          width: side,
          height: side,
          duration: z.number().min(0).max(86_400).nullish(),
        })
        .strip(),
    }),
    z.strictObject({
      type: z.literal('file'),
      attrs: z
        .object({
          file,
          name: z.string().min(1).max(200),
          size: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER),
        })
        .strip(),
    }),
    z.strictObject({
      type: z.literal('linkCard'),
      attrs: z
        .object({
          href,
          title: z.string().min(1).max(200),
          summary: z.string().max(300).optional(),
          picture: file.nullish(),
        })
        .strip(),
    }),
    z.strictObject({
      type: z.literal('card'),
      attrs: z.object({ kind: z.string().regex(cardKind), id: z.string().regex(cardId) }).strip(),
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
  .unknown()
  .refine(isWithinLimits, { params: { message: messages.tooBig }, abort: true })
  .pipe(z.strictObject({ type: z.literal('doc'), content: z.array(block).max(2_000) }) as z.ZodType<Document>)
  .meta({
    type: 'object',
    properties: { type: { const: 'doc' }, content: { type: 'array', items: { type: 'object' } } },
    required: ['type', 'content'],
    description: 'Rich text as a tree of known nodes (ProseMirror)',
  })

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

/**
 * Files that a document shows: their tokens, for the foreign keys that keep them. Pictures of link cards
 * are kept by the preview they came with.
 */
export function filesOf(document: Document): string[] {
  const tokens = new Set<string>()
  for (const each of blocksOf(document))
    if (each.type === 'image' || each.type === 'video' || each.type === 'file') tokens.add(each.attrs.file)
  return [...tokens]
}

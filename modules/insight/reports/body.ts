/**
 * What a report is made of once it is made: sentences, figures, lines and small tables, frozen in both languages. The
 * page, the Markdown, the print and the mail are all drawn from this, so that they say the same.
 */
import { z } from 'zod'
import { type Locale, locales, type Message } from '#base/i18n/messages.ts'
import { metricUnits } from '../metrics/units.ts'

export const text = z.object({ zh: z.string(), en: z.string() })

/** A screen of the console that answers it live: a path, and the question in its address. */
export const door = z.object({
  path: z.string().regex(/^\/[a-z0-9/-]*$/),
  question: z.record(z.string(), z.unknown()).optional(),
})
export type Door = z.infer<typeof door>

export const tones = ['plain', 'good', 'warn', 'bad'] as const
export type TextTone = (typeof tones)[number]

/** Whose words are looked up when it is shown (retold.ts). */
const thing = z.object({ kind: z.enum(['post', 'annotation']), id: z.string() })
export type Thing = z.infer<typeof thing>

const sentence = z.object({
  text,
  tone: z.enum(tones).optional(),
  door: door.optional(),
  thing: thing.optional(),
})
export type Sentence = z.infer<typeof sentence>

const figure = z.object({
  name: text,
  /** 口径. */
  formula: text,
  unit: z.enum(metricUnits),
  better: z.enum(['more', 'less']),
  value: z.number().nullable(),
  before: z.number().nullable(),
})
export type ReportFigure = z.infer<typeof figure>

const line = z.object({
  kind: z.literal('line'),
  title: text,
  /** Unit and 口径. */
  note: text,
  unit: z.enum(metricUnits),
  /** Oldest first; `start` names the bucket. */
  points: z.array(z.object({ start: z.iso.date(), value: z.number().nullable() })),
  before: z.array(z.number().nullable()),
  goal: z.number().nullable(),
  door: door.optional(),
})
export type ReportLine = z.infer<typeof line>

const cell = sentence
export type ReportCell = z.infer<typeof cell>
const table = z.object({
  kind: z.literal('table'),
  title: text.nullable(),
  /** The first column names the row; those in `figures` (by place) stand at the right. */
  head: z.array(text),
  figures: z.array(z.int()),
  rows: z.array(z.array(cell)),
})

export const part = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('sentences'), items: z.array(sentence) }),
  z.object({ kind: z.literal('figures'), items: z.array(figure) }),
  line,
  table,
])
export type ReportPart = z.infer<typeof part>

export const section = z.object({
  name: z.string(),
  /** What it is called, and what it says in a sentence. */
  label: text,
  title: text,
  /** 口径 of all of it. */
  about: text,
  parts: z.array(part),
  door: door.optional(),
})
export type ReportSection = z.infer<typeof section>

/** The same said in each language. */
export function both(say: (locale: Locale) => string): Message {
  const [zh, en] = locales
  return { zh: say(zh), en: say(en) }
}

/** What people wrote: the same in each language. */
export const same = (words: string): Message => ({ zh: words, en: words })

export const inLocale = (of: Message, locale: Locale): string => (locale === 'en' ? of.en : of.zh)

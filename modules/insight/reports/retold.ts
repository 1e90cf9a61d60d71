/**
 * What people wrote is not frozen: a report keeps which thing it was and looks its words up when it is shown, so that
 * nothing is read here that was taken down, taken back or erased.
 */
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import type { Message } from '#base/i18n/messages.ts'
import { findOpenBoards, findSaidPosts } from '#modules/content/api.ts'
import { findAnnotationWords } from '../annotations/annotations.ts'
import type { ReportPart, ReportSection, Thing } from './body.ts'
import { saysWords } from './reports.messages.ts'

/** Stands in a kept text where the words of its thing go (OBJECT REPLACEMENT CHARACTER). */
export const itsWords = '\u{fffc}'

interface Told {
  readonly text: Message
  readonly thing?: Thing | undefined
}

const toldIn = (part: ReportPart): readonly Told[] =>
  part.kind === 'sentences' ? part.items : part.kind === 'table' ? part.rows.flat() : []

/** The sections with the words of everything that may still be read; the rest says that it is gone. */
export async function retell(ctx: Ctx, sections: readonly ReportSection[]): Promise<ReportSection[]> {
  const things = sections
    .flatMap(({ parts }) => parts.flatMap(toldIn))
    .flatMap(({ thing }) => (thing ? [thing] : []))
  if (things.length === 0) return [...sections]
  const idsOf = (kind: Thing['kind']) => things.filter((each) => each.kind === kind).map(({ id }) => id)
  const words: Record<Thing['kind'], ReadonlyMap<Id, string>> = {
    post: await openingsOf(ctx, idsOf('post')),
    annotation: await findAnnotationWords(ctx, idsOf('annotation')),
  }
  const told = <T extends Told>(each: T): T => {
    const { thing, text } = each
    if (!thing) return each
    const found = words[thing.kind].get(thing.id)
    const put = (into: string, gone: string) => into.replace(itsWords, () => found ?? gone)
    const { zh, en } = saysWords.removed
    return { ...each, text: { zh: put(text.zh, zh), en: put(text.en, en) } }
  }
  return sections.map((section) => ({
    ...section,
    parts: section.parts.map((part): ReportPart => {
      if (part.kind === 'sentences') return { ...part, items: part.items.map(told) }
      if (part.kind === 'table') return { ...part, rows: part.rows.map((cells) => cells.map(told)) }
      return part
    }),
  }))
}

/** How posts begin that all members of their group may read now. */
export async function openingsOf(ctx: Ctx, ids: readonly Id[]): Promise<ReadonlyMap<Id, string>> {
  if (ids.length === 0) return new Map()
  const [said, open] = await Promise.all([findSaidPosts(ctx, ids), findOpenBoards(ctx)])
  return new Map(
    said.filter(({ boardId }) => open.includes(boardId)).map(({ id, text }) => [id, opening(text)]),
  )
}

/** The title, or the first line. */
function opening(text: string): string {
  const line = [...(text.split('\n').find((each) => each.trim() !== '') ?? '').trim()]
  return line.length > 40 ? `${line.slice(0, 39).join('')}…` : line.join('')
}

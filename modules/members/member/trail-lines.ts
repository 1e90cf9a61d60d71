/** From events to lines that a person recognises: noise dropped, visits of pages in a row made one line. */
export interface Moment {
  readonly id: string
  readonly name: string
  readonly occurredAt: string
  readonly label: string | null
  readonly props: Record<string, unknown>
}

export interface TrailLine {
  readonly id: string
  readonly name: string
  readonly occurredAt: string
  /** What a module calls it; null for tracked behaviour. */
  readonly label: string | null
  /** Pages of this line by their addresses, newest first; only for visits. */
  readonly pages: readonly string[]
}

/** What the machinery notes for itself; a person did not do it. */
const noise = new Set([
  'identify',
  'online_time',
  'visitor.identified',
  'member.tagged',
  'member.untagged',
  'member.noted',
  'member.owner_changed',
])

/** `dayOf` tells the calendar day of a moment in the reader's zone: lines never span two days. */
export function toLines(moments: readonly Moment[], dayOf: (moment: string) => string): readonly TrailLine[] {
  const lines: (TrailLine & { readonly pages: string[] })[] = []
  for (const { id, name, occurredAt, label, props } of moments) {
    if (noise.has(name)) continue
    const last = lines.at(-1)
    const path = typeof props.path === 'string' ? props.path : undefined
    if (name === 'page_view' && last?.name === name && dayOf(last.occurredAt) === dayOf(occurredAt)) {
      if (path && !last.pages.includes(path)) last.pages.push(path)
    } else if (
      last?.name === name &&
      name === 'member.profile_changed' &&
      dayOf(last.occurredAt) === dayOf(occurredAt)
    )
      continue
    else lines.push({ id, name, occurredAt, label, pages: name === 'page_view' && path ? [path] : [] })
  }
  return lines
}

/**
 * The text of a policy: headings (`## `), lists (`- `, `1. `) and paragraphs, nothing else. It comes
 * from the operators, so it is drawn as text and never as HTML.
 */
interface Block {
  readonly kind: 'heading' | 'bullets' | 'numbers' | 'paragraph'
  readonly lines: readonly string[]
}

const patterns = [
  ['heading', /^#{1,4}\s+/],
  ['bullets', /^[-*]\s+/],
  ['numbers', /^\d+[.、)]\s*/],
] as const

/** Splits a text into blocks. Pure, so that it can be tested on its own. */
export function readBlocks(text: string): readonly Block[] {
  const blocks: { kind: Block['kind']; lines: string[] }[] = []
  let fresh = true
  for (const raw of text.split('\n')) {
    const line = raw.trim()
    if (!line) {
      fresh = true
      continue
    }
    const [kind, pattern] = patterns.find(([, test]) => test.test(line)) ?? (['paragraph', /^/] as const)
    const last = blocks.at(-1)
    const said = line.replace(pattern, '')
    if (last && !fresh && last.kind === kind && kind !== 'heading') last.lines.push(said)
    else if (last && last.kind === kind && (kind === 'bullets' || kind === 'numbers')) last.lines.push(said)
    else blocks.push({ kind, lines: [said] })
    fresh = kind === 'heading'
  }
  return blocks
}

/** The id of a heading, for the table of contents. */
export const anchorOf = (index: number) => `part-${index}`

export function PolicyText({ text }: { text: string }) {
  let headings = 0
  return (
    <div className="reading text-[16px]">
      {readBlocks(text).map((block, index) => {
        if (block.kind === 'heading') headings += 1
        // biome-ignore lint/suspicious/noArrayIndexKey: the text does not change while it is read
        return <PolicyBlock key={index} block={block} anchor={anchorOf(headings)} />
      })}
    </div>
  )
}

function PolicyBlock({ block: { kind, lines }, anchor }: { block: Block; anchor: string }) {
  const items = () => lines.map((line) => <li key={line}>{line}</li>)
  switch (kind) {
    case 'heading':
      return <h2 id={anchor}>{lines.join(' ')}</h2>
    case 'bullets':
      return <ul>{items()}</ul>
    case 'numbers':
      return <ol>{items()}</ol>
    case 'paragraph':
      return <p className="whitespace-pre-line">{lines.join('\n')}</p>
  }
}

/** Blocks of a policy as a page to read. */
import { anchorOf, type Block, readBlocks } from './policy-blocks.ts'

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

function PolicyBlock({ block, anchor }: { block: Block; anchor: string }) {
  switch (block.kind) {
    case 'heading':
      return <h2 id={anchor}>{block.lines.join(' ')}</h2>
    case 'bullets':
      return <ul>{items(block.lines)}</ul>
    case 'numbers':
      return <ol>{items(block.lines)}</ol>
    case 'paragraph':
      return <p className="whitespace-pre-line">{block.lines.join('\n')}</p>
    case 'table':
      return <PolicyTable head={block.head} rows={block.rows} />
  }
}

const items = (lines: readonly string[]) => lines.map((line) => <li key={line}>{line}</li>)

/** A table, each row as a small card of its own: it reads well at any width. */
export function PolicyTable({
  head,
  rows,
}: {
  head: readonly string[]
  rows: readonly (readonly string[])[]
}) {
  return (
    <ul className="!my-3 !list-none divide-y divide-line-soft overflow-hidden rounded-card border border-line bg-card !pl-0">
      {rows.map(([subject, ...cells]) => (
        <li key={subject} className="px-4 py-3 text-[14px] leading-[22px]">
          <p className="!m-0 text-[15px] leading-6 font-medium">{subject}</p>
          <dl className="mt-1 grid grid-cols-[5.5em_minmax(0,1fr)] gap-x-3">
            {cells.map((cell, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a column of a table that does not change
              <div key={index} className="contents">
                <dt className="text-muted">{head[index + 1]}</dt>
                <dd>{cell}</dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  )
}

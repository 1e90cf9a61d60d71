/** What one writes as its readers will see it: through the same renderer. */
import { useQueries } from '@tanstack/react-query'
import { blocksOf } from '#base/html/blocks.ts'
import type { Document } from '#base/html/document.ts'
import { renderDocument } from '#base/html/render.ts'
import { useT } from '#ui/locale/locale.tsx'
import { Sheet } from '#ui/member/Sheet.tsx'
import { Words } from '../page/Words.tsx'
import { composeWords as words } from './compose.words.ts'
import { thingQuery } from './write.queries.ts'

export function PreviewSheet({
  title,
  document,
  close,
}: {
  title: string
  document: Document
  close: () => void
}) {
  const t = useT()
  const named = [...blocksOf(document)].flatMap((block) => (block.type === 'card' ? [block.attrs] : []))
  const cards = useQueries({
    queries: named.map(({ kind, id }) => thingQuery(kind, id)),
    combine: (answers) => answers.flatMap(({ data }) => data?.items ?? []),
  })
  return (
    <Sheet open close={close} title={t(words.preview)}>
      <article className="pb-4">
        {title ? <h2 className="pb-3 text-[21px] leading-[32px] font-semibold">{title}</h2> : null}
        <Words html={renderDocument(document).markup} cards={cards} large />
      </article>
    </Sheet>
  )
}

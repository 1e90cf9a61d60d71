/** What is shown of what was found: hits as their source shows them, with the words marked. */
import type { SearchSource, Sight } from '#base/declarations/searchable.ts'
import { excerpt, mark } from '#base/search/mark.ts'
import type { HitAnswer } from '../shapes.ts'
import type { Ranked } from './rank.ts'
import type { Understood } from './understand.ts'

export async function present(
  source: Pick<SearchSource, 'name'> & Sight,
  rows: readonly Ranked[],
  asked: Pick<Understood, 'terms'>,
): Promise<HitAnswer[]> {
  const hits = await source.show(rows.map((row) => row.refId))
  const marks = asked.terms.flatMap((term) => term.ways.flatMap((way) => way.marks))
  return rows.flatMap((row) => {
    const hit = hits.get(row.refId)
    if (!hit) return []
    return [
      {
        source: source.name,
        id: hit.id,
        path: hit.path,
        title: mark(hit.title, marks),
        excerpt: hit.body === '' ? [] : excerpt(hit.body, marks),
        note: hit.note,
        pictureUrl: hit.pictureUrl ?? null,
        at: hit.at?.toISOString() ?? null,
      },
    ]
  })
}

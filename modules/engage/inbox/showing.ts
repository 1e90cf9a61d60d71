/** What a notice says now, to the one who reads it. What its source does not show is not there. */
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import type { KeptNotice, ShownNotice } from '#base/declarations/notices.ts'
import { hear } from '#base/declarations/said.ts'
import { render } from '#base/i18n/messages.ts'
import { engageTexts as texts } from '../engage.messages.ts'
import type { Sources } from '../sources.ts'

/** A row of `notice`, as far as showing it needs. */
export interface NoticeRow extends KeptNotice {
  readonly source: string
  /** All who did it, newest first, at most fifty. */
  readonly allActors: readonly Id[]
}

export interface NoticeActor {
  readonly token: string
  readonly name: string
  readonly avatarUrl: string | null
  /** The account is closed: shown without a link. */
  readonly gone: boolean
}

export interface Shown<Row extends NoticeRow> {
  readonly row: Row
  /** Why he is told, in words. */
  readonly because: string
  readonly label: string
  /** The sentence, with the names that `named` repeats at its head or within. */
  readonly text: string
  readonly named: string
  readonly quote: string
  readonly path: string
  readonly pictureUrl: string | null
  readonly actors: readonly NoticeActor[]
}

/** In the order of the rows; one question to each source, and one for the names of all. */
export async function showNotices<Row extends NoticeRow>(
  ctx: Ctx,
  sources: Sources,
  rows: readonly Row[],
): Promise<readonly Shown<Row>[]> {
  if (rows.length === 0) return []
  const shown = new Map<Id, ShownNotice>()
  for (const [name, ofSource] of Map.groupBy(rows, (row) => row.source))
    for (const [id, each] of (await sources.find(name)?.show(ctx, ofSource)) ?? []) shown.set(id, each)
  const actors = await findActors(ctx, [...new Set(rows.flatMap((row) => row.actorIds))])
  return rows.flatMap((row) => {
    const source = sources.find(row.source)
    const said = shown.get(row.id)
    if (!source || !said) return []
    const known = row.actorIds.flatMap((id) => actors.get(id) ?? [])
    const named = nameAll(ctx, known, Math.max(row.allActors.length, known.length))
    const values = { ...said.text.values, actors: named, count: row.count }
    return [
      {
        row,
        because: render(source.because, ctx.locale),
        label: render(source.label, ctx.locale),
        text: hear({ message: said.text.message, values }, ctx.locale),
        named,
        quote: said.quote ?? '',
        path: said.path,
        pictureUrl: said.pictureUrl ?? null,
        actors: known,
      },
    ]
  })
}

/** “阿澈、小满 等 5 人”. */
function nameAll({ locale }: Ctx, known: readonly NoticeActor[], people: number): string {
  const [a, b] = known.map(({ name }) => name)
  if (!a) return render(texts.somebody, locale)
  if (!b) return render(texts.oneActor, locale, { a })
  if (people <= 2) return render(texts.twoActors, locale, { a, b })
  return render(texts.manyActors, locale, { a, b, people, others: people - 2 })
}

async function findActors(ctx: Ctx, ids: readonly Id[]): Promise<ReadonlyMap<Id, NoticeActor>> {
  if (ids.length === 0) return new Map()
  const rows = await ctx.db
    .selectFrom('member as m')
    .leftJoin('file as f', (join) => join.onRef('f.id', '=', 'm.avatar_file_id').on('f.ready', '=', true))
    .leftJoin('account_closure as gone', 'gone.account_id', 'm.account_id')
    .select(['m.id', 'm.token', 'm.nickname', 'gone.closed_at as goneAt', 'f.token as face'])
    .where('m.id', 'in', [...ids])
    .execute()
  return new Map(
    rows.map((row) => [
      row.id,
      {
        token: row.token,
        name: row.nickname,
        avatarUrl: row.face ? `/files/${row.face}/small` : null,
        gone: row.goneAt !== null,
      },
    ]),
  )
}

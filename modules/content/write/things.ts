/** Things of other modules that a post may show: products, activities. */
import type { z } from 'zod'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import type { CardSource } from '#base/declarations/cards.ts'
import { render } from '#base/i18n/messages.ts'
import type { card } from '../shapes.ts'

type Thing = z.input<typeof card>

/** The kinds there are, and things of one of them (the first when none is named): those that fit the words, or the one of that id. */
export async function findThings(
  ctx: Ctx,
  sources: readonly CardSource[],
  asked: { readonly kind?: string | undefined; readonly id?: Id | undefined; readonly text: string },
): Promise<{ readonly kinds: readonly CardSource[]; readonly items: readonly Thing[] }> {
  const source = asked.kind ? sources.find(({ kind }) => kind === asked.kind) : sources[0]
  if (!source) return { kinds: sources, items: [] }
  const found = asked.id
    ? [...(await source.read(ctx, [asked.id]))].map(([id, each]) => ({ ...each, id }))
    : await source.find(ctx, asked.text.trim())
  return {
    kinds: sources,
    items: found.map((each) => ({
      kind: source.kind,
      id: each.id,
      title: each.title,
      note: each.note,
      pictureUrl: each.pictureUrl ?? null,
      price: each.price ?? null,
      path: each.path,
      act: render(each.act, ctx.locale),
      ended: each.ended ?? false,
    })),
  }
}

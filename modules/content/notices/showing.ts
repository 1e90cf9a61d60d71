/** From notices to what they say: each with its post, those without one are not shown. */
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import type { KeptNotice, NoticeSource, ShownNotice } from '#base/declarations/notices.ts'
import type { Audience } from '#modules/audience/api.ts'
import { readThings, type ToldComment, type ToldPost } from './things.ts'

export interface Told {
  readonly notice: KeptNotice
  readonly post: ToldPost
  /** Of a notice about a comment. */
  readonly comment: ToldComment | undefined
}

type Show = NoticeSource['show']

/** Shows what `say` makes of it; undefined is not shown. `gathers`: one notice may stand for several posts or comments. */
export const showWith =
  (
    audience: Audience,
    say: (told: Told) => ShownNotice | undefined,
    { gathers = false }: { readonly gathers?: boolean } = {},
  ): Show =>
  async (ctx: Ctx, notices: readonly KeptNotice[]) => {
    const things = await readThings(ctx, audience, notices, gathers)
    const shown = new Map<Id, ShownNotice>()
    for (const notice of notices) {
      const post = things.post(notice)
      const said = post && say({ notice, post, comment: things.comment(notice) })
      if (said) shown.set(notice.id, said)
    }
    return shown
  }

/** A right that was lost meanwhile, or words that were taken away: seen by whoever wrote them only. */
export const isPublic = ({ post, comment }: Told): boolean =>
  post.state === 'published' && (comment === undefined || comment.state === 'published')

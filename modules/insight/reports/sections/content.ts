/** What was written: how much, which posts were liked most, and what people talked about. */
import { Problem } from '#base/http/problem.ts'
import { findSaidPosts } from '#modules/content/api.ts'
import { figureWords } from '../../figure.ts'
import { wordsAnalysis } from '../../words/words.analysis.ts'
import { both, type ReportCell, type ReportPart, type ReportSection, type Sentence, same } from '../body.ts'
import type { Material } from '../material.ts'
import { sectionLabels, saysWords as words } from '../reports.messages.ts'
import { itsWords, openingsOf } from '../retold.ts'
import { findBestPosts } from './content.sql.ts'

const figures = ['posts', 'creators', 'readers', 'content_interaction_rate', 'featured_posts']
const mostPosts = 5
/** Asked for, because some may not be shown any more. */
const looked = 60
const mostWords = 10

export async function contentSection(from: Material): Promise<ReportSection> {
  const found = await from.figures(figures)
  const [posts, creators] = [found[0]?.value ?? 0, found[1]?.value ?? 0]
  const parts: ReportPart[] = [{ kind: 'figures', items: found }]
  const best = await bestPosts(from)
  if (best.length > 0)
    parts.push({
      kind: 'table',
      title: words.bestPosts,
      head: [words.postHead, words.groupHead, words.interactionHead, words.readersHead],
      figures: [2, 3],
      rows: best,
    })
  const said = await talkedAbout(from)
  if (said.length > 0) parts.push({ kind: 'sentences', items: said })
  return {
    name: 'content',
    label: sectionLabels.content,
    title: from.say(posts === 0 ? words.contentNone : words.contentTitle, () => ({ posts, creators })),
    about: words.contentAbout,
    parts,
    door: overviewOfContent(from),
  }
}

const overviewOfContent = ({ period, group }: Material) => ({
  path: '/insight',
  question: { to: period.to, ...(group ? { group, by: 'kind' } : {}) },
})

async function bestPosts(from: Material): Promise<ReportCell[][]> {
  const { ctx } = from.asking
  const best = await findBestPosts(from.asking, from.period, from.group, looked)
  const ids = best.map(({ post }) => post)
  const [shown, said, { groups }] = await Promise.all([
    openingsOf(ctx, ids),
    findSaidPosts(ctx, ids),
    from.overview(),
  ])
  const groupOf = new Map(said.map(({ id, groupId }) => [id, groupId]))
  const names = new Map(groups.map(({ id, name }) => [id, name]))
  return best
    .filter(({ post }) => shown.has(post))
    .slice(0, mostPosts)
    .map(({ post, points, readers }) => [
      { text: same(itsWords), thing: { kind: 'post', id: post } },
      { text: same(names.get(groupOf.get(post) ?? '') ?? '') },
      { text: both((locale) => figureWords(points, 'times', locale)) },
      { text: both((locale) => figureWords(readers, 'members', locale)) },
    ])
}

async function talkedAbout({ asking, period, scope, say }: Material): Promise<Sentence[]> {
  const question = { range: period, scope, of: 'all', least: 2 } as const
  const found = await wordsAnalysis.answerOf(asking, question).catch((error: unknown) => {
    // Words are a garnish: a day with too many of them must not cost the report.
    if (error instanceof Problem && ['timeout', 'too_much'].includes(error.code)) return undefined
    throw error
  })
  const list = (of: readonly { readonly word: string }[]) =>
    of
      .slice(0, mostWords)
      .map(({ word }) => word)
      .join(' · ')
  if (!found) return []
  const door = { path: '/insight/words', question: { range: period, scope } }
  return [
    ...(found.words.length > 0
      ? [{ text: say(words.hotWords, () => ({ words: list(found.words) })), door }]
      : []),
    ...(found.rising.length > 0
      ? [{ text: say(words.risingWords, () => ({ words: list(found.rising) })), door }]
      : []),
  ]
}

/** What search engines read of posts (schema.org). Only for what strangers may read. */
import type { Structured } from '#base/http/page.ts'
import type { CommentAnswer, PostCard } from '../../shapes.ts'
import { isQuestion } from '../../shapes.ts'
import type { ThreadAnswer } from '../../talk/shapes.ts'
import { firstPicture } from '../pictures.ts'
import type { PostPage } from '../shapes.ts'
import { nameOf, type Setting, titleOf } from './markup.ts'

const person = (setting: Setting, author: PostCard['author']): Structured => ({
  '@type': 'Person',
  name: nameOf(setting, author),
  ...(author.gone ? {} : { url: `/members/${author.token}` }),
})

/** Words of HTML from our renderer, for properties that are plain text. */
const plain = (markup: string, most = 5_000): string =>
  markup
    .replace(/<[^<>]*>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&#96;', '`')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, most)

const counted = (what: string, count: number): Structured => ({
  '@type': 'InteractionCounter',
  interactionType: `https://schema.org/${what}`,
  userInteractionCount: count,
})

const answerOf = (setting: Setting, comment: CommentAnswer, postId: string): Structured => ({
  '@type': 'Answer',
  text: plain(comment.html),
  url: `/posts/${postId}#c${comment.id}`,
  dateCreated: comment.createdAt,
  upvoteCount: comment.reactionCount,
  author: person(setting, comment.author),
})

const commentOf = (setting: Setting, comment: CommentAnswer, postId: string): Structured => ({
  '@type': 'Comment',
  text: plain(comment.html),
  url: `/posts/${postId}#c${comment.id}`,
  datePublished: comment.createdAt,
  author: person(setting, comment.author),
})

/** The post as a question page, an article or a discussion, and where it stands on the site. */
export function structureOfPost(
  setting: Setting,
  post: PostPage,
  { accepted, items }: { readonly accepted: ThreadAnswer | null; readonly items: readonly ThreadAnswer[] },
): Structured[] {
  const url = `/posts/${post.id}`
  const image = firstPicture(post.html)
  const shown = items.filter((thread) => thread.html !== '')
  const head = {
    url,
    author: person(setting, post.author),
    ...(image ? { image } : {}),
    dateModified: post.editedAt ?? post.publishedAt ?? undefined,
  }
  const text = plain(post.html)
  const main: Structured = isQuestion(post.kind)
    ? {
        '@type': 'QAPage',
        mainEntity: {
          '@type': 'Question',
          ...head,
          name: titleOf(setting, post),
          text,
          answerCount: post.commentCount,
          upvoteCount: post.reactionCount,
          dateCreated: post.publishedAt,
          ...(accepted && accepted.html !== ''
            ? { acceptedAnswer: answerOf(setting, accepted, post.id) }
            : {}),
          ...(shown.length > 0
            ? { suggestedAnswer: shown.slice(0, 5).map((one) => answerOf(setting, one, post.id)) }
            : {}),
        },
      }
    : {
        '@type': post.kind === 'article' ? 'Article' : 'DiscussionForumPosting',
        ...head,
        mainEntityOfPage: url,
        headline: titleOf(setting, post),
        ...(post.kind === 'article' ? {} : { text }),
        datePublished: post.publishedAt,
        publisher: { '@type': 'Organization', name: setting.name, url: '/' },
        interactionStatistic: [
          counted('LikeAction', post.reactionCount),
          counted('CommentAction', post.commentCount),
        ],
        ...(shown.length > 0
          ? { comment: shown.slice(0, 5).map((one) => commentOf(setting, one, post.id)) }
          : {}),
      }
  return [
    main,
    crumbs([
      [setting.name, '/'],
      [post.group.name, `/groups/${post.group.slug}`],
      [titleOf(setting, post), url],
    ]),
  ]
}

export const crumbs = (steps: readonly (readonly [name: string, path: string])[]): Structured => ({
  '@type': 'BreadcrumbList',
  itemListElement: steps.map(([name, item], at) => ({ '@type': 'ListItem', position: at + 1, name, item })),
})

/** What readers without scripts, search engines and slow phones see: the words, in plain markup. */
import type { Ctx } from '#base/context.ts'
import { fromRenderer } from '#base/html/render.ts'
import { html, type SafeHtml } from '#base/html/safe.ts'
import { render } from '#base/i18n/messages.ts'
import { formatDateTime } from '#base/time/format.ts'
import type { CommentAnswer, PostCard } from '../../shapes.ts'
import type { ThreadAnswer } from '../../talk/shapes.ts'
import type { PostPage } from '../shapes.ts'
import { publicWords as words } from './public.messages.ts'

/** What every public page knows besides its subject. */
export interface Setting {
  readonly ctx: Ctx
  readonly name: string
  readonly zone: string
}

const say = ({ ctx }: Setting, message: (typeof words)[keyof typeof words], values = {}) =>
  render(message, ctx.locale, values)

export const nameOf = (setting: Setting, author: PostCard['author']): string =>
  author.gone ? say(setting, words.gone) : author.name

/** What a post is called where it has no title. */
export const titleOf = (setting: Setting, post: PostCard): string =>
  post.title ||
  [...post.excerpt].slice(0, 40).join('') ||
  say(setting, words.untitled, { name: nameOf(setting, post.author), board: post.board.name })

const time = ({ ctx, zone }: Setting, iso: string | null) =>
  iso ? html`<time datetime="${iso}">${formatDateTime(new Date(iso), ctx.locale, zone)}</time>` : ''

const author = (setting: Setting, who: PostCard['author']) =>
  who.gone
    ? html`<span>${nameOf(setting, who)}</span>`
    : html`<a href="/members/${who.token}">${who.name}</a>`

/** The whole of a page; the bar keeps the place of the head that comes with the scripts. */
export const inPage = ({ name }: Setting, content: SafeHtml): string =>
  String(html`<div class="first-page"><div class="first-bar"><a href="/">${name}</a></div>${content}</div>`)

/** A list of posts with their first words. */
export const postList = (setting: Setting, posts: readonly PostCard[]): SafeHtml =>
  html`<ul class="first-list">${posts.map(
    (post) =>
      html`<li><article><p class="first-by">${author(setting, post.author)} · ${post.board.name} · ${time(setting, post.publishedAt)}</p><h2><a href="/posts/${post.id}">${titleOf(setting, post)}</a></h2>${
        post.title && post.excerpt ? html`<p>${post.excerpt}</p>` : ''
      }</article></li>`,
  )}</ul>`

/** A post with its first comments. `content` is from the one renderer. */
export function postMarkup(
  setting: Setting,
  post: PostPage,
  threads: { readonly accepted: ThreadAnswer | null; readonly items: readonly ThreadAnswer[] },
): SafeHtml {
  const comments = [...(threads.accepted ? [threads.accepted] : []), ...threads.items]
  return html`<article class="first-post"><p class="first-by"><a href="/groups/${post.group.slug}">${post.group.name}</a> · ${post.board.name}</p>${
    post.title ? html`<h1>${post.title}</h1>` : html`<h1 class="sr-only">${titleOf(setting, post)}</h1>`
  }<p class="first-by">${author(setting, post.author)} · ${time(setting, post.publishedAt)}${
    post.solved ? html` · ${say(setting, words.solved)}` : ''
  }</p><div class="words">${fromRenderer(post.html)}</div><p>${post.topics.map(
    (topic) => html`<a href="/topics/${encodeURIComponent(topic)}">#${topic}</a> `,
  )}</p></article>${
    comments.length > 0
      ? html`<section class="first-comments"><h2>${say(setting, words.comments, { count: post.commentCount })}</h2>${comments.map(
          (thread) =>
            html`<article id="c${thread.id}">${thread.accepted ? html`<p class="first-by"><strong>${say(setting, words.accepted)}</strong></p>` : ''}${comment(setting, thread)}${thread.replies.map(
              (reply) => html`<article id="c${reply.id}">${comment(setting, reply)}</article>`,
            )}</article>`,
        )}</section>`
      : ''
  }`
}

const comment = (setting: Setting, one: CommentAnswer) =>
  one.html === ''
    ? html`<p class="first-by">${say(setting, words.removed)}</p>`
    : html`<p class="first-by">${author(setting, one.author)} · ${time(setting, one.createdAt)}</p><div class="words">${fromRenderer(one.html)}</div>`

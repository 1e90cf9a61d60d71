/** Content on the member site. One line for each screen: the first load carries this list. */
import type { Message } from '#base/i18n/messages.ts'
import { defineMember, type MemberScreen } from '#ui/member/declare.ts'
import { feedTitles } from './feed/titles.messages.ts'
import { postTitle } from './page/titles.messages.ts'
import { talkTitles } from './talk/titles.messages.ts'
import { trustTitle } from './trust/titles.messages.ts'
import { writeTitles } from './write/titles.messages.ts'

/** Under the tabs, for everybody. */
const open = (path: string, title: Message, load: MemberScreen['load']): MemberScreen => ({
  path,
  title,
  for: 'anyone',
  frame: 'shell',
  load,
})

export const contentMember = defineMember({
  groupParts: [
    { place: 'posts', load: () => import('./feed/GroupPosts.tsx') },
    { place: 'rail', load: () => import('./feed/GroupTopics.tsx') },
    { place: 'unread', load: () => import('./feed/GroupUnread.tsx') },
    { place: 'act', load: () => import('./feed/GroupWrite.tsx') },
  ],
  screens: [
    open('/posts/$id', postTitle.post, () => import('./page/PostScreen.tsx')),
    open('/groups/$slug/desk', talkTitles.desk, () => import('./talk/DeskScreen.tsx')),
    open('/topics', feedTitles.topics, () => import('./feed/TopicsScreen.tsx')),
    open('/topics/$name', feedTitles.topic, () => import('./feed/TopicScreen.tsx')),
    open('/members/$token', feedTitles.member, () => import('./feed/AuthorScreen.tsx')),
    open('/columns', feedTitles.columns, () => import('./feed/ColumnsScreen.tsx')),
    open('/columns/$slug', feedTitles.columns, () => import('./feed/ColumnScreen.tsx')),
    open('/works', feedTitles.gallery, () => import('./feed/GalleryScreen.tsx')),
    open('/ranking', feedTitles.ranking, () => import('./feed/RankingScreen.tsx')),
    {
      path: '/write',
      title: writeTitles.write,
      for: 'signedIn',
      frame: 'shell',
      load: () => import('./write/WriteScreen.tsx'),
    },
    {
      path: '/posts/$id/edit',
      title: writeTitles.edit,
      for: 'signedIn',
      frame: 'shell',
      load: () => import('./write/EditScreen.tsx'),
    },
    {
      path: '/me/bookmarks',
      title: talkTitles.bookmarks,
      for: 'signedIn',
      frame: 'me',
      load: () => import('./talk/BookmarksScreen.tsx'),
    },
    {
      path: '/me/follows',
      title: talkTitles.follows,
      for: 'signedIn',
      frame: 'me',
      load: () => import('./talk/FollowsScreen.tsx'),
    },
    {
      path: '/me/trust',
      title: trustTitle.trust,
      for: 'signedIn',
      frame: 'me',
      load: () => import('./trust/TrustScreen.tsx'),
    },
  ],
})

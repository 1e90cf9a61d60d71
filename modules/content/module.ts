import { defineModule, joinParts } from '#base/module.ts'
import { labels } from './content.messages.ts'
import { exchangeParts } from './exchange/parts.ts'
import * as facts from './facts.ts'
import { feedParts } from './feed/parts.ts'
import { mayPublish, mayTip } from './gates.ts'
import { noticesParts } from './notices/parts.ts'
import { pageParts } from './page/parts.ts'
import type { ContentParts } from './parts.ts'
import { postsParts } from './posts/parts.ts'
import { searchParts } from './search.ts'
import { talkParts } from './talk/parts.ts'
import { trustParts } from './trust/parts.ts'
import { writeParts } from './write/parts.ts'

/** 内容: what people write, answer, like, follow and find again. */
export const contentModule = (parts: ContentParts) =>
  defineModule({
    name: 'content',
    ...joinParts(
      {
        permissions: [
          {
            name: 'content.read',
            label: labels.read,
            roles: ['owner', 'admin', 'operator', 'moderator', 'analyst', 'support', 'viewer'],
            scope: true,
          },
          { name: 'content.edit', label: labels.edit, roles: ['owner', 'admin', 'operator'] },
          {
            name: 'content.moderate',
            label: labels.moderate,
            roles: ['owner', 'admin', 'operator', 'moderator'],
          },
          { name: 'content.exchange', label: labels.exchange, roles: ['owner', 'admin'] },
        ],
        facts: Object.values(facts),
        gates: [mayPublish, mayTip],
      },
      postsParts(parts),
      talkParts(parts),
      searchParts(parts),
      feedParts(parts),
      pageParts(parts),
      trustParts(parts),
      exchangeParts(parts),
      writeParts(parts),
      noticesParts(parts),
    ),
  })

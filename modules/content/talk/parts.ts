import { joinParts } from '#base/module.ts'
import type { ContentParts } from '../parts.ts'

export const talkParts = (_parts: ContentParts) => joinParts()

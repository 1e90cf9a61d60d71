import { joinParts } from '#base/module.ts'
import type { ContentParts } from '../parts.ts'

export const feedParts = (_parts: ContentParts) => joinParts()

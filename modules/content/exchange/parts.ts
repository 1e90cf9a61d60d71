import { joinParts } from '#base/module.ts'
import { simulatedContent } from '../demo/unload.ts'
import type { ContentParts } from '../parts.ts'

export const exchangeParts = (_parts: ContentParts) => joinParts({ simulated: [simulatedContent] })

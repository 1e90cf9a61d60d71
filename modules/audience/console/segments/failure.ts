import type { Message } from '#base/i18n/messages.ts'
import { segmentWords } from './segments.words.ts'

/** Why a computation failed and what becomes of it, from the code of its problem. */
export function failureMessage(code: string): Message {
  switch (code) {
    case 'warehouse_unavailable':
      return segmentWords.failWarehouse
    case 'timeout':
    case 'too_much':
      return segmentWords.failTimeout
    case 'condition_invalid':
    case 'segment_not_found':
      return segmentWords.failCondition
    default:
      return segmentWords.failOther
  }
}

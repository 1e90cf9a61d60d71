/** Text as people meant it: one spelling for what looks the same, nothing invisible that deceives. */

/**
 * For names and titles: NFKC (RFC 8264), invisible and direction-changing characters removed, runs of
 * space made one, ends trimmed. Joiners stay where emoji need them.
 */
export function normaliseLine(text: string): string {
  return removeInvisible(text.normalize('NFKC')).replace(/\s+/gu, ' ').trim()
}

/** For texts of several lines: line ends as \n, at most two in a row, trailing space removed. Width is kept as written. */
export function normaliseText(text: string): string {
  return removeInvisible(text.normalize('NFC').replace(/\r\n?/g, '\n'))
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

/** For finding and comparing: NFKC, lower case, one space. Not for showing. */
export const foldText = (text: string): string => normaliseLine(text).toLocaleLowerCase('en')

// Cc but tab and line end; Cf but ZWNJ and ZWJ (needed by emoji and several scripts) and emoji tags.
const invisible =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u00AD\u061C\u180E\u200B\u200E\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]/g

const removeInvisible = (text: string): string => text.replace(invisible, '')

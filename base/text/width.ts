/** Width in columns: Han and full-width characters take two. For aligned text and length limits in Chinese. */

const segmenter = new Intl.Segmenter('zh', { granularity: 'grapheme' })

// East Asian Wide and Fullwidth (Unicode Annex 11) by script and block, and characters shown as emoji.
const wide =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\u3000-\u303E\u30FB\u30FC\uFF01-\uFF60\uFFE0-\uFFE6\uFE30-\uFE4F]|\p{Emoji_Presentation}|\uFE0F/u

/** Columns of a text on a fixed-width grid. Quotes and dots that are ambiguous count one. */
export function columns(text: string): number {
  let total = 0
  for (const { segment } of segmenter.segment(text))
    if (!/^[\p{Cc}\p{Cf}]+$/u.test(segment)) total += wide.test(segment) ? 2 : 1
  return total
}

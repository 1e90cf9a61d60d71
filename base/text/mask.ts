/** Personal data as others may see it (L-09): enough to recognise one's own, not enough to use. */

/** 张三 → 张*, 欧阳小明 → 欧***, Alice Smith → A***. Never tells the length of a long name. */
export function maskName(name: string): string {
  // Only the first characters matter, however long the name is.
  const start = new Intl.Segmenter('zh', { granularity: 'grapheme' }).segment(name.trim().slice(0, 200))
  const [first = '', ...rest] = Array.from(start, (each) => each.segment).slice(0, 4)
  return rest.length === 0 ? `${first}*` : first + '*'.repeat(rest.length)
}

/** 13812340001 → 138****0001; with a country code: +86 138****0001. Other numbers keep their last two digits. */
export function maskPhone(phone: string): string {
  const digits = phone.replace(/\D/g, '')
  const mobile = /^(86)?(1\d{2})\d{4}(\d{4})$/.exec(digits)
  if (mobile) return `${mobile[1] ? '+86 ' : ''}${mobile[2]}****${mobile[3]}`
  return digits.length < 5 ? '****' : `****${digits.slice(-2)}`
}

/** lin.xiao@example.com → l***@example.com. */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf('@')
  if (at < 1) return '***'
  const [first = ''] = email
  return `${first}***${email.slice(at)}`
}

/** +8613812340001 from 138 1234 0001, 86-138…, 0086…; other countries with + or 00. Undefined when it is no number. */
export function normalisePhone(text: string): string | undefined {
  const plain = text.replace(/[\s().·–—-]/g, '').replace(/^00/, '+')
  if (/^1[3-9]\d{9}$/.test(plain)) return `+86${plain}`
  if (/^(\+?86)1[3-9]\d{9}$/.test(plain)) return `+${plain.replace(/^\+/, '')}`
  // A landline with its area code, as shops give it.
  if (/^0[1-9]\d{8,10}$/.test(plain)) return `+86${plain.slice(1)}`
  return /^\+[1-9]\d{6,14}$/.test(plain) ? plain : undefined
}

/**
 * Which passwords are refused: the ones that guessing programs try first. A short list of roots, with
 * the decorations people add to them taken off, catches far more than its length.
 */
import { z } from 'zod'
import { passwordLength } from '../engine/limits.ts'
import { identityProblems } from '../problems.ts'

export const password = z
  .string()
  .min(passwordLength.min)
  .max(passwordLength.max)
  .meta({ description: 'Password; what is too common is refused' })

/** A password that is only compared: any length up to the largest, so that old rules never lock anyone out. */
export const givenPassword = z.string().min(1).max(passwordLength.max)

const common = new Set(
  `password passwort passw pass word admin administrator root user guest test testing demo welcome hello login
   master letmein iloveyou ilove sunshine princess football baseball basketball superman batman dragon monkey
   shadow michael jordan hunter buster soccer harley ranger thomas daniel charlie andrew joshua jessica ashley
   nicole killer trustno freedom whatever starwars pokemon computer internet samsung google facebook iphone
   qwerty qwertyuiop qwert asdf asdfgh asdfghjkl zxcvbn zxcvbnm qazwsx qazwsxedc wasd azerty zaq xsw
   abc abcd abcde abcdef abcdefg abcdefgh aaaa changeme change default secret secure access mynoob
   woaini woaiwojia woaini woshishui nihao zhongguo beijing shanghai wangyi taobao alipay weixin wechat
   mima mimamima admin888 asd qwe zxc aini wodemima xiaoming wang zhang liu chen juluo shanqiu community
   summer winter spring autumn monday friday january december lovely loveme flower cookie cheese pepper
   ginger jennifer michelle matrix phoenix mustang corvette ferrari mercedes arsenal chelsea liverpool`
    .split(/\s+/)
    .filter(Boolean),
)

const keyboard = [
  '1234567890',
  '0987654321',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'abcdefghijklmnopqrstuvwxyz',
]

/** True when a password is too easy to guess, for anybody or for somebody with this name and address. */
export function isGuessable(text: string, about: { email?: string; name?: string } = {}): boolean {
  const plain = text.normalize('NFKC').toLowerCase()
  if (new Set(plain).size <= 3) return true
  if (isWalk(plain)) return true
  // Without digits and signs at both ends (password2026!, 123qwerty), and with the usual masks taken off (p@$$w0rd).
  const bare = plain.replace(/^[^\p{L}@$]+|[^\p{L}]+$/gu, '')
  for (const form of [plain, bare, unmask(plain), unmask(bare), plain.replaceAll('1', 'i')]) {
    const root = form.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
    if (common.has(root) || common.has(form)) return true
    if (root === '' && plain.length < 16) return true
    for (const word of [about.email?.split('@')[0], about.email, about.name]) {
      const own = word?.normalize('NFKC').toLowerCase()
      if (own && own.length >= 3 && (root === own || form === own || root === own.replace(/[^\p{L}]+$/u, '')))
        return true
    }
  }
  return false
}

const unmask = (text: string): string =>
  text
    .replaceAll('@', 'a')
    .replaceAll('0', 'o')
    .replaceAll('1', 'l')
    .replaceAll('3', 'e')
    .replaceAll('$', 's')

/** 12345678, qwertyuiop, abcabcabc: a walk along a row, or one piece again and again. */
function isWalk(text: string): boolean {
  if (keyboard.some((row) => row.includes(text) || [...row].reverse().join('').includes(text))) return true
  for (let size = 1; size <= text.length / 2; size++)
    if (text.length % size === 0 && text.slice(0, size).repeat(text.length / size) === text && size <= 4)
      return true
  return keyboard.some((row) => {
    for (let start = 0; start + 5 <= text.length; start++)
      if (row.includes(text.slice(start, start + 5)) && text.length - 5 <= 4) return true
    return false
  })
}

/** Throws `password_weak`. */
export function requireStrong(text: string, about: { email?: string; name?: string }): void {
  if (isGuessable(text, about)) throw identityProblems.passwordWeak()
}

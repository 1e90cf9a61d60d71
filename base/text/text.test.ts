import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hasSharedData, sharedJson } from '#test/shared-data.ts'
import { normaliseEmail } from './email.ts'
import { maskEmail, maskName, maskPhone } from './mask.ts'
import { foldText, normaliseLine, normaliseText } from './normalise.ts'
import { slugify } from './slug.ts'
import { countCharacters, truncate } from './truncate.ts'
import { columns } from './width.ts'

const family = '👨‍👩‍👧‍👦'

describe('normalising', () => {
  test('a name has one spelling and nothing invisible', () => {
    expect(normaliseLine('  Ａｌｉｃｅ\u200B\u202E　林  晓\n')).toBe('Alice 林 晓')
    expect(normaliseLine(family)).toBe(family)
    expect(foldText('ＡＬＩＣＥ')).toBe('alice')
    expect(normaliseText('a\r\nb \r\r\r\rc，。！\u0000')).toBe('a\nb\n\nc，。！')
  })

  test('normalising twice changes nothing more', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(normaliseLine(normaliseLine(text))).toBe(normaliseLine(text))
        expect(normaliseText(normaliseText(text))).toBe(normaliseText(text))
      }),
      { numRuns: 500, seed: 7 },
    )
  })
})

describe('e-mail addresses', () => {
  test('G36: the address is normalised before it is judged', () => {
    expect(normaliseEmail(' Lin.Xiao@Example.COM ')).toBe('lin.xiao@example.com')
    expect(normaliseEmail('ｌｉｎ＠ｅｘａｍｐｌｅ．ｃｏｍ')).toBe('lin@example.com')
    expect(normaliseEmail('a@münchen.example')).toBe('a@xn--mnchen-3ya.example')
    for (const bad of [
      '',
      'a',
      '@b.com',
      'a@',
      'a@b',
      'a b@c.com',
      'a@b@c.com',
      'a@b..com',
      'a..b@c.com',
      '.a@c.com',
      'a@-b.com',
      'a@1.2.3.4',
      'a@[1.2.3.4]',
      '"a"@b.com',
      'a\u200Bb@c.com',
      'a@b.com\r\nBcc: x@y.z',
      'a@b.com,c@d.com',
      `${'a'.repeat(65)}@b.com`,
      `a@${'b.'.repeat(130)}com`,
    ])
      expect([bad, normaliseEmail(bad)]).toEqual([bad, undefined])
  })

  test.runIf(hasSharedData('email'))(
    'published vectors: nothing wrong passes, nearly everything valid does',
    () => {
      const vectors = sharedJson<[string, string][]>('email/isemail_tests.json')
      const wronglyTaken = vectors.filter(
        ([text, verdict]) => verdict.startsWith('err') && normaliseEmail(text),
      )
      const wronglyRefused = vectors.filter(([text, verdict]) => verdict === 'valid' && !normaliseEmail(text))
      expect(wronglyTaken).toEqual([])
      // A bare host name, a domain of emoji and one of 240 characters.
      expect(wronglyRefused.map(([text]) => text.slice(0, 9))).toEqual(['test@😆😆', 'test@org', 'test@𐏿ño'])
    },
  )
})

describe('cutting and measuring', () => {
  test('characters are what people see', () => {
    expect(countCharacters(`${family}é한`)).toBe(3)
    expect(truncate(`${family}${family}${family}`, 2)).toBe(`${family}…`)
    expect(truncate('山丘咖啡', 4)).toBe('山丘咖啡')
    expect(truncate('山丘咖啡馆', 4)).toBe('山丘咖…')
    expect(truncate('山丘咖啡馆', 4, '')).toBe('山丘咖啡')
    expect(truncate('abc', 0)).toBe('')
  })

  test('a cut text is never longer than asked, and begins like the whole', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(20), (text, max) => {
        const short = truncate(text, max)
        expect(countCharacters(short)).toBeLessThanOrEqual(max)
        expect(text.startsWith(short.replace(/…$/, ''))).toBe(true)
      }),
      { numRuns: 500, seed: 7 },
    )
  })

  test('Han and full-width characters take two columns', () => {
    expect(columns('ab')).toBe(2)
    expect(columns('山丘，Ａb')).toBe(9)
    expect(columns(family)).toBe(2)
    expect(columns('é\u0000')).toBe(1)
  })

  test('slugs keep every language', () => {
    expect(slugify('Hello, 山丘 咖啡! #1')).toBe('hello-山丘-咖啡-1')
    expect(slugify('!!!')).toBe('')
    expect(slugify('a b c', 2)).toBe('a')
  })
})

describe('L-09 masking', () => {
  test('names, phones and addresses show enough to know one’s own', () => {
    expect([maskName('张三'), maskName('欧阳小明'), maskName('Alice Smith'), maskName('舟')]).toEqual([
      '张*',
      '欧***',
      'A***',
      '舟*',
    ])
    expect([
      maskPhone('138 1234 0001'),
      maskPhone('+8613812340001'),
      maskPhone('021-12345678'),
      maskPhone('110'),
    ]).toEqual(['138****0001', '+86 138****0001', '****78', '****'])
    expect([maskEmail('lin.xiao@example.com'), maskEmail('nothing')]).toEqual(['l***@example.com', '***'])
  })
})

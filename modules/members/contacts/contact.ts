/** Contact points: one spelling for each, so that equal ones are found equal. */
import { normaliseEmail } from '#base/text/email.ts'
import { maskEmail, maskPhone } from '#base/text/mask.ts'
import { normaliseLine } from '#base/text/normalise.ts'
import { normalisePhone } from '#base/text/phone.ts'

export const contactKinds = ['phone', 'email', 'wechat', 'external'] as const
export type ContactKind = (typeof contactKinds)[number]

/** How people wrote it. `system`: of an external id, whose it is (`crm`, `youzan`). */
export interface ContactWords {
  readonly kind: ContactKind
  readonly system?: string
  readonly value: string
}

export interface ContactPoint {
  readonly kind: ContactKind
  readonly system: string
  /** The one spelling: `+8613812340001`, `a@b.cn`. */
  readonly value: string
  readonly masked: string
}

/** Reads a contact point as people write it; undefined when it is none. */
export function readContact({ kind, system = '', value }: ContactWords): ContactPoint | undefined {
  const text = normaliseLine(value)
  switch (kind) {
    case 'phone': {
      const number = normalisePhone(text)
      return number === undefined
        ? undefined
        : { kind, system: '', value: number, masked: maskPhone(number.replace(/^\+86/, '')) }
    }
    case 'email': {
      const email = normaliseEmail(value)
      return email ? { kind, system: '', value: email, masked: maskEmail(email) } : undefined
    }
    case 'wechat': {
      // Old numbers and ids of today; WeChat takes no notice of case.
      const name = text.toLowerCase()
      return /^[a-z0-9][a-z0-9_-]{4,39}$/.test(name)
        ? { kind, system: '', value: name, masked: maskId(name) }
        : undefined
    }
    case 'external':
      return text !== '' && text.length <= 100 && /^[a-z0-9_-]{1,40}$/.test(system)
        ? { kind, system, value: text, masked: maskId(text) }
        : undefined
  }
}

const maskId = (text: string): string => {
  const characters = [...text]
  return characters.length < 5
    ? '****'
    : `${characters.slice(0, 2).join('')}****${characters.slice(-2).join('')}`
}

/** What equal contact points are recognised by; goes through the vault's hash. */
export const contactKey = ({ kind, system, value }: Pick<ContactPoint, 'kind' | 'system' | 'value'>) =>
  `${kind}:${system}:${value}`

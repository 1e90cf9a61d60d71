/** The mails of identity. Each says one thing, offers one action, and what to do when it was not you. */
import { button, defineMail, details, heading, note, paragraph } from '#base/mail/template.ts'
import { mailTexts as texts } from './mails.messages.ts'

export const verifyEmailMail = defineMail<{ name: string; url: string; hours: number }>({
  name: 'identity.verify_email',
  compose: ({ name, url, hours }, { say }) => ({
    subject: say(texts.verifySubject),
    preview: say(texts.verifyText),
    blocks: [
      heading(say(texts.hello, { name })),
      paragraph(say(texts.verifyText)),
      button(say(texts.verifyButton), url),
      note(`${say(texts.hours, { hours })} ${say(texts.notYou)}`),
    ],
  }),
})

export const newAddressMail = defineMail<{ name: string; url: string; hours: number }>({
  name: 'identity.new_address',
  compose: ({ name, url, hours }, { say }) => ({
    subject: say(texts.addressSubject),
    preview: say(texts.addressText),
    blocks: [
      heading(say(texts.hello, { name })),
      paragraph(say(texts.addressText)),
      button(say(texts.verifyButton), url),
      note(`${say(texts.hours, { hours })} ${say(texts.notYou)}`),
    ],
  }),
})

export const accountExistsMail = defineMail<{ name: string; url: string }>({
  name: 'identity.account_exists',
  compose: ({ name, url }, { say }) => ({
    subject: say(texts.existsSubject),
    preview: say(texts.existsText),
    blocks: [
      heading(say(texts.hello, { name })),
      paragraph(say(texts.existsText)),
      button(say(texts.existsButton), url),
      note(say(texts.notYou)),
    ],
  }),
})

export const magicLinkMail = defineMail<{ name: string; url: string; minutes: number }>({
  name: 'identity.magic_link',
  compose: ({ name, url, minutes }, { say }) => ({
    subject: say(texts.linkSubject),
    preview: say(texts.linkText),
    blocks: [
      heading(say(texts.hello, { name })),
      paragraph(say(texts.linkText)),
      button(say(texts.linkButton), url),
      note(`${say(texts.minutes, { minutes })} ${say(texts.notYou)}`),
    ],
  }),
})

export const resetPasswordMail = defineMail<{ name: string; url: string; minutes: number }>({
  name: 'identity.reset_password',
  compose: ({ name, url, minutes }, { say }) => ({
    subject: say(texts.resetSubject),
    preview: say(texts.resetText),
    blocks: [
      heading(say(texts.hello, { name })),
      paragraph(say(texts.resetText)),
      button(say(texts.resetButton), url),
      note(`${say(texts.minutes, { minutes })} ${say(texts.notYou)}`),
    ],
  }),
})

export const operatorInvitationMail = defineMail<{
  inviter: string
  role: string
  url: string
  hours: number
}>({
  name: 'identity.operator_invitation',
  compose: ({ inviter, role, url, hours }, { say }) => ({
    subject: say(texts.invitationSubject, { inviter }),
    preview: say(texts.invitationText, { role }),
    blocks: [
      heading(say(texts.invitationSubject, { inviter })),
      paragraph(say(texts.invitationText, { role })),
      button(say(texts.invitationButton), url),
      note(`${say(texts.hours, { hours })} ${say(texts.notYou)}`),
    ],
  }),
})

export const newSignInMail = defineMail<{
  name: string
  when: string
  address: string
  device: string
  url: string
}>({
  name: 'identity.new_sign_in',
  compose: ({ name, when, address, device, url }, { say }) => ({
    subject: say(texts.newSignInSubject),
    preview: say(texts.newSignInText),
    blocks: [
      heading(say(texts.hello, { name })),
      paragraph(say(texts.newSignInText)),
      details([
        [say(texts.when), when],
        [say(texts.where), address],
        [say(texts.what), device],
      ]),
      button(say(texts.securityButton), url),
      note(say(texts.newSignInNote)),
    ],
  }),
})

export const passwordChangedMail = defineMail<{ name: string; url: string }>({
  name: 'identity.password_changed',
  compose: ({ name, url }, { say }) => ({
    subject: say(texts.passwordSubject),
    preview: say(texts.passwordText),
    blocks: [
      heading(say(texts.hello, { name })),
      paragraph(say(texts.passwordText)),
      button(say(texts.resetButton), url),
      note(say(texts.passwordNote)),
    ],
  }),
})

export const emailChangedMail = defineMail<{ name: string; url: string }>({
  name: 'identity.email_changed',
  compose: ({ name, url }, { say }) => ({
    subject: say(texts.emailChangedSubject),
    preview: say(texts.emailChangedText),
    blocks: [
      heading(say(texts.hello, { name })),
      paragraph(say(texts.emailChangedText)),
      button(say(texts.securityButton), url),
      note(say(texts.passwordNote)),
    ],
  }),
})

/** A real SMTP server on loopback that keeps what it is given, and misbehaves when a test asks it to. */
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'

export interface TestSmtp {
  readonly url: string
  readonly received: { readonly mail: ParsedMail; readonly recipients: readonly string[] }[]
  /** What it answers to a recipient; undefined to take everybody. */
  refusal: { readonly code: number; readonly text: string } | undefined
  /** True to take this mail and then break the connection before saying so. */
  breaksAfterTaking: (count: number) => boolean
  close(): Promise<void>
}

export async function startSmtp(): Promise<TestSmtp> {
  const received: TestSmtp['received'] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: (_address, _session, done) => {
      const { refusal } = smtp
      done(refusal ? Object.assign(new Error(refusal.text), { responseCode: refusal.code }) : null)
    },
    onData: (stream, session, done) => {
      simpleParser(stream).then((mail) => {
        received.push({ mail, recipients: session.envelope.rcptTo.map((to) => to.address) })
        if (!smtp.breaksAfterTaking(received.length)) return done()
        for (const connection of server.connections)
          if (connection.session.id === session.id) connection.close()
      }, done)
    },
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.server.address() as { port: number }
  const smtp: TestSmtp = {
    url: `smtp://127.0.0.1:${port}`,
    received,
    refusal: undefined,
    breaksAfterTaking: () => false,
    close: () => new Promise((done) => server.close(done)),
  }
  return smtp
}

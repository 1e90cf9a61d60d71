/** A small OpenID Connect issuer on loopback, for tests: whoever comes is the person it was told to be. */
import { randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Issuer {
  readonly url: string
  readonly clientId: string
  readonly clientSecret: string
  /** Who signs in next. */
  person: { sub: string; email?: string; email_verified?: boolean; name?: string }
  /** Claims of the ID token that differ from what they should be. */
  forged: Record<string, unknown>
  /** Follows an authorization address as a browser would; gives the address it is sent back to. */
  approve(authorizationUrl: string): Promise<URL>
  close(): Promise<void>
}

export async function startIssuer(): Promise<Issuer> {
  const [clientId, clientSecret] = ['juluo-test', randomBytes(16).toString('hex')]
  const codes = new Map<string, string>()
  const tokens = new Map<string, Issuer['person']>()
  let url = ''

  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const server = createServer((request, response) => {
    const at = new URL(request.url ?? '/', url)
    const answer = (body: unknown, status = 200) => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    }
    if (at.pathname === '/.well-known/openid-configuration')
      return answer({
        issuer: url,
        authorization_endpoint: `${url}/login/authorize`,
        token_endpoint: `${url}/login/token`,
        userinfo_endpoint: `${url}/login/me`,
      })
    if (at.pathname === '/login/authorize') {
      const code = randomBytes(8).toString('hex')
      codes.set(code, at.searchParams.get('code_challenge') ?? '')
      const back = new URL(at.searchParams.get('redirect_uri') ?? '')
      back.searchParams.set('code', code)
      back.searchParams.set('state', at.searchParams.get('state') ?? '')
      return response.writeHead(302, { location: back.href }).end()
    }
    if (at.pathname === '/login/token') {
      const chunks: Buffer[] = []
      request.on('data', (chunk) => chunks.push(chunk))
      request.on('end', () => {
        const form = new URLSearchParams(Buffer.concat(chunks).toString())
        const wanted = `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`
        if (request.headers.authorization !== wanted || !codes.delete(form.get('code') ?? ''))
          return answer({ error: 'invalid_grant' }, 400)
        const token = randomBytes(8).toString('hex')
        tokens.set(token, issuer.person)
        const claims = {
          iss: url,
          aud: clientId,
          sub: issuer.person.sub,
          exp: Math.floor(Date.now() / 1000) + 300,
          ...issuer.forged,
        }
        answer({
          access_token: token,
          token_type: 'Bearer',
          id_token: `${part({ alg: 'none' })}.${part(claims)}.`,
        })
      })
      return
    }
    if (at.pathname === '/login/me') {
      const person = tokens.get(request.headers.authorization?.replace('Bearer ', '') ?? '')
      return person ? answer(person) : answer({ error: 'invalid_token' }, 401)
    }
    answer({ error: 'not_found' }, 404)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  const issuer: Issuer = {
    url,
    clientId,
    clientSecret,
    person: { sub: 'nobody' },
    forged: {},
    async approve(authorizationUrl) {
      const answer = await fetch(authorizationUrl, { redirect: 'manual' })
      return new URL(answer.headers.get('location') ?? '')
    },
    close: () => new Promise((done) => server.close(() => done())),
  }
  return issuer
}

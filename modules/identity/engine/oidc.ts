/**
 * Single sign-on with one OpenID Connect issuer, by configuration. Everything is asked through our
 * egress; the issuer was named by the operator, so it may be an inside address. The ID token comes straight from
 * the token endpoint, so its claims (issuer, audience, expiry, subject) are checked and its signature need not be
 * (OpenID Connect Core 3.1.3.7, 6).
 */
import { z } from 'zod'
import type { Parts } from '#base/parts.ts'
import { askProvider, type IdentityProvider } from './provider.ts'

const discovery = z.object({
  issuer: z.string(),
  authorization_endpoint: z.url(),
  token_endpoint: z.url(),
  userinfo_endpoint: z.url(),
  token_endpoint_auth_methods_supported: z.array(z.string()).optional(),
})
const tokenAnswer = z.object({ access_token: z.string(), id_token: z.string() })
const claims = z.object({
  iss: z.string(),
  sub: z.string().min(1),
  aud: z.union([z.string(), z.array(z.string())]),
  exp: z.number(),
})
const person = z.looseObject({
  sub: z.string(),
  email: z.email().optional(),
  email_verified: z.union([z.boolean(), z.string()]).optional(),
  name: z.string().optional(),
  preferred_username: z.string().optional(),
})

const rememberMs = 3_600_000

export function oidcProvider({ config, egress }: Parts): IdentityProvider | undefined {
  const { OIDC_ISSUER, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = config
  if (!OIDC_ISSUER || !clientId || !clientSecret) return undefined
  const issuer = OIDC_ISSUER.replace(/\/+$/, '')
  const allow = [new URL(issuer).host]

  let known: { at: number; document: Promise<z.output<typeof discovery>> } | undefined
  const discover = () => {
    if (known && performance.now() - known.at < rememberMs) return known.document
    const document = askProvider(egress, `${issuer}/.well-known/openid-configuration`, discovery, { allow })
    known = { at: performance.now(), document }
    // What failed is asked again next time.
    document.catch(() => {
      known = undefined
    })
    return document
  }

  const readClaims = (token: string) => {
    const read = claims.parse(JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()))
    const audience = Array.isArray(read.aud) ? read.aud : [read.aud]
    if (read.iss.replace(/\/+$/, '') !== issuer) throw new Error('The ID token is from another issuer')
    if (!audience.includes(clientId)) throw new Error('The ID token is for another client')
    if (read.exp * 1000 < Date.now() - 60_000) throw new Error('The ID token has expired')
    return read
  }

  return {
    providerId: 'oidc',
    name: config.OIDC_NAME,
    clientId,
    clientSecret,
    authorizationUrl: `${issuer}/authorize`,
    scopes: ['openid', 'email', 'profile'],
    pkce: true,
    accountSubject: ({ profile }) => String(profile.sub ?? ''),
    async sendTo(built) {
      const url = new URL((await discover()).authorization_endpoint)
      built.searchParams.forEach((value, name) => {
        url.searchParams.set(name, value)
      })
      return url
    },
    async getToken({ code, codeVerifier, redirectURI }) {
      const document = await discover()
      const form = new URLSearchParams({ grant_type: 'authorization_code', code, redirect_uri: redirectURI })
      if (codeVerifier) form.set('code_verifier', codeVerifier)
      const headers: Record<string, string> = { 'content-type': 'application/x-www-form-urlencoded' }
      const methods = document.token_endpoint_auth_methods_supported ?? ['client_secret_basic']
      if (methods.includes('client_secret_basic')) {
        const pair = `${encodeURIComponent(clientId)}:${encodeURIComponent(clientSecret)}`
        headers.authorization = `Basic ${Buffer.from(pair).toString('base64')}`
      } else {
        form.set('client_id', clientId)
        form.set('client_secret', clientSecret)
      }
      const answer = await askProvider(egress, document.token_endpoint, tokenAnswer, {
        method: 'POST',
        headers,
        body: form.toString(),
        allow: [...allow, new URL(document.token_endpoint).host],
      })
      const { sub } = readClaims(answer.id_token)
      return { accessToken: answer.access_token, raw: { sub } }
    },
    async getUserInfo(tokens) {
      const { userinfo_endpoint: url } = await discover()
      const found = await askProvider(egress, url, person, {
        headers: { authorization: `Bearer ${tokens.accessToken ?? ''}` },
        allow: [...allow, new URL(url).host],
      })
      if (found.sub !== tokens.raw?.sub) return null
      return {
        id: found.sub,
        sub: found.sub,
        email: found.email?.normalize('NFKC').toLowerCase(),
        emailVerified: found.email_verified === true || found.email_verified === 'true',
        name: (found.name || found.preferred_username || found.email?.split('@')[0] || found.sub)
          .trim()
          .slice(0, 60),
      }
    },
  }
}

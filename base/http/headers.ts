/** The headers that every answer carries, and the Content-Security-Policy of pages. */
import { randomBytes } from 'node:crypto'
import type { Config } from '../config/config.ts'

const year = 31_536_000

/** For JSON and other answers that no browser should render. Never stored: they depend on who asks. */
export function apiHeaders(config: Pick<Config, 'baseUrl'>): Record<string, string> {
  return {
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'cross-origin-resource-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    ...transport(config),
  }
}

/** For files that pages load: scripts, styles, images, fonts. */
export function assetHeaders(config: Pick<Config, 'baseUrl'>): Record<string, string> {
  return {
    'cross-origin-resource-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    ...transport(config),
  }
}

/** For HTML. `nonce` is new for each answer; only scripts and styles that carry it run. */
export function pageHeaders(config: Pick<Config, 'baseUrl'>, nonce: string): Record<string, string> {
  return {
    'cache-control': 'no-store',
    'content-security-policy': contentSecurityPolicy(config, nonce),
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy':
      'accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), payment=(), usb=()',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    ...transport(config),
  }
}

export const newNonce = (): string => randomBytes(16).toString('base64')

function contentSecurityPolicy({ baseUrl }: Pick<Config, 'baseUrl'>, nonce: string): string {
  return [
    "default-src 'self'",
    // A browser that knows strict-dynamic ignores 'self': only nonced scripts run, and what they import.
    `script-src 'nonce-${nonce}' 'strict-dynamic' 'self'`,
    `style-src 'self' 'nonce-${nonce}'`,
    // Charts and editors set style attributes in markup; they cannot run anything.
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "media-src 'self' blob:",
    "worker-src 'self'",
    "manifest-src 'self'",
    "frame-src 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(baseUrl.startsWith('https:') ? ['upgrade-insecure-requests'] : []),
    // Not report-to: with it, Chromium sends reports minutes later, and none from plain http.
    'report-uri /csp-report',
  ].join('; ')
}

const transport = ({ baseUrl }: Pick<Config, 'baseUrl'>): Record<string, string> =>
  baseUrl.startsWith('https:')
    ? { 'strict-transport-security': `max-age=${2 * year}; includeSubDomains` }
    : {}

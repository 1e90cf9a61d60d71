/** Things that look like secrets, by the marks their makers give them. For files that are or will be in git. */
import type { Source } from './sources.ts'

const marks: readonly (readonly [what: string, shape: RegExp])[] = [
  ['private key', /-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----\s*[A-Za-z0-9+/=]{20}/],
  ['AWS key', /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/],
  ['Alibaba Cloud key', /\bLTAI[A-Za-z0-9]{20}\b/],
  ['Tencent Cloud key', /\bAKID[A-Za-z0-9]{32}\b/],
  ['GitHub token', /\b(?:gh[pousr]_[A-Za-z0-9]{36}|github_pat_[A-Za-z0-9_]{50})/],
  ['GitLab token', /\bglpat-[\w-]{20}\b/],
  ['npm token', /\bnpm_[A-Za-z0-9]{36}\b/],
  ['Slack token', /\bxox[abposr]-[\w-]{20}/],
  ['Stripe key', /\b[sr]k_live_[A-Za-z0-9]{20}/],
  ['Google key', /\bAIza[\w-]{35}\b/],
  ['model provider key', /\bsk-(?:ant-|proj-)?[A-Za-z0-9_-]{40}/],
  ['JSON web token', /\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{20,}/],
  ['address with a password', /\b(?:postgres(?:ql)?|mysql|redis|amqps?|mongodb(?:\+srv)?):\/\/[^\s:@/'"`$<]{1,40}:(?!secret|password|pass\b|test\b|key\b|\*)[^\s:@/'"`$<{]{8,}@/],
  ['assigned secret', /(?:secret|password|passwd|api_?key|token)["']?\s*[:=]\s*["'](?=[^"'\s]*\d)(?=[^"'\s]*[a-z])(?=[^"'\s]*[A-Z])[A-Za-z0-9+/_=-]{32,}["']/i],
] // biome-ignore format: one mark a line

export interface PlantedSecret {
  readonly path: string
  readonly what: string
  readonly line: number
}

export function findSecrets(sources: readonly Source[]): PlantedSecret[] {
  return sources.flatMap(({ path, text }) =>
    marks.flatMap(([what, shape]) => {
      const found = shape.exec(text)
      return found ? [{ path, what, line: text.slice(0, found.index).split('\n').length }] : []
    }),
  )
}

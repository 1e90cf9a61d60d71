import type { z } from 'zod'
import type { Rules } from './rules.ts'
import type { rulesAnswer } from './shapes.ts'

export const presentRules = ({ publishedBy: _, ...rules }: Rules): z.input<typeof rulesAnswer> => ({
  version: rules.version,
  theme: rules.theme,
  service: rules.service,
  forbidden: rules.forbidden,
  penalty: rules.penalty,
  rewarded: rules.rewarded,
  returned: rules.returned,
  welcome: rules.welcome,
  consentAgain: rules.consentAgain,
  publishedAt: rules.publishedAt.toISOString(),
})

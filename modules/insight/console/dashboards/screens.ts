/** Where the question of a tile is asked by itself. */
const screens: Readonly<Record<string, string>> = {
  trend: '/insight/trends',
  funnel: '/insight/funnel',
  retention: '/insight/retention',
  lifecycle: '/insight/lifecycle',
  stickiness: '/insight/lifecycle',
  paths: '/insight/paths',
  attribution: '/insight/attribution',
  touchpoints: '/insight/channels',
  network: '/insight/network',
  concentration: '/insight/network',
  words: '/insight/words',
  repurchase: '/insight/purchases',
  'purchase-intervals': '/insight/purchases',
  'purchase-products': '/insight/purchases',
  value: '/insight/value',
  effect: '/insight/effect',
}

export const screenOf = (analysis: string): string | undefined => screens[analysis]

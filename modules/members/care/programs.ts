/** What people are cared for as, and how far one has come (挖掘 → 扶持 → 产出 → 留存, S2-45). */
export const programs = ['koc', 'star', 'vip'] as const
export type Program = (typeof programs)[number]

export const stages = ['discovered', 'supported', 'producing', 'retained'] as const
export type Stage = (typeof stages)[number]

export const purposes = ['care', 'winback', 'thanks', 'interview'] as const
export const ways = ['phone', 'wechat', 'site', 'mail', 'meeting'] as const

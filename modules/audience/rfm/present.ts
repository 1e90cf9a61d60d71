/** RFM as JSON. */
import { z } from 'zod'
import { type Actor, may } from '#base/access/actor.ts'
import { type Locale, type Message, render } from '#base/i18n/messages.ts'
import { contributionNames, contributionStrategies } from '../contribution/contribution.messages.ts'
import {
  type Kind,
  kinds,
  outside,
  type RfmDefinition,
  rfmDefinition,
  type TierOrNone,
  tiers,
} from './model.ts'
import type { Picture } from './reading.ts'
import { tierNames, tierStrategies } from './rfm.messages.ts'
import type { RfmVersion } from './versions.ts'

export const tierOrNone = z.enum([...tiers, outside])
export const everyTier: readonly TierOrNone[] = [...tiers, outside]

export const versionAnswer = z.object({
  number: z.int().nullable(),
  definition: rfmDefinition,
  note: z.string(),
  at: z.iso.datetime().nullable(),
  by: z.string().describe('Name of who saved or published it; empty: shipped with the product'),
})

const measured = z.object({
  cut: z.number(),
  mean: z.number(),
  median: z.number(),
  fifths: z.array(z.number()).length(4).describe('20 %, 40 %, 60 %, 80 % of those measured are at or below'),
})

export const pictureAnswer = z.object({
  asOf: z.iso.date(),
  members: z.int().describe('All members of the community'),
  measured: z.int(),
  cutOffs: z.object({ recency: measured, frequency: measured, amount: measured }),
  cells: z.array(
    z.object({
      tier: z.enum(tiers),
      r: z.int(),
      f: z.int(),
      m: z.int(),
      members: z.int(),
      amount: z.number().describe('What they amount to together: minor units or points'),
    }),
  ),
})

export const modelAnswer = z.object({
  kind: z.enum(kinds),
  inForce: versionAnswer,
  draft: versionAnswer.nullable(),
  versions: z.array(versionAnswer),
  tiers: z.array(
    z.object({ key: tierOrNone, name: z.string(), fixedName: z.string(), strategy: z.string() }),
  ),
  run: z
    .object({ asOf: z.iso.date(), computedAt: z.iso.datetime(), moved: z.int() })
    .nullable()
    .describe('The last time that it was kept where everybody stands'),
  events: z.array(z.string()).describe('Names of events to choose from'),
  can: z.object({ edit: z.boolean(), compute: z.boolean() }),
})

const defaults: Record<Kind, Record<'names' | 'strategies', Record<TierOrNone, Message>>> = {
  purchase: { names: tierNames, strategies: tierStrategies },
  contribution: { names: contributionNames, strategies: contributionStrategies },
}

/** The tier's name: the alias of the model, else the fixed one. */
export const tierName = (kind: Kind, definition: RfmDefinition, tier: TierOrNone, locale: Locale): string =>
  definition.tiers[tier]?.name ?? render(defaults[kind].names[tier], locale)

export const tierWords = (kind: Kind, definition: RfmDefinition, locale: Locale) =>
  everyTier.map((key) => ({
    key,
    name: tierName(kind, definition, key, locale),
    fixedName: render(defaults[kind].names[key], locale),
    strategy: definition.tiers[key]?.strategy ?? render(defaults[kind].strategies[key], locale),
  }))

export const fixedTierName = (kind: Kind, tier: TierOrNone): Message => defaults[kind].names[tier]

export const presentVersion = (
  version: RfmVersion,
  names: ReadonlyMap<string, string>,
): z.input<typeof versionAnswer> => ({
  number: version.number,
  definition: version.definition,
  note: version.note,
  at: version.at?.toISOString() ?? null,
  by: names.get(version.by) ?? '',
})

export const presentPicture = (
  asOf: string,
  members: number,
  { cutOffs, cells }: Picture,
): z.input<typeof pictureAnswer> => ({
  asOf,
  members,
  measured: cutOffs.members,
  cutOffs: {
    recency: { ...cutOffs.recency, fifths: [...cutOffs.recency.fifths] },
    frequency: { ...cutOffs.frequency, fifths: [...cutOffs.frequency.fifths] },
    amount: { ...cutOffs.amount, fifths: [...cutOffs.amount.fifths] },
  },
  cells: cells.map((cell) => ({ ...cell })),
})

export const whatMay = (actor: Actor) => ({
  edit: may(actor, 'audience.edit'),
  compute: may(actor, 'audience.edit'),
})

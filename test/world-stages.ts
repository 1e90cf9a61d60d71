/** How 山丘咖啡 tells value and stages: models that its analyst has tuned. Computed by the product itself. */
import type { Actor } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { purchasePreset, type RfmDefinition } from '#modules/audience/rfm/model.ts'
import { publishDraft, saveDraft } from '#modules/audience/rfm/versions.ts'
import { communityPreset, privateDomainPreset } from '#modules/audience/stages/presets.ts'
import {
  createModel,
  findModels,
  publishLifeDraft,
  saveLifeDraft,
} from '#modules/audience/stages/versions.ts'
import type { Someone } from './world.ts'

interface Told {
  readonly operators: Readonly<Record<string, Someone>>
}

/** Coffee is bought every few weeks: what counts as recent is a month, and a bag of beans is much. */
const coffee: RfmDefinition = {
  ...purchasePreset,
  frequency: { ...purchasePreset.frequency, cut: { mode: 'mean' } },
  amount: { ...purchasePreset.amount, cut: { mode: 'quintile', from: 4 } },
  tiers: {
    important_value: {
      strategy: '专属咖啡师对接：新豆先寄样，生日送挂耳，邀请做杯测评委，带朋友来店双方各得一杯',
    },
    general_develop: { name: '尝鲜新客', strategy: '首单后第 7 天回访口味，送第二包八折券，拉进新手上手群' },
    important_retain: { strategy: '店长亲自打电话，问清是口味、价格还是物流，按原因给补救' },
  },
}

export async function buildStagesWorld(
  { operators }: Told,
  at: (actor: Actor, daysAgo: number, hour?: number) => Ctx,
): Promise<void> {
  const analyst = operators.chengbai!.actor
  await saveDraft(at(analyst, 38), 'purchase', coffee)
  await publishDraft(at(analyst, 38, 11), 'purchase', '频次按平均、金额按五等分；新客叫「尝鲜新客」')

  const [everybody] = await findModels(at(analyst, 30))
  if (everybody) {
    const stages = communityPreset.stages.map((stage) =>
      stage.key === 'dormant'
        ? { ...stage, strategy: '发一条只问近况的私信，附上他常看的那类帖子；第三天仍没回就寄挂耳试饮' }
        : stage,
    )
    await saveLifeDraft(at(analyst, 30), everybody.id, { ...communityPreset, stages })
    await publishLifeDraft(at(analyst, 30, 11), everybody.id, '给休眠期写了三步唤醒')
  }
  await createModel(at(operators.linxiao!.actor, 21), {
    name: '门店客人',
    note: '从门店来的客人，按私域节奏看',
    definition: {
      ...privateDomainPreset,
      who: {
        version: 1,
        who: { kind: 'field', field: 'member.channel', test: { op: 'isOneOf', value: ['store'] } },
      },
    },
  })
}

/** What 山丘咖啡 sells, as its posts recommend it. */
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { addProduct } from '#modules/commerce/api.ts'
import type { Pictures } from '#modules/content/demo/write.ts'

/** What the brand recommends, by number. */
export async function fillShelf(ctx: Ctx, pictures: Pictures): Promise<ReadonlyMap<string, Id>> {
  const shelf = [
    ['SQ-CUP-220', '秋季手工陶杯 · 苔绿', '手工拉坯，220 毫升', 5800, 18],
    ['SQ-YN-227', '云南孟连 · 水洗 227g', '坚果、红糖，中烘', 5200, 3],
    ['SQ-DRIP-10', '日常拼配挂耳 10 片', '办公室一分钟一杯', 4500, 7],
    ['SQ-YJ-227', '云间 · 耶加雪菲 227g', '柑橘与茉莉，浅烘', 6800, 5],
  ] as const
  const ids = new Map<string, Id>()
  for (const [sku, name, summary, priceMinor, scene] of shelf) {
    const { id } = await addProduct(ctx, {
      sku,
      name,
      summary,
      priceMinor,
      currency: 'CNY',
      pictureFileId: pictures.get(scene)?.id ?? null,
      link: `https://shop.shanqiu.example/p/${sku.toLowerCase()}`,
      miniAppId: '',
      miniPath: '',
    })
    ids.set(sku, id)
  }
  return ids
}

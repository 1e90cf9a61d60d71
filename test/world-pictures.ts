/** Puts the pictures of the demo through the upload pipeline, once. */
import sharp from 'sharp'
import type { Ctx } from '#base/context.ts'
import type { Files } from '#base/parts.ts'
import { drawScene, sceneCount } from '#modules/content/demo/scenes.ts'
import type { Picture } from '#modules/content/demo/write.ts'

const nameOf = (scene: number) => `demo-scene-${scene}.png`

/** Pictures by scene; those that stand in the files already are found by their name. */
export async function storePictures(
  ctx: Ctx,
  files: Files,
  { count = sceneCount, progress }: { count?: number; progress?: (done: number, total: number) => void } = {},
): Promise<Map<number, Picture>> {
  for (let scene = 1; scene <= count; scene++) {
    if (!(await findPicture(ctx, scene))) {
      const bytes = await sharp(Buffer.from(drawScene(scene)))
        .png({ compressionLevel: 6 })
        .toBuffer()
      await files.put(ctx, { bytes, purpose: 'picture', name: nameOf(scene) })
    }
    progress?.(scene, count)
  }
  const pictures = new Map<number, Picture>()
  for (let scene = 1; scene <= count; scene++) pictures.set(scene, (await findPicture(ctx, scene))!)
  return pictures
}

async function findPicture(ctx: Ctx, scene: number): Promise<Picture | undefined> {
  const row = await ctx.db
    .selectFrom('file')
    .select(['id', 'token', 'width', 'height'])
    .where('name', 'like', `demo-scene-${scene}.%`)
    .where('ready', '=', true)
    .where('removed_at', 'is', null)
    .orderBy('id')
    .executeTakeFirst()
  return row && { ...row, width: row.width ?? 0, height: row.height ?? 0 }
}

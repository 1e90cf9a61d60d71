/**
 * What the talk of the demo concentrates on at its end: the zips of the bags of beans. It begins with the latest whole
 * week and goes on, so that whoever looks at that week against the one before must find it (docs/simulation.md). How
 * often anybody posts or comments does not change, only what about.
 */
import { addToDay, dayOf, startOfUnit } from '#base/time/calendar.ts'
import type { PostKind } from '../shapes.ts'
import { chanceOf } from './chance.ts'
import { beans } from './tail-words.ts'

const zone = 'Asia/Shanghai'

/** The word, and which part of the posts and comments of those days is about it. */
export const burst = { word: '拉链', posts: 0.25, comments: 0.3 } as const

/** The first day of it: the Monday of the latest whole week. */
export const burstFrom = (now: number): string =>
  addToDay(startOfUnit(dayOf(new Date(now), zone), 'week'), -1, 'week')

interface Said {
  readonly memberId: string
  readonly at: number
}

/** Whether what is said there and then is about it. */
export function isOfBurst(of: 'posts' | 'comments', { memberId, at }: Said, now: number): boolean {
  return dayOf(new Date(at), zone) >= burstFrom(now) && chanceOf('burst', of, memberId, at).next() < burst[of]
}

const posts: Readonly<Partial<Record<PostKind, readonly (readonly [title: string, text: string])[]>>> = {
  question: [
    [
      '{bean}的袋子拉链合不上，你们怎么封？',
      '按了三遍还是有一段是开的，只好拿夹子夹住，放了两天香气就淡了。',
    ],
    [
      '新到的{bean}，拉链一拉就脱出来了，是我用力太大吗？',
      '第二次打开的时候整条滑了出来，现在只能倒进密封罐。',
    ],
    ['{bean}包装的拉链漏气，还能喝多久？', '开封第四天，袋子捏一下就瘪，单向阀那边没问题，是拉链那一条。'],
    ['只有我这袋{bean}的拉链卡粉吗？', '磨豆时带进去一点细粉，拉链就再也对不齐了。'],
  ],
  discussion: [
    [
      '说说这批袋子的拉链，{bean}喝到一半就封不住了',
      '前几个月的袋子从来没有过，这一批换了包装之后连着两袋都这样。',
    ],
    ['{bean}很好喝，就是拉链太难用', '手上有水的时候完全捏不紧，早上赶时间真的急。'],
    ['为了这条拉链，我把{bean}都倒进了罐子', '豆子没得说，袋子每次都要对半天，不如直接用罐子。'],
    ['记录一下：{bean}的袋子开合二十次之后', '第八次开始拉链右边翘起来，第十五次彻底合不上了。'],
  ],
  idea: [
    ['{bean}的拉链能不能换成滑块的？', '现在这种要两只手从头捏到尾，滑块一拉就好，老人也用得来。'],
    ['建议把袋子的拉链往上挪一点，{bean}这袋一倒就卡', '拉链离豆子太近，倒的时候总夹到豆子。'],
  ],
}

const answers: readonly string[] = [
  '我这袋的拉链也是，第三天就合不上了。',
  '一样，拉链右边那一小段永远是开的。',
  '我现在都用夹子，拉链已经放弃了。',
  '换包装之后拉链就这样了，以前的袋子挺好的。',
  '拍了照发给客服，说已经在看拉链这批料了。',
  '先把拉链里的细粉吹干净再合，能多撑几天。',
  '倒进密封罐吧，这条拉链靠不住。',
  '我两袋里有一袋拉链是好的，感觉看运气。',
  '希望下一批把拉链换掉，豆子真的没话说。',
  '送朋友的那袋，拉链当场就坏了，有点尴尬。',
]
const replies: readonly string[] = [
  '同款拉链，同款烦恼。',
  '对，就是拉链那一条。',
  '学到了，我回去把拉链擦一擦。',
  '那我这袋拉链应该也是这批。',
]

/** A post about it, unlike all whose titles are in `taken`; undefined where posts of the kind are about other things. */
export function burstPost(
  kind: PostKind,
  seed: string,
  taken: Set<string>,
): { readonly title: string; readonly lines: readonly string[] } | undefined {
  const shapes = posts[kind]
  if (!shapes) return undefined
  for (let attempt = 0; attempt < 40; attempt++) {
    const chance = chanceOf('burst', seed, attempt)
    const [shape, text] = chance.pick(shapes)
    const title = shape.replace('{bean}', chance.pick<string>(beans))
    if (taken.has(title)) continue
    taken.add(title)
    return { title, lines: [text] }
  }
  return undefined
}

export const burstComment = (seed: string, reply: boolean): string =>
  chanceOf('burst', seed).pick(reply ? replies : answers)

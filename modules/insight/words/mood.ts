/**
 * How a text sounds, roughly: more glad words than sorry ones, or the other way round. A small lexicon of everyday
 * Chinese and English; irony, praise for others and questions are beyond it, and whoever reads the figure is told so.
 */
import { allWords } from '#base/search/keywords.ts'

const setOf = (words: string) => new Set(words.split(/\s+/).filter(Boolean))

const glad = setOf(
  `好喝 好吃 好看 好用 好评 很棒 真棒 太棒 棒 赞 点赞 满意 喜欢 爱 爱了 推荐 惊喜 惊艳 开心 高兴 快乐 幸福 感谢 谢谢 感动 期待 支持 优秀 完美 顺滑 干净 清爽 香
   舒服 方便 贴心 耐心 热情 专业 靠谱 值得 划算 便宜 实惠 超值 放心 省心 回购 种草 成功 进步 有趣 有意思 好玩 厉害 佩服 漂亮 精致 新鲜 快 及时 哈哈 不错 挺好 真好 太好了
   good great nice love like thanks thank happy excellent perfect amazing awesome recommend fast fresh tasty`,
)
const sorry = setOf(
  `难喝 难吃 难看 难用 差 差评 糟糕 失望 讨厌 烦 生气 愤怒 无语 坑 骗 骗人 假 假货 贵 太贵 涨价 慢 太慢 卡 卡顿 闪退 崩溃 坏 坏了 破 漏 碎 丢 丢失 错 错误 失败 投诉 退货
   退款 退钱 后悔 浪费 垃圾 恶心 难过 伤心 可惜 遗憾 担心 焦虑 麻烦 复杂 混乱 缺货 断货 过期 变质 发霉 苦涩 涩 酸败 敷衍 冷漠 态度差 不满 没人 bug 故障 打不开 用不了 登不上
   bad terrible awful hate slow broken expensive disappointed refund problem error crash worst sad angry`,
)
const turning = setOf('不 没 没有 不是 不太 不够 别 未 无 并非 从不 not no never')

/** -1, 0 or 1. A word after one that turns it counts for the other side: 不好喝. */
export function moodOf(text: string): -1 | 0 | 1 {
  let sum = 0
  let before = ''
  for (const word of allWords(text)) {
    const each = word.trim().toLowerCase()
    if (each === '') continue
    const sounds = glad.has(each) ? 1 : sorry.has(each) ? -1 : 0
    sum += turning.has(before) ? -sounds : sounds
    before = each
  }
  return sum > 0 ? 1 : sum < 0 ? -1 : 0
}

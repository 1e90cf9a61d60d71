/** Emoji of a community that drinks coffee, with the words by which people look for them. */
export interface Emoji {
  readonly emoji: string
  readonly zh: string
  readonly en: string
}

const of = (emoji: string, zh: string, en: string): Emoji => ({ emoji, zh, en })

export const emojis: readonly Emoji[] = [
  of('😀', '笑 开心', 'grin happy'), of('😄', '大笑 开心', 'smile happy'), of('😂', '笑哭', 'joy tears laugh'), of('🤣', '笑翻 打滚', 'rofl laugh'),
  of('😊', '微笑 害羞', 'blush smile'), of('😉', '眨眼', 'wink'), of('😍', '喜欢 爱心眼', 'heart eyes love'), of('🥰', '喜爱 幸福', 'adore love'),
  of('😘', '飞吻 亲', 'kiss'), of('😋', '好吃 馋', 'yum tasty'), of('😎', '酷 墨镜', 'cool sunglasses'), of('🤔', '思考 疑问', 'think hmm'),
  of('🤩', '惊艳 星星眼', 'star struck wow'), of('😏', '得意 坏笑', 'smirk'), of('😅', '尴尬 汗', 'sweat awkward'), of('🙄', '白眼', 'eye roll'),
  of('😴', '困 睡觉', 'sleep tired'), of('🥱', '哈欠 困', 'yawn tired'), of('😭', '大哭', 'cry sob'), of('😢', '难过 流泪', 'sad tear'),
  of('😤', '不服 生气', 'huff angry'), of('😡', '愤怒 生气', 'angry'), of('😱', '震惊 害怕', 'scream shock'), of('😳', '脸红 惊讶', 'flushed'),
  of('🤯', '炸裂 震撼', 'mind blown'), of('🥳', '庆祝 派对', 'party celebrate'), of('🤗', '拥抱 抱抱', 'hug'), of('🤝', '握手 合作', 'handshake deal'),
  of('👍', '赞 点赞 好', 'thumbs up like good'), of('👎', '踩 不好', 'thumbs down bad'), of('👏', '鼓掌', 'clap applause'), of('🙏', '感谢 拜托', 'thanks please'),
  of('💪', '加油 力量', 'strong muscle'), of('👀', '看 围观', 'eyes look'), of('👋', '你好 再见 挥手', 'wave hello bye'), of('👌', '没问题', 'ok fine'),
  of('✌️', '胜利 耶', 'victory peace'), of('🤞', '祝好运', 'fingers crossed luck'), of('🫶', '比心 爱', 'heart hands love'), of('❤️', '爱心 红心', 'heart love'),
  of('🧡', '橙心', 'orange heart'), of('💛', '黄心', 'yellow heart'), of('💚', '绿心', 'green heart'), of('💔', '心碎', 'broken heart'),
  of('✨', '闪亮 星光', 'sparkles'), of('🎉', '庆祝 撒花', 'tada party'), of('🎁', '礼物', 'gift present'), of('🏆', '冠军 奖杯', 'trophy win'),
  of('🥇', '第一 金牌', 'first gold medal'), of('🔥', '火 热门', 'fire hot'), of('💯', '满分', 'hundred perfect'), of('✅', '完成 对', 'check done'),
  of('❌', '错 取消', 'cross no'), of('❓', '问号 疑问', 'question'), of('❗', '感叹 注意', 'exclamation'), of('⚠️', '警告 注意', 'warning'),
  of('💡', '点子 灵感', 'idea bulb'), of('📌', '置顶 图钉', 'pin'), of('📷', '相机 拍照', 'camera photo'), of('📈', '上涨 趋势', 'chart up'),
  of('📝', '记录 笔记', 'note memo'), of('📚', '书 学习', 'books learn'), of('⏰', '闹钟 时间', 'alarm clock time'), of('⏱️', '计时 秒表', 'timer stopwatch'),
  of('⚖️', '秤 称重', 'scale weigh'), of('🌡️', '温度 水温', 'thermometer temperature'), of('💧', '水 滴', 'water drop'), of('♨️', '热水 温泉', 'hot steam'),
  of('🧊', '冰块 冰', 'ice cube'), of('☕', '咖啡 热饮', 'coffee hot drink'), of('🫘', '咖啡豆 豆子', 'beans coffee'), of('🍵', '茶 抹茶', 'tea matcha'),
  of('🥛', '牛奶', 'milk'), of('🧋', '奶茶 珍珠', 'bubble tea'), of('🍫', '巧克力 可可', 'chocolate cocoa'), of('🍯', '蜂蜜 甜', 'honey sweet'),
  of('🍋', '柠檬 酸', 'lemon sour'), of('🍊', '橘子 柑橘', 'orange citrus'), of('🍓', '草莓 莓果', 'strawberry berry'), of('🫐', '蓝莓', 'blueberry'),
  of('🍒', '樱桃', 'cherry'), of('🍑', '桃子', 'peach'), of('🍍', '菠萝 热带', 'pineapple'), of('🥜', '坚果 花生', 'nuts peanut'),
  of('🌸', '花香 樱花', 'blossom floral'), of('🌿', '草本 叶子', 'herb leaf'), of('🍰', '蛋糕 甜点', 'cake dessert'), of('🥐', '可颂 面包', 'croissant bread'),
  of('🍪', '饼干', 'cookie'), of('🍞', '面包 吐司', 'bread toast'), of('🍳', '早餐 煎蛋', 'breakfast egg'), of('🍻', '干杯 啤酒', 'cheers beer'),
  of('🏠', '家 房子', 'home house'), of('🏡', '家 院子', 'home garden'), of('⛰️', '山 户外', 'mountain outdoor'), of('🏕️', '露营 户外', 'camping'),
  of('☀️', '晴天 太阳', 'sun sunny'), of('🌧️', '下雨', 'rain'), of('❄️', '雪 冬天', 'snow winter'), of('🍂', '秋天 落叶', 'autumn leaves'),
  of('🌙', '晚安 月亮', 'moon night'), of('🌈', '彩虹', 'rainbow'), of('🐱', '猫', 'cat'), of('🐶', '狗', 'dog'),
  of('🚚', '快递 发货', 'delivery truck'), of('📦', '包裹 快递', 'package parcel'), of('🛒', '购物 买', 'cart shopping'), of('💰', '钱 预算', 'money budget'),
] // biome-ignore format: one table

/** Those whose words in either language hold the text; all for none. */
export function findEmoji(text: string): readonly Emoji[] {
  const wanted = text.trim().toLowerCase()
  return wanted === ''
    ? emojis
    : emojis.filter(({ emoji, zh, en }) => emoji === wanted || zh.includes(wanted) || en.includes(wanted))
}

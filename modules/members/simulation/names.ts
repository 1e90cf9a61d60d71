/** Names, cities and lines about oneself, from lists of our own. Nobody real is meant. */
import type { Random } from './random.ts'

const family = [
  ...'林陈黄周吴徐孙朱何高郭马罗梁宋郑谢韩唐冯许曹袁邓傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文',
]
const given = [
  '知意', '小禾', '景行', '望舒', '清和', '若谷', '南星', '时雨', '书言', '一诺', '安澜', '予怀', '青禾', '子衿', '晚舟',
  '云起', '嘉树', '星野', '竹西', '半夏', '初尧', '念一', '思远', '沐阳', '以宁', '明澈', '可颂', '雨桐', '佳音', '梓涵',
  '宇航', '文博', '晓彤', '雅静', '海峰', '丽娟', '建国', '志强', '秀英', '婷婷', '浩然', '子轩', '欣怡', '诗涵', '俊杰',
  '木', '岚', '川', '禾', '野', '澈', '宁', '舟', '墨', '晴', '乔', '然', '岳', '芮', '朔',
] // biome-ignore format: a list of names
const things = [
  '手冲', '拿铁', '耶加', '瑰夏', '曼特宁', '浅烘', '深烘', '豆子', '滤杯', '奶泡', '冷萃', '意式', '美式', '摩卡', '燕麦',
  '肉桂', '可可', '海盐', '山野', '晨雾', '云朵', '松果', '麦田', '橘子', '青柠', '柚子', '薄荷', '枇杷', '桂花', '小满',
] // biome-ignore format: a list of words
const calls = [
  '同学',
  '先生',
  '小姐',
  '研究员',
  '爱好者',
  '不加糖',
  '续命中',
  '日记',
  '在路上',
  '今天喝什么',
  '小店',
  '搬运工',
]
const pets = ['阿', '小', '老', '大']
const latin = [
  'Momo',
  'Leo',
  'Iris',
  'Yuki',
  'Echo',
  'Felix',
  'Nana',
  'Kiki',
  'Ray',
  'Vivi',
  'Zoe',
  'Luca',
  'Mia',
  'Owen',
  'Ada',
]

/** A nickname as people choose them: real names, pet names, drinks, something in Latin letters. */
export function nicknameOf(random: Random): string {
  const name = random.pick(given)
  switch (random.weighted([30, 18, 22, 12, 10, 8])) {
    case 0:
      return `${random.pick(family)}${name}`
    case 1:
      return `${random.pick(pets)}${[...name].at(-1)}`
    case 2:
      return `${random.pick(things)}${random.pick(calls)}`
    case 3:
      return `${random.pick(latin)}${random.chance(0.4) ? random.below(100) : ''}`
    case 4:
      return `${name}的${random.pick(things)}`
    default:
      return `${random.pick(latin)}爱${random.pick(things)}`
  }
}

const cities = [
  ['上海', 22], ['杭州', 14], ['成都', 11], ['北京', 10], ['深圳', 9], ['广州', 8], ['南京', 6], ['苏州', 5], ['武汉', 4],
  ['长沙', 3], ['重庆', 3], ['西安', 3], ['厦门', 2], ['青岛', 2], ['宁波', 2], ['昆明', 2], ['天津', 2], ['大理', 1],
] as const // biome-ignore format: a table
const cityWeights = cities.map(([, weight]) => weight)

/** Where somebody lives; one in eight does not say. */
export const cityOf = (random: Random): string =>
  random.chance(0.125) ? '' : cities[random.weighted(cityWeights)]![0]

const lines = [
  '每天一杯手冲，雷打不动', '正在学拉花，天鹅还像鸭子', '浅烘党，酸一点才好喝', '公司楼下门店的常客', '家里有三个滤杯，还想要一个',
  '喜欢坐在窗边看人来人往', '想开一家自己的小店', '豆子控，冰箱里全是豆', '刚入坑，请多指教', '只喝冰的，冬天也是',
  '周末在家做提拉米苏', '戒糖第 43 天', '养了一只叫拿铁的猫', '出差到哪儿喝到哪儿', '收集每一季的杯子',
] // biome-ignore format: a list of lines

/** A line about oneself; most people leave it empty. */
export const bioOf = (random: Random): string => (random.chance(0.3) ? random.pick(lines) : '')

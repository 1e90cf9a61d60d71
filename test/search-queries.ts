/**
 * What people type, and what of the written corpus answers it, labelled by hand: the keys of posts in
 * `modules/content/demo/corpus*.ts`, slugs of groups, names of topics, nicknames. `of`: what makes it hard.
 */
export interface LabelledQuery {
  readonly q: string
  readonly finds: readonly string[]
  readonly source?: 'members' | 'groups' | 'topics'
  readonly of:
    | 'words'
    | 'question'
    | 'traditional'
    | 'width'
    | 'pinyin'
    | 'sound'
    | 'spelling'
    | 'synonym'
    | 'name'
}

/** What the team of the community would have entered. */
export const labelledSynonyms = [
  ['冷萃', 'cold brew', '冷泡'],
  ['瑰夏', 'geisha', 'gesha', '艺妓'],
  ['爱乐压', 'aeropress'],
  ['法压壶', 'french press', '法式滤压'],
  ['浓度计', '折光仪', 'tds 笔'],
  ['深色模式', '夜间模式', '暗色主题'],
  ['低因', '脱因', 'decaf'],
  ['发票', '报销凭证'],
  ['新手', '零基础', '小白'],
] as const

export const labelledQueries: readonly LabelledQuery[] = [
  { q: '闷蒸', finds: ['bloom', 'bed-collapse', 'glossary', 'kids'], of: 'words' },
  { q: '耶加 尖酸', finds: ['sour-yirgacheffe'], of: 'words' },
  { q: '磨豆机 预算 500', finds: ['first-grinder'], of: 'words' },
  { q: '手摇磨豆机 校准', finds: ['grinder-align'], of: 'words' },
  { q: '滤纸 流速 对比', finds: ['paper-compare'], of: 'words' },
  { q: '四六法', finds: ['four-six'], of: 'words' },
  { q: '一刀流', finds: ['single-pour'], of: 'words' },
  { q: '法兰绒', finds: ['clean-filter-cloth'], of: 'words' },
  { q: '旁路加水', finds: ['bypass'], of: 'words' },
  { q: '冰手冲', finds: ['iced-pour'], of: 'words' },
  { q: '摩卡壶 焦糊', finds: ['moka'], of: 'words' },
  { q: '孕期 咖啡', finds: ['decaf'], of: 'words' },
  { q: '发票', finds: ['invoice'], of: 'words' },
  { q: '改地址', finds: ['address'], of: 'words' },
  { q: '新人券', finds: ['newcomer-coupon'], of: 'words' },
  { q: '曼特宁 土味', finds: ['refund-beans', 'indonesia'], of: 'words' },
  { q: '开店记', finds: ['shop-diary-1', 'shop-diary-2'], of: 'words' },
  { q: '黑胶', finds: ['sh-vinyl'], of: 'words' },
  { q: '苏州河 冰滴', finds: ['sh-suzhou-creek'], of: 'words' },
  { q: '武康路', finds: ['sh-wukang', 'sh-cupping-nov'], of: 'words' },
  { q: '风味筛选 柑橘', finds: ['beta-filter'], of: 'words' },
  { q: '计时器 后台', finds: ['beta-timer'], of: 'words' },
  { q: '静电', finds: ['rdt'], of: 'words' },
  { q: '水垢', finds: ['descale', 'tap-water'], of: 'words' },
  { q: '燕麦奶 拉花', finds: ['oat-milk'], of: 'words' },
  { q: '提拉米苏', finds: ['tiramisu'], of: 'words' },
  { q: '办公室 咖啡角', finds: ['office-40'], of: 'words' },
  { q: '洪都拉斯 雪莉桶 降温', finds: ['honduras'], of: 'words' },

  { q: '手冲冲出来总是很酸怎么办', finds: ['sour-yirgacheffe'], of: 'question' },
  { q: '新手入门要买哪些器具', finds: ['what-gear'], of: 'question' },
  { q: '豆子开封以后怎么保存', finds: ['bean-storage'], of: 'question' },
  { q: '刚烘好的豆子能马上喝吗', finds: ['roast-date'], of: 'question' },
  { q: '控温壶里面的水垢怎么清理', finds: ['descale'], of: 'question' },
  { q: '有没有人知道滤纸需不需要用热水冲', finds: ['filter-paper'], of: 'question' },
  { q: '晚上睡不着，下午几点以后不能喝咖啡', finds: ['sleep'], of: 'question' },
  { q: '怎么区分涩味和苦味', finds: ['astringent'], of: 'question' },
  { q: '浅烘深烘哪个咖啡因高', finds: ['caffeine'], of: 'question' },
  { q: '二手磨豆机要注意什么', finds: ['second-hand'], of: 'question' },
  { q: '多久要清洗一次磨豆机', finds: ['clean-grinder'], of: 'question' },
  { q: '冲两个人的量参数怎么调整', finds: ['two-people'], of: 'question' },
  { q: '打奶泡温度多少度合适', finds: ['milk-temp'], of: 'question' },
  { q: '送长辈的豆子有推荐吗', finds: ['brazil', 'parents'], of: 'question' },
  { q: '会员码扫不出来', finds: ['member-code'], of: 'question' },
  { q: '买的咖啡豆一直没有发货', finds: ['order-delay'], of: 'question' },

  { q: '闷蒸時粉床塌陷', finds: ['bed-collapse'], of: 'traditional' },
  { q: '雲南厭氧日曬', finds: ['yunnan-natural', 'tue-11-17', 'yunnan-list'], of: 'traditional' },
  { q: '濾紙要不要先沖', finds: ['filter-paper'], of: 'traditional' },
  { q: '烘焙曲線', finds: ['roast-curve'], of: 'traditional' },
  { q: '萬聖節杯測怎麼填表', finds: ['cupping-notes'], of: 'traditional' },

  { q: 'Ｖ６０　蛋糕杯', finds: ['v60-or-kalita', 'three-drippers'], of: 'width' },
  { q: 'v60 蛋糕杯 手笨', finds: ['v60-or-kalita'], of: 'width' },
  { q: '1：15 1：17', finds: ['ratio'], of: 'width' },

  { q: 'kongwenhu', finds: ['kettle', 'temp-drop', 'descale'], of: 'pinyin' },
  { q: 'falanrong', finds: ['clean-filter-cloth'], of: 'pinyin' },
  { q: 'tilamisu', finds: ['tiramisu'], of: 'pinyin' },

  { q: '蒙蒸', finds: ['bloom', 'bed-collapse', 'glossary', 'kids'], of: 'sound' },
  { q: '慢特宁', finds: ['indonesia', 'refund-beans'], of: 'sound' },
  { q: '贵夏 值不值', finds: ['geisha'], of: 'sound' },
  { q: '法蓝绒滤布', finds: ['clean-filter-cloth'], of: 'sound' },
  { q: '庐旺达', finds: ['rwanda'], of: 'sound' },

  { q: 'cold brew', finds: ['cold-brew-easy'], of: 'synonym' },
  { q: 'gehsa', finds: ['geisha', 'panama', 'sh-bean-split'], of: 'spelling' },
  { q: '艺妓咖啡值得买吗', finds: ['geisha'], of: 'synonym' },
  { q: 'aeropress 倒置', finds: ['aeropress'], of: 'synonym' },
  { q: '折光仪', finds: ['tds-pen'], of: 'synonym' },
  { q: '夜间模式', finds: ['app-dark'], of: 'synonym' },
  { q: '脱因咖啡', finds: ['decaf'], of: 'synonym' },

  { q: '阿澈', finds: ['阿澈'], source: 'members', of: 'name' },
  { q: '阿彻', finds: ['阿澈'], source: 'members', of: 'sound' },
  { q: 'ache', finds: ['阿澈'], source: 'members', of: 'pinyin' },
  { q: 'qingye', finds: ['青野'], source: 'members', of: 'pinyin' },
  { q: 'qy', finds: ['青野'], source: 'members', of: 'pinyin' },
  { q: '手冲', finds: ['pour-over'], source: 'groups', of: 'name' },
  { q: 'shouchong', finds: ['pour-over'], source: 'groups', of: 'pinyin' },
  { q: '手衝', finds: ['pour-over'], source: 'groups', of: 'traditional' },
  { q: '上海', finds: ['shanghai'], source: 'groups', of: 'name' },
  { q: '水温', finds: ['水质与水温'], source: 'topics', of: 'name' },
  { q: 'modouji', finds: ['磨豆机求推荐'], source: 'topics', of: 'pinyin' },
  { q: 'shtd', finds: ['上海探店'], source: 'topics', of: 'pinyin' },
]

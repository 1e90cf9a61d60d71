import { defineMessages } from '#base/i18n/messages.ts'

export const searchLabels = defineMessages({
  read: { zh: '查看搜索洞察', en: 'See what people search for' },
  edit: { zh: '编辑同义词、重建搜索索引', en: 'Edit synonyms and rebuild the search index' },
  rebuild: { zh: '重建搜索索引', en: 'Rebuild the search index' },
  whyRebuild: {
    zh: '让热度和漏掉的变化进入搜索排序',
    en: 'Brings into the ranking what grew without being announced',
  },
  whyKeep: {
    zh: '有内容还没进入搜索索引时补建',
    en: 'Builds what has not been built, or was for another way of cutting words',
  },
  sweep: { zh: '清理搜索记录', en: 'Sweep old searches' },
  whySweep: { zh: '只保留最近 180 天的搜索统计', en: 'Figures of searches are kept for 180 days' },
  help: { zh: '帮助', en: 'Help' },
  done: { zh: '搜索了', en: 'Searched' },
  clicked: { zh: '点开了搜索结果', en: 'Opened a result' },
  synonymsChanged: { zh: '修改了同义词', en: 'Changed synonyms' },
})

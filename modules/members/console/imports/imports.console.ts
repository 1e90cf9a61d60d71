/** Imports in the console: lists that came in, and one of them. */
import { defineConsole } from '#ui/console/define.ts'
import { importWords } from './imports.words.ts'

export const importsConsole = defineConsole({
  nav: [
    {
      area: 'members',
      path: '/members/imports',
      label: importWords.imports,
      order: 80,
      permission: 'members.import',
    },
  ],
  routes: [
    {
      path: '/members/imports',
      title: importWords.title,
      permission: 'members.import',
      load: () => import('./ImportsScreen.tsx'),
    },
    {
      path: '/members/imports/$id',
      title: importWords.title,
      permission: 'members.import',
      load: () => import('./ImportScreen.tsx'),
    },
  ],
  commands: [
    {
      name: importWords.command,
      icon: 'upload',
      words: '导入 名单 上传 excel csv import upload list',
      permission: 'members.import',
      run: ({ go }) => go('/members/imports'),
    },
  ],
})

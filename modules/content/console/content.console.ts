/** 内容 in the console: every area of content adds its screens here. */
import { defineConsole } from '#ui/console/define.ts'

export const contentConsole = defineConsole({
  nav: [],
  routes: [],
})

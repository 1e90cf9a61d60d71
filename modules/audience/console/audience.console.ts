import { defineConsole } from '#ui/console/define.ts'

export const audienceConsole = defineConsole({})

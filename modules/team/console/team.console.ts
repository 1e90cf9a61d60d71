import { defineConsole } from '#ui/console/define.ts'

export const teamConsole = defineConsole({})

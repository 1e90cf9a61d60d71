import { defineConsole } from '#ui/console/define.ts'

export const groupsConsole = defineConsole({})

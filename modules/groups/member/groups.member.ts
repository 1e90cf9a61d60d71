import { defineMember } from '#ui/member/declare.ts'

export const groupsMember = defineMember({ screens: [] })

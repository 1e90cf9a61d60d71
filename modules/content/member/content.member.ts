/** Content on the member site. One line for each screen: the first load carries this list. */
import { defineMember } from '#ui/member/declare.ts'

export const contentMember = defineMember({
  screens: [],
})

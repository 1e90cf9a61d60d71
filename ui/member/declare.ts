/**
 * What a module adds to the member site, as plain values. `apps/member/modules.ts` lists them, lowest
 * module first; nothing else knows which screens exist.
 */
import type { QueryClient } from '@tanstack/react-query'
import type { ComponentType } from 'react'
import type { Message } from '#base/i18n/messages.ts'
import type { GlyphName } from './Glyph.tsx'

export type IconComponent = ComponentType<{
  size?: number | string
  className?: string
  strokeWidth?: number | string
  'aria-hidden'?: boolean
}>

export interface MemberTab {
  readonly path: string
  readonly label: Message
  readonly glyph: GlyphName
  /** Place in the bar, from the left; Home is 0 and Me is 100. */
  readonly order: number
  /** Shown to people who are signed in only. */
  readonly signedIn?: boolean
}

export interface MemberScreen {
  /** TanStack Router form: `/groups/$id`. */
  readonly path: string
  readonly title: Message
  /**
   * `signedIn`: a stranger is taken to the sign-in screen and then back. `stranger`: someone who is
   * signed in is taken home.
   */
  readonly for: 'anyone' | 'signedIn' | 'stranger'
  /** `shell`: under the tabs; `me`: below Me, with its list beside it; `door`: a narrow card on the hills. */
  readonly frame: 'shell' | 'me' | 'door'
  readonly load: () => Promise<ScreenModule>
  /** Another screen at the same address for people who are not signed in. */
  readonly strangersSee?: () => Promise<ScreenModule>
}

/** The file of a screen. */
export interface ScreenModule {
  readonly default: ComponentType
  /**
   * Fetches what the screen begins with, when it is the first one of a visit: the answers came with the page
   * (`PageMeta.first`), so the words that the server wrote are replaced by the screen and by nothing in between.
   */
  readonly prepare?: (client: QueryClient, params: Readonly<Record<string, string>>) => Promise<unknown>
}

/** Something a newcomer does once; Home shows what is left. Listed in `apps/member/home/steps.ts`, which is not part of the first load. */
export interface FirstStep {
  readonly name: string
  readonly label: Message
  /** What the button says when it is the next one. */
  readonly action: Message
  readonly path: string
  readonly order: number
  /** Asks the API; never remembered by the browser alone. */
  readonly isDone: (client: QueryClient) => Promise<boolean>
}

/** A line of Me; listed in `apps/member/me/entries.ts`, which is not part of the first load. */
export interface MeEntry {
  readonly path: string
  readonly label: Message
  /** What is found there, in a few words. */
  readonly note: Message
  readonly icon: IconComponent
  readonly order: number
}

/** Where a part stands on the page of a group: its list of posts, beside the list of one's groups, its count of what is new, its main button. */
export interface GroupPart {
  readonly place: 'posts' | 'rail' | 'unread' | 'act'
  readonly load: () => Promise<{ default: ComponentType<GroupPartProps> }>
}

export interface GroupPartProps {
  readonly slug: string
  /** The board that was chosen; left out for all of the group. */
  readonly board?: { readonly id: string; readonly name: string; readonly mayPost: boolean } | undefined
  /** Whether the visitor may post on any of its boards. */
  readonly mayPost?: boolean
  /** He looks after the group. */
  readonly hosts?: boolean
  /** The group is the one on the screen. */
  readonly on?: boolean
  /** What else of the group waits for the visitor, to be counted with. */
  readonly more?: number
}

export interface MemberDeclaration {
  readonly groupParts?: readonly GroupPart[]
  readonly tabs?: readonly MemberTab[]
  readonly screens: readonly MemberScreen[]
}

export const defineMember = (declaration: MemberDeclaration): MemberDeclaration => declaration

export const defineMe = (entries: readonly MeEntry[]): readonly MeEntry[] => entries

export const defineSteps = (steps: readonly FirstStep[]): readonly FirstStep[] => steps

/**
 * What a module adds to the operator console: entries of the rail, screens, and commands of the
 * command bar. The console is the list of these in `apps/console/modules.ts`, one line each.
 */
import type { ReactNode } from 'react'
import type { Message } from '#base/i18n/messages.ts'
import type { IconName } from '#ui/icon/Icon.tsx'
import type { Session } from './session.ts'

/** The areas of the rail, in the order of an operator's day. */
export type Area = 'today' | 'members' | 'groups' | 'content' | 'insight' | 'plan' | 'settings'

/** Parts of an area with many entries; what comes every day stands before them, in none. */
export type Part = 'arrange' | 'insight' | 'rules'

export interface NavEntry {
  readonly area: Area
  readonly path: string
  readonly label: Message
  /** Place within the area; lower comes first. */
  readonly order: number
  readonly part?: Part
  readonly permission?: string
  /** For the overview of the settings. */
  readonly icon?: IconName
  readonly note?: Message
}

export interface ScreenRoute {
  /** Path below `/console`, with `$name` for parameters. */
  readonly path: string
  readonly title: Message
  readonly load: () => Promise<{ default: () => ReactNode }>
  readonly permission?: string
  /** `door`: outside the shell, for people who are not signed in (sign-in, reset, set-up). */
  readonly shell?: 'console' | 'door'
}

/** Where a command may go when it runs. */
export interface CommandContext {
  readonly go: (path: string) => void
  readonly session: Session
}

export interface Command {
  readonly name: Message
  readonly icon: IconName
  /** Other words people type for it, in both languages. */
  readonly words?: string
  readonly permission?: string
  readonly run: (context: CommandContext) => void
}

/** People and things a module finds by name for the command bar. */
export interface Finder {
  readonly label: Message
  readonly permission?: string
  readonly find: (
    text: string,
    signal: AbortSignal,
  ) => Promise<
    readonly { readonly id: string; readonly name: string; readonly note?: string; readonly path: string }[]
  >
}

/** A card on Today. */
export interface TodayPanel {
  readonly place: 'main' | 'side'
  readonly order: number
  readonly permission?: string
  readonly load: () => Promise<{ default: () => ReactNode }>
}

/** A card on the page of a member. */
export interface MemberPanel {
  readonly place: 'main' | 'side'
  readonly order: number
  readonly permission?: string
  readonly load: () => Promise<{ default: (props: { readonly memberId: string }) => ReactNode }>
}

export interface ConsoleModule {
  readonly nav?: readonly NavEntry[]
  readonly routes?: readonly ScreenRoute[]
  readonly commands?: readonly Command[]
  readonly finders?: readonly Finder[]
  readonly today?: readonly TodayPanel[]
  readonly memberPanels?: readonly MemberPanel[]
}

export const defineConsole = (module: ConsoleModule): ConsoleModule => module

/**
 * Stories: components and whole screens with the data of the named brand, for the gallery, which is
 * also the screenshot test. A screen story is an address and what the API answers there.
 */
import type { ReactNode } from 'react'

/** Answers by `GET /api/members/{id}`; `pending` never comes, `fails(…)` is a problem. */
export type Answers = Readonly<Record<string, unknown>>

export const pending = Symbol('pending')

export interface Failing {
  readonly failing: { readonly status: number; readonly code: string; readonly title: string }
}

export const fails = (status: number, code: string, title: string): Failing => ({
  failing: { status, code, title },
})

export interface ScreenStory {
  readonly name: string
  /** Below `/console`, with its query. */
  readonly path: string
  readonly answers?: Answers
}

export interface ComponentStory {
  readonly name: string
  readonly render: () => ReactNode
}

export type Story = ScreenStory | ComponentStory

export interface StoryFile {
  /** `members`: with the story's name it makes the address in the gallery. */
  readonly group: string
  /** What the API answers on the screens of this module, unless a story says otherwise. */
  readonly answers?: Answers
  readonly stories: readonly Story[]
}

export const defineStories = (file: StoryFile): StoryFile => file

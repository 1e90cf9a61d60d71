/**
 * A user action is one value, used by the button, the row menu, the command bar and the shortcut:
 * one name, one rule for who may, one confirmation.
 */
import type { Message, Values } from '#base/i18n/messages.ts'
import type { IconName } from '#ui/icon/Icon.tsx'

export interface Confirmation {
  /** Exactly what will happen, to how many: 「移除 3 位运营人员？」 */
  readonly title: Message
  readonly values?: Values
  readonly detail?: Message
  /** The verb on the button. */
  readonly verb: Message
  /** The words to type before the button works, for what cannot be undone. */
  readonly typed?: string
}

export interface Action<T = void> {
  readonly name: Message
  readonly icon?: IconName
  /** One key, as `KeyboardEvent.key` says it: `e`, `n`, `Delete`. */
  readonly shortcut?: string
  readonly danger?: boolean
  readonly can?: (thing: T) => boolean
  readonly run: (thing: T) => Promise<unknown> | unknown
  readonly confirm?: (thing: T) => Confirmation
  /** Said when it is done. */
  readonly done?: Message
}

export const canAct = <T>(action: Action<T>, thing: T): boolean => action.can?.(thing) ?? true

import { useMemo } from 'react'
import type { Message } from '#base/i18n/messages.ts'
import { useT } from '#ui/locale/locale.tsx'
import { ownTypes, publicTypes, type TrafficKind, typeNames } from '../../channels/types.ts'
import { channelWords as words } from './channels.words.ts'

export const kindNames: Readonly<Record<TrafficKind, Message>> = {
  own: words.kindOwn,
  public: words.kindPublic,
  none: words.kindNone,
}

/** Types to choose from, under private and public traffic. */
export function useTypeOptions() {
  const t = useT()
  return useMemo(
    () =>
      (
        [
          ['own', ownTypes],
          ['public', publicTypes],
        ] as const
      ).map(([kind, types]) => ({
        label: t(kindNames[kind]),
        options: types.map((type) => ({ value: type, label: t(typeNames[type]) })),
      })),
    [t],
  )
}

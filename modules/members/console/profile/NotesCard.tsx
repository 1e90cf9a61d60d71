import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Input } from 'antd'
import { useState } from 'react'
import { ActionMenu } from '#ui/console/action/ActionButton.tsx'
import type { Action } from '#ui/console/action/action.ts'
import { Card } from '#ui/console/Page.tsx'
import { asProblem } from '#ui/console/problem.ts'
import { Failed, SkeletonRows } from '#ui/console/states.tsx'
import { Icon } from '#ui/icon/Icon.tsx'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { changeNote, type Note, notesQuery, type Person, removeNote, writeNote } from './profile.queries.ts'
import { profileWords } from './profile.words.ts'

/** What the team wrote down about the person: pinned first, then the newest. */
export function NotesCard({ person }: { readonly person: Person }) {
  const t = useT()
  const client = useQueryClient()
  const query = useInfiniteQuery(notesQuery(person.id))
  const [rewriting, setRewriting] = useState<string>()
  const refresh = () => client.invalidateQueries({ queryKey: ['members', person.id, 'notes'] })
  const notes = query.data?.pages.flatMap((page) => page.items) ?? []
  const pin = (pinned: boolean): Action<Note> => ({
    name: pinned ? profileWords.pin : profileWords.unpin,
    icon: 'star',
    can: (note) => person.can.edit && note.pinned !== pinned,
    run: async (note) => {
      await changeNote(person.id, note.id, { pinned })
      await refresh()
    },
  })
  const actions: readonly Action<Note>[] = [
    pin(true),
    pin(false),
    {
      name: profileWords.rewrite,
      icon: 'edit',
      can: (note) => note.can.rewrite,
      run: (note) => setRewriting(note.id),
    },
    {
      name: profileWords.remove,
      icon: 'close',
      danger: true,
      can: (note) => note.can.rewrite,
      done: profileWords.removed,
      confirm: () => ({ title: profileWords.removeNoteTitle, verb: profileWords.remove }),
      run: async (note) => {
        await removeNote(person.id, note.id)
        await refresh()
      },
    },
  ]
  return (
    <Card title={t(profileWords.notes)} note={t(profileWords.notesNote)}>
      {person.can.edit && (
        <Composer
          send={async (body) => {
            await writeNote(person.id, body)
            await refresh()
          }}
        />
      )}
      {query.isPending && <SkeletonRows rows={2} />}
      {query.isError && <Failed error={query.error} retry={() => query.refetch()} />}
      {query.isSuccess && notes.length === 0 && <p className="muted small">{t(profileWords.noNotes)}</p>}
      <ul className="notes">
        {notes.map((note) =>
          rewriting === note.id ? (
            <li key={note.id}>
              <Composer
                initial={note.body}
                cancel={() => setRewriting(undefined)}
                send={async (body) => {
                  await changeNote(person.id, note.id, { body })
                  setRewriting(undefined)
                  await refresh()
                }}
              />
            </li>
          ) : (
            <NoteRow key={note.id} note={note} actions={actions} />
          ),
        )}
      </ul>
      {query.hasNextPage && (
        <Button
          type="link"
          size="small"
          className="known-more"
          loading={query.isFetchingNextPage}
          onClick={() => query.fetchNextPage()}
        >
          {t(profileWords.olderNotes)}
        </Button>
      )}
    </Card>
  )
}

function NoteRow({ note, actions }: { readonly note: Note; readonly actions: readonly Action<Note>[] }) {
  const t = useT()
  const format = useFormat()
  return (
    <li className={note.pinned ? 'note pinned' : 'note'}>
      <p>{note.body}</p>
      <footer>
        {note.pinned && (
          <span className="note-pin">
            <Icon name="star" size={13} />
            {t(profileWords.pinned)}
          </span>
        )}
        <span>{note.author ?? t(profileWords.somebody)}</span>
        <time dateTime={note.writtenAt}>{format.ago(note.writtenAt)}</time>
        {note.editedAt && <span>{t(profileWords.edited)}</span>}
        <span className="note-more">
          <ActionMenu actions={actions} thing={note} label={note.body.slice(0, 12)} />
        </span>
      </footer>
    </li>
  )
}

function Composer({
  initial = '',
  send,
  cancel,
}: {
  readonly initial?: string
  readonly send: (body: string) => Promise<void>
  readonly cancel?: () => void
}) {
  const t = useT()
  const { message } = App.useApp()
  const [text, setText] = useState(initial)
  const [busy, setBusy] = useState(false)
  const save = async () => {
    if (!text.trim() || busy) return
    setBusy(true)
    try {
      await send(text.trim())
      setText('')
    } catch (error) {
      message.error(asProblem(error).message)
    }
    setBusy(false)
  }
  return (
    <div className="composer">
      <Input.TextArea
        aria-label={t(profileWords.notes)}
        placeholder={t(profileWords.writeNote)}
        autoSize={{ minRows: 1, maxRows: 8 }}
        maxLength={4_000}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) save()
        }}
      />
      {(text.trim() || cancel) && (
        <span className="composer-acts">
          {cancel && <Button onClick={cancel}>{t(profileWords.cancel)}</Button>}
          <Button type="primary" disabled={!text.trim()} loading={busy} onClick={save}>
            {t(cancel ? profileWords.save : profileWords.addNote)}
          </Button>
        </span>
      )}
    </div>
  )
}

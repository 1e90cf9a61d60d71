import { useMutation, useQueryClient } from '@tanstack/react-query'
import ImagePlus from 'lucide-react/icons/image-plus'
import { useRef, useState } from 'react'
import { api } from '#ui/api.ts'
import { useT } from '#ui/locale/locale.tsx'
import { Avatar } from '#ui/member/Avatar.tsx'
import { ask } from '#ui/member/ask.ts'
import { Button } from '#ui/member/Button.tsx'
import { Card } from '#ui/member/Card.tsx'
import { Sheet } from '#ui/member/Sheet.tsx'
import { sessionQuery } from '#ui/member/session.ts'
import { useToast } from '#ui/member/Toast.tsx'
import { uploadImage } from '#ui/member/upload.ts'
import { AvatarCrop } from './AvatarCrop.tsx'
import { words } from './members.messages.ts'
import { ownProfileQuery } from './members.queries.ts'

const maxBytes = 10 * 1024 * 1024

/** The picture: chosen, cropped here, sent, and in force at once. */
export function AvatarCard({
  profile,
}: {
  profile: { id: string; nickname: string; avatarUrl: string | null }
}) {
  const t = useT()
  const tell = useToast()
  const client = useQueryClient()
  const input = useRef<HTMLInputElement>(null)
  const [chosen, setChosen] = useState<ImageBitmap>()
  const [problem, setProblem] = useState<string>()

  const keep = useMutation({
    mutationFn: async (picture: Blob | null) => {
      const avatarFileId = picture ? (await uploadImage(picture, 'avatar')).id : null
      return await ask(api.PATCH('/api/member', { body: { avatarFileId } }))
    },
    onSuccess: async (changed, picture) => {
      client.setQueryData(ownProfileQuery.queryKey, changed)
      setChosen(undefined)
      tell(t(picture ? words.pictureSaved : words.pictureRemoved))
      await client.invalidateQueries({ queryKey: sessionQuery.queryKey })
    },
  })

  async function choose(file: File | undefined) {
    setProblem(undefined)
    keep.reset()
    if (!file) return
    if (file.size > maxBytes) return setProblem(t(words.tooLarge))
    try {
      setChosen(await createImageBitmap(file, { imageOrientation: 'from-image' }))
    } catch {
      setProblem(t(words.unreadable))
    }
  }

  const wrong = problem ?? (keep.isError && !chosen ? keep.error.message : undefined)
  return (
    <Card>
      <div className="flex items-center gap-4 py-1">
        <Avatar name={profile.nickname} src={profile.avatarUrl} tintKey={profile.id} size={76} />
        <div className="min-w-0 flex-1">
          <div className="flex flex-wrap gap-2.5">
            <Button icon={<ImagePlus size={18} aria-hidden />} onClick={() => input.current?.click()}>
              {t(profile.avatarUrl ? words.choosePicture : words.addPicture)}
            </Button>
            {profile.avatarUrl ? (
              <Button look="quiet" sending={keep.isPending && !chosen} onClick={() => keep.mutate(null)}>
                {t(words.removePicture)}
              </Button>
            ) : null}
          </div>
          <p className="mt-1.5 text-[13px] leading-5 text-muted">{t(words.pictureHint)}</p>
          {wrong ? (
            <p role="alert" className="text-[14px] leading-5 text-bad-text">
              {wrong}
            </p>
          ) : null}
        </div>
      </div>
      <input
        ref={input}
        type="file"
        accept="image/jpeg,image/png,image/webp"
        aria-label={t(words.picture)}
        hidden
        onChange={(event) => {
          void choose(event.currentTarget.files?.[0])
          // The same file can be chosen again after a change of mind.
          event.currentTarget.value = ''
        }}
      />
      <Sheet
        open={chosen !== undefined}
        close={() => setChosen(undefined)}
        title={t(words.cropTitle)}
        about={t(words.cropAbout)}
      >
        {chosen ? (
          <AvatarCrop
            picture={chosen}
            sending={keep.isPending}
            problem={keep.error?.message}
            use={(cropped) => keep.mutate(cropped)}
          />
        ) : null}
      </Sheet>
    </Card>
  )
}

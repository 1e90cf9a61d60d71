/** Before the session is known: the shape of the site, no words that might be the wrong language. */
import { Bone } from '#ui/member/Skeleton.tsx'

export function Opening() {
  return (
    <main aria-busy="true" className="mx-auto grid max-w-[680px] gap-3 px-4 py-4">
      <div className="flex h-12 items-center gap-3">
        <Bone width={32} height={32} />
        <Bone width={96} height={18} />
      </div>
      <Bone height={148} />
      <Bone height={104} />
      <Bone height={104} />
    </main>
  )
}

/** The community's own logo and name; the product's mark while it has none. */
import { Mark } from '#ui/mark/Mark.tsx'
import { useSession } from '#ui/member/session.ts'

export function Brand({ size = 32 }: { size?: number }) {
  const { community } = useSession()
  return (
    <span className="flex min-w-0 items-center gap-2.5">
      {community.logoUrl ? (
        <img
          src={community.logoUrl}
          alt=""
          width={size}
          height={size}
          className="shrink-0 rounded-[8px] object-cover"
          style={{ width: size, height: size }}
        />
      ) : (
        <Mark size={size} />
      )}
      <b className="truncate text-[18px] leading-7 font-semibold md:text-[16px]">{community.name}</b>
    </span>
  )
}

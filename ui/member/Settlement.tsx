/** A few houses on the near hill, lights on: people live here. */
export function Settlement() {
  return (
    <g strokeLinejoin="round" transform="translate(74 -1)">
      <path d="M150 178v-25l17-13 17 13v25z" fill="var(--clay)" stroke="var(--clay)" strokeWidth="5" />
      <path d="M196 180v-19l14-11 14 11v19z" fill="var(--wheat)" stroke="var(--wheat)" strokeWidth="5" />
      <path d="M116 184v-16l11-9 11 9v16z" fill="var(--sky)" stroke="var(--sky)" strokeWidth="5" />
      <g fill="#fdf3dc">
        <rect x="162" y="157" width="10" height="11" rx="2.5" />
        <rect x="206" y="165" width="8" height="9" rx="2" />
        <rect x="124" y="171" width="6.5" height="7.5" rx="1.8" />
      </g>
      <g transform="translate(-112 9)">
        <path d="M560 176v-22l15-12 15 12v22z" fill="var(--plum)" stroke="var(--plum)" strokeWidth="5" />
        <path d="M601 178v-16l11-9 11 9v16z" fill="var(--clay)" stroke="var(--clay)" strokeWidth="5" />
        <g fill="#fdf3dc">
          <rect x="571" y="157" width="9" height="10" rx="2.4" />
          <rect x="608.500" y="165.500" width="7" height="8" rx="2" />
        </g>
      </g>
    </g>
  )
}

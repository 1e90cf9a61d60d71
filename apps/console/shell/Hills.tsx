/** The settlement's hills at the foot of the doors; decoration, and hidden from readers. */
export function Hills() {
  return (
    <svg className="hills" viewBox="0 0 1440 200" preserveAspectRatio="xMidYMax slice" aria-hidden="true">
      <circle cx="1090" cy="62" r="30" fill="var(--wheat)" opacity="0.9" />
      <path
        d="M0 128C180 70 330 84 520 118s330 30 500-14 290-46 420-8v104H0z"
        fill="var(--pine)"
        opacity="0.16"
      />
      <g fill="var(--paper)" opacity="0.9">
        <path d="M286 128l14-11 14 11v30h-28zM318 136l10-8 10 8v30h-20zM1290 128l13-10 13 10v30h-26z" />
      </g>
      <path
        d="M0 160c220-48 380-26 560-6s330 10 500-20 260-22 380 4v62H0z"
        fill="var(--pine)"
        opacity="0.24"
      />
    </svg>
  )
}

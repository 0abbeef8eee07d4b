/** The gate: two posts, a swept roof, and the arc of what leaps through. */
export function Mark({ size = 24 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 64 64" aria-hidden="true" focusable="false">
      <rect width="64" height="64" rx="15" fill="#3a4bb8" />
      <g fill="none" stroke="#fff" strokeLinecap="round" strokeLinejoin="round">
        <path d="M11 17.5c6 4.2 36 4.2 42 0" strokeWidth="5" />
        <path d="M16.5 29h31" strokeWidth="4" />
        <path d="M20 22v30M44 22v30" strokeWidth="5" />
        <path d="M26.5 51c7.5-1 11-5.5 11-13" stroke="#f5b45c" strokeWidth="4.5" />
      </g>
    </svg>
  );
}

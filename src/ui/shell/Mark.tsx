/** The gate: two posts, two swept roofs, and the arc of what leaps through. */
export function Mark({ size = 24 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 64 64" aria-hidden="true" focusable="false">
      <rect width="64" height="64" rx="15" fill="#3a4bb8" />
      <g fill="none" stroke="#fff" strokeLinecap="round" strokeLinejoin="round">
        <path d="M24 11c4 3 12 3 16 0" strokeWidth="4.5" />
        <path d="M32 14v10" strokeWidth="4.5" />
        <path d="M8 23c10 5 38 5 48 0" strokeWidth="5" />
        <path d="M18 28v25M46 28v25" strokeWidth="5" />
        <path d="M27 52c7-1 10.5-5.5 10.5-13" stroke="#f5b45c" strokeWidth="5" />
      </g>
    </svg>
  );
}

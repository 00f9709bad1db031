/** The mark of the product: one thread that makes an h. */
export function Brand({ size = 32 }: { size?: number }) {
  return (
    <svg aria-hidden width={size} height={size} viewBox="0 0 32 32" className="shrink-0">
      <rect width="32" height="32" rx="9" className="fill-accent" />
      <path
        d="M11 25.5V7m0 12.5c0-3.4 2.2-5.6 5.2-5.6s4.8 2 4.8 5.1v3.3c0 1.9 1 3 2.9 3.2"
        fill="none"
        strokeWidth="2.6"
        strokeLinecap="round"
        strokeLinejoin="round"
        className="stroke-on-accent"
      />
    </svg>
  );
}

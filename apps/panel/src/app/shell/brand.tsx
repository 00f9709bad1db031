/** The mark of the product: one thread that makes an h. */
export function Brand({ size = 32 }: { size?: number }) {
  return (
    <svg aria-hidden width={size} height={size} viewBox="0 0 32 32" className="shrink-0">
      <rect width="32" height="32" rx="9" className="fill-accent" />
      <path
        d="M10 25V9.5a2.5 2.5 0 0 1 5 0v9a3.5 3.5 0 0 1-3.5 3.5H11m4-5.5c1-2 2.600-3 4.300-3 2.300 0 3.700 1.500 3.700 4.200V25"
        fill="none"
        strokeWidth="2.600"
        strokeLinecap="round"
        strokeLinejoin="round"
        className="stroke-on-accent"
      />
    </svg>
  );
}

/** A code in two halves: easier to read out and to type; copied as one word. */
export const JoinCode = ({ code, className }: { code: string; className?: string }) => (
  <span className={className} translate="no">
    {code.slice(0, 4)}
    <span className="ps-[0.4em]">{code.slice(4)}</span>
  </span>
);

/** What went wrong, beside the button that was pressed; read out when it appears. */
export const ProblemLine = ({ text }: { text: string | null }) => (
  <p role="alert" className="text-sm text-wrong empty:hidden">
    {text}
  </p>
);

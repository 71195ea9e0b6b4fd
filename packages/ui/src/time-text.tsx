/** A moment in the reader's zone; the tooltip names the zone. Give it what `zonedTime` or `relativeTime` returns. */
export const TimeText = ({ time }: { time: { text: string; iso: string; title: string } }) => (
  <time dateTime={time.iso} title={time.title}>
    {time.text}
  </time>
);

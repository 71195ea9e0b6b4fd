/** The same items, no two of one topic in a row as far as that goes; otherwise in the order in which they came. */
export function interleave<T>(items: readonly T[], topicOf: (item: T) => string): T[] {
  const queues = new Map<string, T[]>();
  for (const item of items) {
    const topic = topicOf(item);
    queues.set(topic, [...(queues.get(topic) ?? []), item]);
  }
  const result: T[] = [];
  let last: string | null = null;
  while (result.length < items.length) {
    let best: string | null = null;
    for (const [topic, queue] of queues) {
      if (queue.length === 0 || (topic === last && result.length + queue.length < items.length)) continue;
      if (best === null || queue.length > (queues.get(best) as T[]).length) best = topic;
    }
    const queue = queues.get(best ?? "") as T[];
    result.push(queue.shift() as T);
    last = best;
  }
  return result;
}

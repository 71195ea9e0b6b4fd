export type PagedKvOperation =
  | readonly ["alloc", string, number]
  | readonly ["append", string, number]
  | readonly ["fork", string, string]
  | readonly ["free", string];

/**
 * A KV cache in blocks with reference counts and copy-on-write (Kwon et al. 2023). Gives the number of free blocks after
 * each operation, or -1 where it was refused for lack of blocks and changed nothing.
 */
export function simulatePagedKv(blockSize: number, numBlocks: number, ops: readonly PagedKvOperation[]): number[] {
  if (!Number.isInteger(blockSize) || blockSize < 1) throw new RangeError("the block size must be a positive integer");
  if (!Number.isInteger(numBlocks) || numBlocks < 0)
    throw new RangeError("the number of blocks must be a natural number");
  interface Sequence {
    tokens: number;
    blocks: { references: number }[];
  }
  const sequences = new Map<string, Sequence>();
  let free = numBlocks;
  const find = (id: string) => {
    const sequence = sequences.get(id);
    if (!sequence) throw new RangeError(`unknown sequence ${id}`);
    return sequence;
  };
  const create = (id: string, sequence: Sequence) => {
    if (sequences.has(id)) throw new RangeError(`sequence ${id} exists`);
    sequences.set(id, sequence);
  };
  const grow = (sequence: Sequence, tokens: number): boolean => {
    if (!Number.isInteger(tokens) || tokens < 0) throw new RangeError("a number of tokens must be a natural number");
    const last = sequence.blocks.at(-1);
    const room = sequence.blocks.length * blockSize - sequence.tokens;
    const copies = tokens > 0 && room > 0 && last !== undefined && last.references > 1;
    const fresh = Math.ceil(Math.max(0, tokens - room) / blockSize);
    if (fresh + (copies ? 1 : 0) > free) return false;
    if (copies) {
      last.references--;
      sequence.blocks[sequence.blocks.length - 1] = { references: 1 };
    }
    for (let i = 0; i < fresh; i++) sequence.blocks.push({ references: 1 });
    free -= fresh + (copies ? 1 : 0);
    sequence.tokens += tokens;
    return true;
  };
  return ops.map((operation) => {
    switch (operation[0]) {
      case "alloc": {
        create(operation[1], { tokens: 0, blocks: [] });
        if (grow(find(operation[1]), operation[2])) return free;
        sequences.delete(operation[1]);
        return -1;
      }
      case "append":
        return grow(find(operation[1]), operation[2]) ? free : -1;
      case "fork": {
        const { tokens, blocks } = find(operation[1]);
        create(operation[2], { tokens, blocks: [...blocks] });
        for (const block of blocks) block.references++;
        return free;
      }
      case "free": {
        for (const block of find(operation[1]).blocks) if (--block.references === 0) free++;
        sequences.delete(operation[1]);
        return free;
      }
      default:
        throw new RangeError("unknown operation");
    }
  });
}

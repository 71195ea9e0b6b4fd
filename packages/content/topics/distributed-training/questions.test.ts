import { describe, expect, test } from "vitest";
import { bothSay, topicUnderTest } from "../../src/testing/topic-under-test";

const { question, everyKey, correctIds, wrongSpans } = topicUnderTest(import.meta.url);
const percent = (share: number) => (100 * share).toFixed(1);

/** Passes chunks round a ring for real; elements that rank 0 sends, for vectors of one element per rank. */
function ringSends(ranks: number): number {
  const held = Array.from({ length: ranks }, (_, rank) => Array.from({ length: ranks }, (_, i) => rank + i));
  let sent = 0;
  for (let step = 0; step < 2 * (ranks - 1); step++) {
    const adds = step < ranks - 1;
    const messages = held.map((own, rank) => {
      const chunk = (((adds ? rank - step : rank + 1 - (step - ranks + 1)) % ranks) + ranks) % ranks;
      return { to: (rank + 1) % ranks, chunk, value: own[chunk] ?? NaN };
    });
    for (const { to, chunk, value } of messages) {
      const target = held[to] ?? [];
      target[chunk] = value + (adds ? (target[chunk] ?? NaN) : 0);
    }
    sent++;
  }
  for (const own of held) own.forEach((value, i) => expect(value).toBe((ranks * (ranks - 1)) / 2 + ranks * i));
  return sent;
}

describe("all-reduce and servers", () => {
  test("bytes of a ring, chunk by chunk", () => {
    everyKey("dist-ring-bytes", ({ m = NaN, n = NaN }) => ringSends(n) * (m / n));
    const blank = question("dist-ring-cloze").interaction.blanks.find(({ id }) => id === "factor");
    expect(blank?.accept.en).toContain(Math.round(ringSends(200) / 200).toString());
  });
  test("busiest link of the servers", () => {
    everyKey("dist-server-seconds", ({ n = NaN, s = NaN, m = NaN, b = NaN }) => {
      const [into, worker] = [Array<number>(s).fill(0), Array<number>(n).fill(0)];
      for (let w = 0; w < n; w++)
        for (let k = 0; k < s; k++) {
          into[k] = (into[k] ?? 0) + m / s;
          worker[w] = (worker[w] ?? 0) + m / s;
        }
      return (2 * Math.max(...into, ...worker)) / b;
    });
    const ring = (2 * 63) / 64;
    expect(Math.round(128 / ring)).toBe(65);
    expect(64 * ring).toBe(126);
    expect(ring.toFixed(2)).toBe("1.97");
    bothSay(question("dist-central-server-proposal").solution, "128M", "126", "1.97M", "65");
    expect(correctIds("dist-central-server-proposal")).toEqual(["link"]);
  });
  test("message at which latency and bytes cost the same, by bisection", () => {
    everyKey("dist-ring-break-even", ({ n = NaN, a = NaN, b = NaN }) => {
      let [low, high] = [0, 1e12];
      for (let i = 0; i < 100; i++) {
        const size = (low + high) / 2;
        const [waiting, moving] = [2 * (n - 1) * a * 1e-6, (2 * (n - 1) * (size / n)) / (b * 1e9)];
        if (moving < waiting) low = size;
        else high = size;
      }
      return low / 1e6;
    });
  });
  test("eight times the ranks: 8 times the time when small, a few per cent when large", () => {
    for (const [latency, link] of [
      [5e-6, 50e9],
      [1e-5, 50e9],
      [1e-5, 25e9],
    ] as const) {
      const time = (ranks: number, bytes: number) => 2 * (ranks - 1) * (latency + bytes / ranks / link);
      expect(time(256, 256 * 1024) / time(32, 256 * 1024)).toBeCloseTo(8, 0);
      expect(time(256, 10e9) / time(32, 10e9)).toBeLessThan(1.05);
      expect(time(256, 10e9) / time(32, 10e9)).toBeGreaterThan(1.02);
    }
    expect([2 * 31, 2 * 255, (510 / 62).toFixed(1)]).toEqual([62, 510, "8.2"]);
    expect([ringSends(32) / 32, ringSends(256) / 256].map((m) => m.toFixed(2))).toEqual(["1.94", "1.99"]);
    expect(percent(ringSends(256) / 256 / (ringSends(32) / 32) - 1)).toBe("2.8");
    bothSay(question("dist-scaling-symptom").solution, "62", "510", "8.2", "2.8%");
  });
});

type Operation = { kind: "F" | "B" | "W"; micro: number; chunk: number };
/** Stage s holds layer groups s, s + p, s + 2p, …; each operation starts when the stage and its input are ready. */
function runPipeline(orders: Operation[][], chunks: number, cost: Record<Operation["kind"], number>) {
  const stages = orders.length;
  const end = new Map<string, number>();
  const name = (kind: string, group: number, micro: number) => `${kind}${group}/${micro}`;
  const free = orders.map(() => 0);
  const next = orders.map(() => 0);
  const alive = orders.map(() => 0);
  const peak = orders.map(() => 0);
  const last = stages * chunks - 1;
  for (let progress = true; progress;) {
    progress = false;
    for (let stage = 0; stage < stages; stage++) {
      const operation = orders[stage]?.[next[stage] ?? 0];
      if (!operation) continue;
      const { kind, micro, chunk } = operation;
      const group = chunk * stages + stage;
      const needed: string[] = [];
      if (kind === "F" && group > 0) needed.push(name("F", group - 1, micro));
      if (kind === "B") needed.push(group === last ? name("F", group, micro) : name("B", group + 1, micro));
      if (kind === "W") needed.push(name("B", group, micro));
      if (!needed.every((each) => end.has(each))) continue;
      const start = Math.max(free[stage] ?? 0, ...needed.map((each) => end.get(each) ?? NaN));
      free[stage] = start + cost[kind] / chunks;
      end.set(name(kind, group, micro), free[stage] ?? NaN);
      alive[stage] = (alive[stage] ?? 0) + (kind === "F" ? 1 : kind === "B" ? -1 : 0);
      peak[stage] = Math.max(peak[stage] ?? 0, alive[stage] ?? 0);
      next[stage] = (next[stage] ?? 0) + 1;
      progress = true;
    }
  }
  orders.forEach((order, stage) => expect(next[stage]).toBe(order.length));
  const length = Math.max(...free);
  const work = (orders[0] ?? []).reduce((sum, { kind }) => sum + cost[kind] / chunks, 0);
  return { length, idle: 1 - work / length, peak };
}
const usual = { F: 1, B: 2, W: 0 };
const times = (count: number, kind: Operation["kind"]) =>
  Array.from({ length: count }, (_, micro): Operation => ({ kind, micro, chunk: 0 }));
const allStages = (p: number, order: (stage: number) => Operation[]) =>
  Array.from({ length: p }, (_, stage) => order(stage));
const gpipe = (p: number, m: number) =>
  runPipeline(
    allStages(p, () => [...times(m, "F"), ...times(m, "B")]),
    1,
    usual,
  );
const gpipeSplit = (p: number, m: number) =>
  runPipeline(
    allStages(p, () => [...times(m, "F"), ...times(m, "B"), ...times(m, "W")]),
    1,
    { F: 1, B: 1, W: 1 },
  );
/** After `warmUp` forwards, one of each in turn. */
function alternate(forwards: Operation[], backwards: Operation[], warmUp: number): Operation[] {
  const order = forwards.slice(0, warmUp);
  for (let i = 0; i < backwards.length; i++)
    order.push(...forwards.slice(warmUp + i, warmUp + i + 1), ...backwards.slice(i, i + 1));
  return order;
}
const oneForwardOneBackward = (p: number, m: number) =>
  runPipeline(
    allStages(p, (stage) => alternate(times(m, "F"), times(m, "B"), Math.min(m, p - 1 - stage))),
    1,
    usual,
  );
function interleaved(p: number, m: number, v: number) {
  const inGroups = (kind: "F" | "B") =>
    Array.from({ length: m * v }, (_, i): Operation => {
      const chunk = Math.floor((i % (p * v)) / p);
      return { kind, micro: Math.floor(i / (p * v)) * p + (i % p), chunk: kind === "F" ? chunk : v - 1 - chunk };
    });
  return runPipeline(
    allStages(p, (stage) =>
      alternate(inGroups("F"), inGroups("B"), Math.min(m * v, 2 * (p - 1 - stage) + (v - 1) * p)),
    ),
    v,
    usual,
  );
}

describe("pipelines, simulated", () => {
  test("idle share and live activations of every draw", () => {
    everyKey("dist-bubble-share", ({ p = NaN, m = NaN }) => 100 * oneForwardOneBackward(p, m).idle);
    everyKey("dist-bubble-share", ({ p = NaN, m = NaN }) => 100 * gpipe(p, m).idle);
    everyKey("dist-alive-at-stage", ({ p = NaN, m = NaN, s = NaN }) => oneForwardOneBackward(p, m).peak[s] ?? NaN);
  });
  test("order by idle share", () => {
    const idle: Record<string, number> = {
      interleaved: interleaved(8, 32, 2).idle,
      "gpipe-long": gpipe(4, 16).idle,
      "one-f-eight": oneForwardOneBackward(8, 32).idle,
      "gpipe-short": gpipe(4, 8).idle,
      "one-f-short": oneForwardOneBackward(8, 8).idle,
    };
    const order = Object.keys(idle).sort((a, b) => (idle[a] ?? 0) - (idle[b] ?? 0));
    expect(question("dist-idle-order").interaction.items.map(({ id }) => id)).toEqual(order);
    bothSay(question("dist-idle-order").solution, ...order.map((id) => percent(idle[id] ?? NaN)));
  });
  test("what lowers the bubble and what does not", () => {
    const shares: Record<string, number> = {
      "one-f-one-b": oneForwardOneBackward(8, 16).idle,
      more: gpipe(8, 48).idle,
      interleaved: interleaved(8, 16, 2).idle,
      deeper: gpipe(16, 16).idle,
      split: gpipeSplit(8, 16).idle,
      smaller: gpipe(8, 16).idle,
      faster: gpipe(8, 16).idle,
    };
    const { choices } = question("dist-lower-the-bubble").interaction;
    expect(choices.map(({ id }) => id).sort()).toEqual(Object.keys(shares).sort());
    for (const { id, correct } of choices)
      expect((shares[id] ?? NaN) < gpipe(8, 16).idle - 1e-9, id).toBe(correct === true);
    const written = [gpipe(8, 16).idle, shares.more, shares.interleaved, shares.deeper];
    bothSay(question("dist-lower-the-bubble").solution, ...written.map((share = NaN) => percent(share)));
  });
  test("the switch changes memory, not time", () => {
    expect(oneForwardOneBackward(8, 16).length).toBe(gpipe(8, 16).length);
    expect([gpipe(8, 16).peak[0], oneForwardOneBackward(8, 16).peak[0]]).toEqual([16, 8]);
    bothSay(question("dist-schedule-switch").solution, percent(gpipe(8, 16).idle));
    expect(correctIds("dist-schedule-switch")).toEqual(["memory"]);
  });
  test("only 1F1B with 32 micro-batches meets both limits", () => {
    const plans = {
      "switch-only": oneForwardOneBackward(8, 8),
      "gpipe-more": gpipe(8, 32),
      "one-f-sixteen": oneForwardOneBackward(8, 16),
      "one-f-thirty-two": oneForwardOneBackward(8, 32),
    };
    const good = Object.entries(plans).flatMap(([id, { idle, peak }]) =>
      idle < 0.2 && 3 * (peak[0] ?? NaN) <= 30 ? [id] : [],
    );
    expect(correctIds("dist-pipeline-memory-budget")).toEqual(good);
    expect([gpipe(8, 32).peak[0], oneForwardOneBackward(8, 32).peak[0]].map((sets = NaN) => 3 * sets)).toEqual([
      96, 24,
    ]);
    expect(gpipe(8, 28).idle).toBeCloseTo(0.2, 12);
    bothSay(question("dist-pipeline-memory-budget").solution, "96", "24", percent(gpipe(8, 32).idle));
  });
  test("the reviewed proposal", () => {
    expect(wrongSpans("dist-proposal-review")).toEqual(["slices", "schedule", "server"]);
    expect(oneForwardOneBackward(4, 32).idle).toBeCloseTo(3 / 35, 12);
    expect(gpipe(4, 32).idle).toBeCloseTo(3 / 35, 12);
    expect(oneForwardOneBackward(4, 32).peak[0]).toBe(4);
    expect([ringSends(4) / 4, ringSends(16) / 16]).toEqual([1.5, 1.875]);
    expect(8 * 4 * 4).toBe(128);
    bothSay(question("dist-proposal-review").solution, "1.5M", "1.875M", percent(3 / 35));
  });
});

/** Bytes of parameter, gradient and Adam state per card, counted by adding what it keeps. */
function kept(stage: number, billions: number, ranks: number): number {
  let bytes = 0;
  for (const [size, shardedFrom] of [
    [2, 3],
    [2, 2],
    [4, 1],
    [4, 1],
    [4, 1],
  ] as const)
    bytes += stage >= shardedFrom ? (size * billions) / ranks : size * billions;
  return bytes;
}

describe("ZeRO", () => {
  test("sends three passes of shards for each micro-batch", () => {
    everyKey("dist-shard-three-traffic", ({ p = NaN, n = NaN, k = NaN }) => {
      let sent = 0;
      for (let micro = 0; micro < k; micro++)
        for (const _pass of ["gather for forward", "gather for backward", "reduce-scatter"])
          for (let step = 1; step < n; step++) sent += (2 * p) / n;
      return sent;
    });
  });
  test("fits from the first number of ranks that a search finds", () => {
    everyKey("dist-fewest-ranks", ({ p = NaN, c = NaN, r = NaN }) => {
      let ranks = 1;
      while (kept(2, p, ranks) > c - r + 1e-9) ranks++;
      return ranks;
    });
  });
  test("is hidden from the number of tokens at which both times meet", () => {
    everyKey("dist-tokens-to-hide", ({ n = NaN, f = NaN, b = NaN }) => {
      const parameters = 13e9;
      let [low, high] = [0, 1e9];
      for (let i = 0; i < 100; i++) {
        const tokens = (low + high) / 2;
        const compute = (2 * parameters * tokens + 4 * parameters * tokens) / (f * 1e12);
        const exchange = (3 * (n - 1) * ((2 * parameters) / n)) / (b * 1e9);
        if (compute < exchange) low = tokens;
        else high = tokens;
      }
      return low;
    });
  });
  test("and the plan for 70 B", () => {
    const { solution, interaction } = question("dist-place-seventy");
    expect(kept(0, 70, 1)).toBe(1120);
    expect(kept(3, 70, 64)).toBe(17.5);
    expect(kept(1, 70 / 8, 8).toFixed(1)).toBe("48.1");
    expect(kept(0, 70 / 64, 1)).toBe(17.5);
    const shards = 3 * 63 * (140 / 64);
    const gathered = (3 * (7 / 8) * 140) / 8;
    expect(gathered.toFixed(1)).toBe("45.9");
    const gradients = 2 * 7 * (17.5 / 8);
    expect([shards.toFixed(1), (shards / 50).toFixed(2)]).toEqual(["413.4", "8.27"]);
    expect([gradients.toFixed(1), (gradients / 50).toFixed(2)]).toEqual(["30.6", "0.61"]);
    const bubble = percent(oneForwardOneBackward(8, 128).idle);
    bothSay(solution, "1120", "17.5", "413.4", "8.27 s", "45.9", "48.1", "30.6", "0.61 s", bubble);
    const activations = (34 * 4096 * 8192 * 80) / 8 / 1e9;
    expect(activations.toFixed(1)).toBe("11.4");
    expect((activations + kept(1, 70 / 8, 8)).toFixed(1)).toBe("59.5");
    bothSay(interaction.modelAnswer, "1120 GB", "48.1 GB", "11.4 GB", "59.5 GB", "413 GB", "45.9 GB", `${bubble}%`);
    // 128 sequences of 4096 a step on 8 replicas, 80 layers, over 50 GB/s: longer than 6·P FLOPs per token at 400 TFLOP/s
    const tensor = (16 * 80 * 4 * 2 * (7 / 8) * 2 * 4096 * 8192) / 50e9;
    expect(tensor).toBeGreaterThan((6 * 70e9 * 128 * 4096) / (64 * 400e12));
  });
});

describe("tensor parallelism", () => {
  test("sends four all-reduces of activations per layer", () => {
    everyKey("dist-tensor-bytes", ({ g = NaN, batch = NaN, s = NaN, d = NaN }) => {
      let bytes = 0;
      for (const _block of ["attention", "MLP"])
        for (const _direction of ["forward", "backward"]) bytes += ringSends(g) * ((2 * batch * s * d) / g);
      return bytes / 1e6;
    });
  });
  test("goes wrong by min(u, v) when activated before the sum", () => {
    const relu = (x: number) => (x > 0 ? x : 0);
    everyKey("dist-relu-too-early", ({ u = NaN, v = NaN }) => relu(u) + relu(-v) - relu(u - v));
  });
  test("over two nodes takes 1.61 s, inside them 0.094 s", () => {
    const activation = 2 * 8192 * 8192;
    const perLayer = (ranks: number) => 4 * ringSends(ranks) * (activation / ranks);
    const [wide, narrow] = [perLayer(16), perLayer(8)];
    expect([wide / 1e6, narrow / 1e6].map((mb) => mb.toFixed(0))).toEqual(["1007", "940"]);
    expect([(80 * wide) / 1e9, (40 * narrow) / 1e9].map((gb) => gb.toFixed(1))).toEqual(["80.5", "37.6"]);
    expect([(80 * wide) / 50e9, (40 * narrow) / 400e9].map((time) => time.toFixed(3))).toEqual(["1.611", "0.094"]);
    expect([(activation / 1e6).toFixed(1), ((activation / 50e9) * 1e3).toFixed(1)]).toEqual(["134.2", "2.7"]);
    const { solution, interaction } = question("dist-tensor-across-nodes");
    bothSay(solution, "134.2", "1007", "80.5 GB", "1.61 s", "940", "37.6 GB", "0.094 s", "2.7 ms");
    expect(correctIds("dist-tensor-across-nodes")).toEqual(["ratio"]);
    expect(percent(wide / narrow - 1)).toBe("7.1");
    bothSay(interaction.choices[0]?.text ?? { zh: "", en: "" }, "7%");
  });
  test("clips by the root of summed squares, not by the mean of norms", () => {
    const gradients = [3, -4, 12, 5, 1, 2, -2, 6];
    const norm = (values: number[]) => Math.hypot(...values);
    const local = [0, 1, 2, 3].map((rank) => norm(gradients.slice(2 * rank, 2 * rank + 2)));
    expect(Math.sqrt(local.reduce((sum, each) => sum + each ** 2, 0))).toBeCloseTo(norm(gradients), 12);
    expect(local.reduce((sum, each) => sum + each / 4, 0)).toBeLessThan(norm(gradients));
    expect(correctIds("dist-clip-norm")).toEqual(["squares"]);
  });
});

describe("tokens as weights", () => {
  test("mean over all tokens, one by one", () => {
    everyKey("dist-weighted-loss", ({ a = NaN, b = NaN, x = NaN, y = NaN }) => {
      const losses = [...Array<number>(a).fill(x), ...Array<number>(b).fill(y)];
      return losses.reduce((sum, loss) => sum + loss, 0) / losses.length;
    });
  });
  test("the script of two ranks should log 2.3", () => {
    const losses = [...Array<number>(900).fill(2), ...Array<number>(100).fill(5)];
    const mean = losses.reduce((sum, loss) => sum + loss, 0) / losses.length;
    expect([mean, (2 + 5) / 2]).toEqual([2.3, 3.5]);
    // the cure: each rank's sum times 2 over the global count, averaged by DDP
    expect(((900 * 2 * 2) / 1000 + (100 * 5 * 2) / 1000) / 2).toBeCloseTo(2.3, 12);
    expect(wrongSpans("dist-loss-script")).toEqual(["backward", "report"]);
    bothSay(question("dist-loss-script").solution, "2.3", "3.5");
  });
});

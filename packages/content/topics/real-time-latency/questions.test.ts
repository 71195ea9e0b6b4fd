import { describe, expect, test } from "vitest";
import { bothSay, topicUnderTest } from "../../src/testing/topic-under-test";
import { chunkedPrefill, erlangC, goodput, longPromptAmongEight, mixtureQuantile } from "./simulations";

const { question, everyKey, correctIds, wrongSpans, whyOf, statesInBoth, met, authorMeetsAll } = topicUnderTest(
  import.meta.url,
);

/** Halves an interval in which `above` turns from false to true. */
function turn(above: (x: number) => boolean, low: number, high: number): number {
  let [from, to] = [low, high];
  for (let i = 0; i < 100; i++) {
    const middle = (from + to) / 2;
    if (above(middle)) to = middle;
    else from = middle;
  }
  return from;
}
/** An arrival waits for what is left of the one in service, and for all that queue before it: W = R + ρ·W. */
function meanWait(rate: number, classes: readonly (readonly [share: number, time: number])[]): number {
  let [residual, load, wait] = [0, 0, 0];
  for (const [share, time] of classes) {
    residual += (rate * share * time * time) / 2;
    load += rate * share * time;
  }
  for (let i = 0; i < 3000; i++) wait = residual + load * wait;
  return wait;
}

describe("one request", () => {
  test("takes what its tokens take", () => {
    everyKey("lat-end-to-end", ({ w = NaN, f = NaN, g = NaN, n = NaN }) => {
      let now = w + f;
      for (let token = 1; token < n; token++) now += g;
      return now;
    });
    expect([40 + 520, (40 + 520) / 4, 40 + 520 / 4, 40 + 520 / 2]).toEqual([560, 140, 170, 300]);
    statesInBoth("lat-int4-first-token", "560 ms", "140 ms", "170 ms", "300 ms");
    expect(correctIds("lat-int4-first-token")).toEqual(["same"]);
    expect(correctIds("lat-one-client")).toEqual(["nothing"]);
  });
  test("is told by the right terms", () => {
    expect([12 * 3.5, Math.round(100 * (1 - 0.99 ** 100))]).toEqual([42, 63]);
    bothSay(question("lat-terms-cloze").solution, "42", "63.4");
    expect((1 - 0.99 ** 100).toFixed(3)).toBe("0.634");
    bothSay(whyOf("lat-terms-cloze", "pages"), "0.634");
  });
});

describe("queues", () => {
  test("wait by Pollaczek and Khinchine", () => {
    everyKey("lat-fixed-service-wait", ({ s = NaN, r = NaN }) => meanWait(r / 100 / s, [[1, s]]));
    everyKey("lat-mixed-prompts", ({ l = NaN, q = NaN, a = NaN, b = NaN }) =>
      meanWait(l / 1000, [
        [1 - q / 100, a],
        [q / 100, b],
      ]),
    );
  });
  test("bound the rate", () => {
    everyKey("lat-highest-rate", ({ s = NaN, k = NaN }) =>
      turn((rate) => meanWait(rate / 1000, [[1, s]]) > k * s, 0, 950 / s),
    );
  });
  test("have an exponential tail, summed over what an arrival finds", () => {
    everyKey("lat-exponential-tail", ({ m = NaN, l = NaN }) => {
      const load = l / m;
      /** With k before it, a response is longer than t if at most k services end in t. */
      const longer = (t: number) => {
        let [term, atMost, chance] = [Math.exp(-m * t), 0, 0];
        for (let k = 0; k < 400; k++) {
          atMost += term;
          term *= (m * t) / (k + 1);
          chance += (1 - load) * load ** k * atMost;
        }
        return chance;
      };
      return 1000 * turn((t) => longer(t) < 0.01, 0, 20);
    });
    expect((1 + 2.3263).toFixed(3)).toBe("3.326");
    expect(Math.log(100).toFixed(1)).toBe("4.6");
  });
  test("grow near saturation", () => {
    const wait = (load: number) => meanWait(load, [[1, 1]]);
    expect([0.5, 0.8, 0.95].map((load) => Number(wait(load).toFixed(6)))).toEqual([0.5, 2, 9.5]);
    expect([9.5 / 2, 9.5 / 0.5, (0.95 / 0.8).toFixed(1), (1 - 0.8 / 0.95).toFixed(2)]).toEqual([
      4.75,
      19,
      "1.2",
      "0.16",
    ]);
    bothSay(whyOf("lat-raise-utilisation", "almost-five"), "2 ", "9.5");
    bothSay(whyOf("lat-raise-utilisation", "nineteen"), "0.5", "9.5", "19");
    bothSay(question("lat-raise-utilisation").solution, "4.75", "16%");
    expect(correctIds("lat-raise-utilisation")).toEqual(["almost-five"]);
    expect((0.97 / (2 * 0.03)).toFixed(1)).toBe("16.2");
    bothSay(question("lat-plan-review").solution, "16.2");
    bothSay(whyOf("lat-plan-review", "load"), "16");
    expect(wrongSpans("lat-plan-review")).toEqual(["client", "load", "average"]);
  });
  test("are in the order stated", () => {
    const times = [
      0.25 + meanWait(3.2, [[1, 0.25]]),
      1 / (4 - 3.2),
      1 + erlangC(3.2, 4) / (4 - 3.2),
      1 / (1 / 0.28 - 3.2),
      1 / (1 - 3.2 / 4),
    ];
    expect(times.map((time) => time.toFixed(2))).toEqual(["0.75", "1.25", "1.75", "2.69", "5.00"]);
    expect(question("lat-server-order").interaction.items.map(({ id }) => id)).toEqual([
      "fixed",
      "fast",
      "pooled",
      "fuller",
      "split",
    ]);
    bothSay(question("lat-server-order").interaction.why, "0.75", "1.25", "1.75", "2.69", "5.0 s", "0.896");
    expect([erlangC(3.2, 4).toFixed(3), (erlangC(3.2, 4) / 0.8).toFixed(3), (3.2 * 0.28).toFixed(3)]).toEqual([
      "0.596",
      "0.746",
      "0.896",
    ]);
    bothSay(question("lat-server-order").solution, "0.596", "0.746");
  });
});

describe("percentiles", () => {
  test("of pages with hedged calls", () => {
    everyKey("lat-hedged-page", ({ n = NaN, q = NaN }) => {
      let [none, slow] = [1, (q * q) / 10_000];
      for (let call = 0; call < n; call++) none -= none * slow;
      slow = 1 - none;
      return 100 * slow;
    });
  });
  test("with a cache", () => {
    everyKey("lat-cache-tail", ({ h = NaN, a = NaN, b = NaN }) =>
      turn((t) => h / 100 + ((1 - h / 100) * (t - a)) / (b - a) > 0.95, a, b),
    );
    expect(mixtureQuantile(0.6, 0.99)).toBeCloseTo(mixtureQuantile(0, 0.975), 9);
    expect([(0.99 - 0.6) / 0.4, 0.01 / 0.4, 2600 * 0.4].map((value) => Number(value.toFixed(6)))).toEqual([
      0.975, 0.025, 1040,
    ]);
    statesInBoth("lat-cache-statistics", "1040 ms", "1/40 = 2.5%", "0.975");
    expect(correctIds("lat-cache-statistics")).toEqual(["miss-tail"]);
    expect(correctIds("lat-cache-key")).toEqual(["version", "prompt", "tenant", "limits"]);
  });
  test("with hedges and cascades", () => {
    expect(0.75 * 1.5).toBe(1.125);
    bothSay(whyOf("lat-hedge-at-median", "more-work"), "0.75 × 1.5 = 1.125");
    expect(correctIds("lat-hedge-at-median")).toEqual(["more-work"]);
    const load = 0.95 * 1.05;
    expect([load.toFixed(4), Math.round(load / (2 * (1 - load)) / 10)]).toEqual(["0.9975", 20]);
    bothSay(whyOf("lat-hedge-conditions", "full"), "0.9975", "9.5", "200");
    expect(correctIds("lat-hedge-conditions")).toEqual(["own-reasons", "other-queue", "spare"]);
    expect([120 + 0.4 * 900, 120 + 900, 0.6 * 120 + 0.4 * 900, (120 + 900) / 2]).toEqual([480, 1020, 432, 510]);
    statesInBoth("lat-cascade-tail", "120 + 0.4 × 900 = 480", "120 + 900 = 1020", "432 ms", "510 ms");
    expect(correctIds("lat-cascade-tail")).toEqual(["mean-down-tail-up"]);
  });
});

describe("levers", () => {
  test("fit as many prompt tokens as the gap allows", () => {
    everyKey("lat-largest-chunk", ({ a = NaN, b = NaN, g = NaN, d = NaN }) => {
      let tokens = 0;
      while (1000 * a + b * (d + tokens + 1) <= 1000 * g) tokens++;
      return tokens;
    });
  });
  test("verify while weights are read", () => {
    everyKey("lat-verification-bound", ({ g = NaN, b = NaN, f = NaN, w = NaN }) => {
      const parameters = 8e9;
      const reading = (parameters * b) / 8 / (w * 1e12);
      let batch = 0;
      while ((2 * parameters * (batch + 1) * (g + 1)) / (0.6 * f * 1e12) <= reading) batch++;
      return batch;
    });
  });
  test("chunk as the simulation does", () => {
    const jobs = [...longPromptAmongEight(), { arrival: 201_000, prompt: 32, output: 50 }];
    const [without, chunked] = [0, 256].map((budget) => chunkedPrefill(longPromptAmongEight(), budget)[8]?.[0] ?? NaN);
    expect([without, chunked].map((time) => (((time ?? NaN) - 200_000) / 1000).toFixed(1))).toEqual(["329.6", "595.8"]);
    bothSay(whyOf("lat-chunk-claims", "later"), "329.6", "595.8");
    const next = [0, 256].map((budget) => (((chunkedPrefill(jobs, budget)[9]?.[0] ?? NaN) - 201_000) / 1e6).toFixed(3));
    bothSay(whyOf("lat-chunk-claims", "next"), ...next);
    expect((8 + 256 * 0.04).toFixed(2)).toBe("18.24");
    bothSay(whyOf("lat-chunk-claims", "gap"), "18.24 ms");
    expect(correctIds("lat-chunk-claims")).toEqual(["gap", "later", "again"]);
    expect(correctIds("lat-streams-halt")).toEqual(["chunks"]);
  });
});

describe("goodput", () => {
  test("is least when no request fails both", () => {
    everyKey("lat-goodput-floor", ({ r = NaN, x = NaN, y = NaN }) => {
      const failing = Array.from({ length: 100 }, (_, i) => i < 100 - x || i >= y);
      return (r * failing.filter((fails) => !fails).length) / 100;
    });
    const bounds = ([rate, first, second]: readonly [number, number, number]) => [
      (rate * (first + second - 100)) / 100,
      (rate * Math.min(first, second)) / 100,
    ];
    expect([...bounds([20, 99, 97]), ...bounds([26, 99, 60])]).toEqual([19.2, 19.4, 15.34, 15.6]);
    bothSay(question("lat-batch-limit-raised").solution, "19.2", "19.4", "15.34", "15.6", "30%", "20%");
    bothSay(whyOf("lat-batch-limit-raised", "fell"), "19.2", "15.6");
    expect([26 / 20, ((26 * (0.99 + 0.6)) / 2).toFixed(1), (1 - 15.47 / 19.3).toFixed(1)]).toEqual([
      1.3,
      "20.7",
      "0.2",
    ]);
    expect(correctIds("lat-batch-limit-raised")).toEqual(["throughput", "fell", "floor"]);
  });
  test("is kept by admitting what is certain to be in time", () => {
    everyKey("lat-admission-depth", ({ s = NaN, d = NaN }) => {
      let present = 0;
      while (s * (present + 2) <= d) present++;
      return present;
    });
    expect([goodput(1.2, 5, false).goodput.toFixed(2), goodput(1.2, 5, true).goodput.toFixed(3)]).toEqual([
      "0.00",
      "0.962",
    ]);
    const { interaction, solution } = question("lat-explain-headroom");
    bothSay(interaction.modelAnswer, "1.17", "9.5", "26%", "0.962");
    expect([0.7 / 0.6, 0.95 / 0.1, 9.5 / (0.7 / 0.6), 1 - 0.7 / 0.95].map((value) => value.toFixed(2))).toEqual([
      "1.17",
      "9.50",
      "8.14",
      "0.26",
    ]);
    bothSay(solution, "1.17", "9.5", "8.1", "0.737", "26%");
    expect((0.7 / 0.95).toFixed(3)).toBe("0.737");
  });
  test("is promised and measured properly", () => {
    expect(correctIds("lat-usable-slo")).toEqual(["percentiles"]);
    expect(correctIds("lat-closed-loop")).toEqual(["loop"]);
    // by Little's law the 4 clients at 8 requests per second wait half a second each on average, less than their p99
    expect(4 / 8).toBeLessThan(1.1);
  });
});

describe("short answers", () => {
  test.each(["lat-diagnose-tail", "lat-explain-headroom"])(
    "of the author meet all points and stems none: %s",
    authorMeetsAll,
  );
  test.each([
    [
      "lat-diagnose-tail",
      "Use INT4 weights and asynchronous workers. Cache the answers. A benchmark with one client is enough.",
    ],
    ["lat-diagnose-tail", "换 INT4 权重，改成异步，加回答缓存，再用一个客户端压测平均时延。"],
    [
      "lat-explain-headroom",
      "95% is efficient and safe, waiting is proportional to utilisation, and p99 does not matter. Let the queue grow.",
    ],
    ["lat-explain-headroom", "95% 既高效又安全，等待与利用率成正比，不用管 p99，只看平均，让队列一直排着。"],
  ])("that say the opposite meet none: %s, %s", (id, text) => {
    expect(met(id, text)).toEqual([]);
  });
});

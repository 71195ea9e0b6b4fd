import { range } from "@tidao/labs/vector";
import { describe, expect, test } from "vitest";
import { grouped, topicUnderTest } from "../../src/testing/topic-under-test";
import {
  accuracy,
  bayesProduct,
  bilinear,
  diagnose,
  distance,
  early,
  emap,
  gatedLayer,
  image,
  late,
  modalityDropout,
  pooledMean,
  scaled,
  type Task,
  tempered,
  testSet,
  text,
  train,
  trainingSet,
  widening,
  withoutImage,
} from "./simulations";

const { lessons, everyLessonSays, bothFiguresSay } = topicUnderTest(import.meta.url);
const average = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe("the place of fusion", () => {
  const results = (task: Task) => {
    const [training, held] = [trainingSet(task, 1), testSet(task, 1)];
    const models = [train(text, training), train(image, training), late("mean", training)];
    return [...models, train(early, training), train(bilinear, training)].map((model) =>
      accuracy(model, held).toFixed(4),
    );
  };
  test("decides what a model can represent", () => {
    for (const [task, expected] of [
      ["xor", ["0.5050", "0.5075", "0.4295", "0.3210", "0.9825"]],
      ["and", ["0.7480", "0.7525", "0.8380", "0.9775", "0.9920"]],
      ["evidence", ["0.7395", "0.7380", "0.8300", "0.8275", "0.8280"]],
    ] as const) {
      expect(results(task)).toEqual(expected);
      everyLessonSays(`| ${expected.join(" | ")} |`);
    }
    expect([trainingSet("xor", 1).length, grouped(testSet("xor", 1).length)]).toEqual([400, "2,000"]);
    everyLessonSays("400", "2,000", "0.4z_1");
  });
  test("gives an additive rule three of four combinations at most", () => {
    const grid = range(9).map((i) => i / 2 - 2);
    let best = 0;
    for (const f of grid)
      for (const g of grid)
        for (const c of grid) {
          const right = [-1, 1].flatMap((a) => [-1, 1].map((b) => f * a + g * b > c === a * b > 0)).filter(Boolean);
          best = Math.max(best, right.length);
        }
    expect(best).toBe(3);
    everyLessonSays("75%");
  });
  test("lets linear stacking repair AND", () => {
    expect(accuracy(late("stacking", trainingSet("and", 1)), testSet("and", 1)).toFixed(4)).toBe("0.9250");
    everyLessonSays("0.9250");
  });
  test("matters little when evidence adds up", () => {
    const training = trainingSet("evidence", 1);
    expect(accuracy(late("product", training), testSet("evidence", 1))).toBe(0.83);
  });
});

describe("pooling", () => {
  test("by mean and product", () => {
    expect(pooledMean([0.9, 0.6])).toBeCloseTo(0.75, 12);
    expect(bayesProduct([0.9, 0.6]).toFixed(3)).toBe("0.931");
    const three = [0.999, 0.4, 0.4];
    expect([pooledMean(three), bayesProduct(three)].map((p) => p.toFixed(3))).toEqual(["0.600", "0.998"]);
    const cooled = tempered(0.999, 4);
    expect([cooled, bayesProduct([cooled, 0.4, 0.4])].map((p) => p.toFixed(3))).toEqual(["0.849", "0.714"]);
    expect(bayesProduct([0.8, 0.8]).toFixed(3)).toBe("0.941");
    everyLessonSays("0.75", "0.931", "(0.999, 0.4, 0.4)", "0.600", "0.998", "0.849", "0.714", "0.941");
  });
  test("decides alike for two models and two classes", () => {
    for (const p of range(99).map((i) => (i + 1) / 100))
      for (const q of range(99).map((i) => (i + 1) / 100))
        if (Math.abs(p + q - 1) > 1e-9) expect(bayesProduct([p, q]) > 0.5).toBe(pooledMean([p, q]) > 0.5);
  });
});

describe("counts", () => {
  test("of tensor and low-rank fusion", () => {
    const features = [32, 32, 16].reduce((product, size) => product * (size + 1), 1);
    const lowRank = 4 * (33 + 33 + 17) * 64;
    expect([features, features * 64, lowRank].map(grouped)).toEqual(["18,513", "1,184,832", "21,248"]);
    expect(Math.round((features * 64) / lowRank)).toBe(56);
    everyLessonSays("18,513", "1,184,832", "21,248", "1/56");
  });
  test("of score pairs", () => {
    const [t, p, b, r] = [64, 576, 4, 64];
    const pairs = [(t + p) ** 2, (t + b) ** 2 + (p + b) ** 2, t * t + t * p, t * t + t * r].map(grouped);
    expect(pairs).toEqual(["409,600", "341,024", "40,960", "8,192"]);
    everyLessonSays(...pairs);
    // two streams, each reading itself and the other
    expect(t * t + p * p + 2 * t * p).toBe((t + p) ** 2);
  });
  test("of visual tokens and of a projector", () => {
    expect((336 / 14) ** 2).toBe(576);
    expect(grouped(5 * 576)).toBe("2,880");
    expect(grouped(1024 * 4096 + 4096 + 4096 * 4096 + 4096)).toBe("20,979,712");
    everyLessonSays("$(336/14)^2$ = 576", "2,880", "20,979,712");
  });
  test("of the worked example", () => {
    const perToken = 2 * 32 * 32 * 128 * 2;
    const perLayer = 2 * 32 * 128 * 2;
    const tokens = [8 * 576 + 200, 8 * 5 * 576 + 200, 8 * 32 + 200];
    expect([perToken, ...tokens].map(grouped)).toEqual(["524,288", "4,808", "23,240", "456"]);
    const gigabytes = tokens.map((n) => ((n * perToken) / 1e9).toPrecision(3));
    expect(gigabytes).toEqual(["2.52", "12.2", "0.239"]);
    expect(((200 * perToken) / 1e9).toFixed(3)).toBe("0.105");
    expect(((8 * 64 * 8 * perLayer) / 1e9).toFixed(3)).toBe("0.067");
    expect(8 * 64).toBe(512);
    expect((4808 ** 2 / 1e6).toFixed(1)).toBe("23.1");
    everyLessonSays("524,288", "4,808", "23,240", "456", ...gigabytes.map((size) => `${size} GB`), "0.105 GB", "0.067 GB");
    everyLessonSays("512\\cdot8\\cdot16{,}384");
    expect(perLayer).toBe(16384);
    expect(lessons[1]).toContain("23.1 million");
    expect(lessons[0]).toContain("2310 万");
  });
});

describe("the gated layer", () => {
  const layer = gatedLayer(1);
  test("changes nothing at gate zero and levels off", () => {
    const changes = [0, 0.5, 1, 2].map((g) => distance(layer.at(g), layer.x));
    expect(changes[0]).toBe(0);
    for (const [i, known] of [0, 1.74528617098895, 2.876326332864817, 3.6408602829944416].entries())
      expect(changes[i]).toBeCloseTo(known, 9);
    const said = changes.slice(1).map((change) => change.toFixed(3));
    everyLessonSays(...said);
    bothFiguresSay("gate", ...said);
    for (const [j, known] of [0.7537644528, 1.9484614205, -0.2213843263, 1.9181871679].entries())
      expect(layer.at(1)[0]?.[j]).toBeCloseTo(known, 9);
  });
  test("does not see the order of the patches", () => {
    expect(distance(gatedLayer(1, [5, 3, 1, 0, 2, 4]).at(1), layer.at(1))).toBeLessThan(1e-12);
  });
});

describe("joint training", () => {
  const seeds = range(10).map((i) => i + 1);
  test("on many weak features loses to the text model", () => {
    const at = (steps: number) => seeds.map((seed) => widening(40, 60, steps, seed));
    const late = at(1000);
    expect(average(late.map((run) => run.text.test)).toFixed(3)).toBe("0.836");
    expect(average(late.map((run) => run.joint.test)).toFixed(3)).toBe("0.780");
    expect(average(late.map((run) => run.joint.training)).toFixed(3)).toBe("1.000");
    expect(average(at(30).map((run) => run.joint.test)).toFixed(3)).toBe("0.816");
    everyLessonSays("0.836", "0.780", "1.000", "0.816", "40", "60");
  });
  test("could have gained", () => {
    // Φ by Simpson's rule
    const density = (x: number) => Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
    const below = (z: number) => {
      const h = z / 1000;
      const inner = range(999).map((i) => ((i + 1) % 2 === 1 ? 4 : 2) * density((i + 1) * h));
      return 0.5 + (h / 3) * (density(0) + density(z) + inner.reduce((sum, value) => sum + value, 0));
    };
    expect([below(1), below(Math.sqrt(1 + 40 * 0.1 ** 2))].map((p) => p.toFixed(3))).toEqual(["0.841", "0.882"]);
    everyLessonSays("0.841", "0.882");
  });
  test("suffers from a badly scaled feature", () => {
    const [training, held] = [trainingSet("evidence", 1), testSet("evidence", 1)];
    const at = (k: number) => {
      const model = train(early, scaled(training, k), 0.5 / (1 + k * k));
      return accuracy(model, scaled(held, k)).toFixed(4);
    };
    expect([at(1), at(100)]).toEqual(["0.8275", "0.7420"]);
    everyLessonSays("0.7420");
    const [wide, far] = [scaled(training, 100), scaled(held, 100)];
    const centre = average(wide.map(({ v }) => v));
    const spread = Math.sqrt(average(wide.map(({ v }) => (v - centre) ** 2)));
    const standard = (set: typeof wide) => set.map((example) => ({ ...example, v: (example.v - centre) / spread }));
    expect(accuracy(train(early, standard(wide)), standard(far)).toFixed(4)).toBe("0.8275");
    expect(lessons[1]).toContain("standardising restores 0.8275");
    expect(lessons[0]).toContain("标准化之后回到 0.8275");
  });
  test("with modality dropout survives a missing image", () => {
    const runs = seeds.map((seed) => {
      const [training, held] = [trainingSet("redundant", seed), testSet("redundant", seed)];
      const plain = train(early, training);
      const dropped = train(early, modalityDropout(training, 0.5, seed));
      return [
        accuracy(plain, held),
        accuracy(plain, withoutImage(held)),
        accuracy(dropped, held),
        accuracy(dropped, withoutImage(held)),
        accuracy(train(text, training), held),
      ];
    });
    const said = range(5).map((i) => average(runs.map((run) => run[i] ?? NaN)).toFixed(3));
    expect(said).toEqual(["0.951", "0.767", "0.942", "0.839", "0.841"]);
    everyLessonSays(...said);
    const [training, held] = [trainingSet("evidence", 1), withoutImage(testSet("evidence", 1))];
    const missing = [training, modalityDropout(training, 0.5, 1)].map((set) => accuracy(train(early, set), held));
    expect(missing).toEqual([0.7395, 0.7415]);
    everyLessonSays("0.7395", "0.7415");
  });
});

describe("EMAP", () => {
  test("removes interactions and nothing else", () => {
    expect(emap([[1, -1], [-1, 1]])).toEqual([0, 0]);
    expect(emap([[1, 2], [3, 4]])).toEqual([1, 4]);
    expect(emap([[4, -1], [-1, -2]])).toEqual([3, -3]);
  });
  test("tells three tasks apart", () => {
    for (const [task, full, additive] of [
      ["xor", "0.9725", "0.4800"],
      ["and", "0.9875", "0.9675"],
      ["evidence", "0.8025", "0.8025"],
    ] as const) {
      const found = diagnose(train(bilinear, trainingSet(task, 1)), testSet(task, 1));
      expect([found.full.toFixed(4), found.additive.toFixed(4)]).toEqual([full, additive]);
      everyLessonSays(`| ${full} | ${additive} |`);
    }
  });
  test("is drawn beside what an additive rule can do", () => {
    bothFiguresSay("interaction", "3", "4", "t·v");
  });
});

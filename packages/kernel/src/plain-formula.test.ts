import { expect, test } from "vitest";
import { plainFormula } from "./plain-formula";

test.each([
  [String.raw`\frac{2 L h}{\text{字节}}`, "2 L h/字节"],
  [String.raw`4096 \times 4096`, "4096 × 4096"],
  [String.raw`60\%`, "60%"],
  [String.raw`\lVert\theta\rVert_2 \le \varepsilon`, "‖θ‖_2 ≤ ε"],
  [String.raw`\tanh(x)\,\log_{10} y`, "tanh(x) log_10 y"],
  [String.raw`\frac{h}{n_{kv}} + 10^{-3} x^{a+b} v_{\text{max}}`, "h/n_kv + 10^-3 x^(a+b) v_max"],
  [String.raw`f_{\theta}(x)`, "f_θ(x)"],
  [String.raw`\left(\hat{y}\right)`, "( y )"],
])("%s is read in a line as %s", (tex, line) => expect(plainFormula(tex)).toBe(line));

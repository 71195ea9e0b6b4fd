const signs: Record<string, string> = {
  times: "×",
  cdot: "·",
  le: "≤",
  leq: "≤",
  ge: "≥",
  geq: "≥",
  ne: "≠",
  neq: "≠",
  approx: "≈",
  propto: "∝",
  to: "→",
  leftarrow: "←",
  top: "T",
  infty: "∞",
  sum: "∑",
  prod: "∏",
  sqrt: "√",
  partial: "∂",
  pm: "±",
  in: "∈",
  emptyset: "∅",
  mid: "|",
  vert: "|",
  lVert: "‖",
  rVert: "‖",
  Vert: "‖",
  ldots: "…",
  dots: "…",
  ell: "ℓ",
  alpha: "α",
  beta: "β",
  gamma: "γ",
  delta: "δ",
  Delta: "Δ",
  epsilon: "ε",
  varepsilon: "ε",
  eta: "η",
  theta: "θ",
  kappa: "κ",
  lambda: "λ",
  mu: "μ",
  pi: "π",
  rho: "ρ",
  sigma: "σ",
  tau: "τ",
  phi: "φ",
  Phi: "Φ",
  chi: "χ",
  omega: "ω",
};
const names = /^(?:log|exp|ln|max|min|sin|cos|tanh|arg|softmax)$/;

/** Mathematics as it would be typed in a line: `\frac{a}{b}` is "a/b". What has no sign of its own is left out. */
export function plainFormula(tex: string): string {
  return tex
    .replace(/\\(?:text|mathrm|mathbf|operatorname|textbf)\*?\{([^{}]*)\}/g, "$1")
    .replace(/([_^])\{([^{}]*)\}/g, (_, sign: string, inside: string) =>
      /^-?\\?[\p{L}\p{N}…]+$/u.test(inside) ? `${sign}${inside}` : `${sign}(${inside})`,
    )
    .replace(/\\[dt]?frac\{([^{}]*)\}\{([^{}]*)\}/g, "$1/$2")
    .replace(/\\(left|right|quad|qquad|displaystyle|begin\{[^}]*\}|end\{[^}]*\})(?![a-zA-Z])/g, " ")
    .replace(/\\([a-zA-Z]+)/g, (_, name: string) => signs[name] ?? (names.test(name) ? name : " "))
    .replace(/\\[,;:!\s\\]|[{}&]/g, " ")
    .replace(/\\(.)/g, "$1")
    .replace(/\s+/g, " ")
    .trim();
}

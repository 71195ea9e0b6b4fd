export { describeProblem, problemText } from "@tidao/next-kit/problem-text";

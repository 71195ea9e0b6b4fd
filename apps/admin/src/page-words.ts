export { pageWords } from "@tidao/next-kit/page-words";

export { requestConfig as default } from "@tidao/next-kit/i18n";

export { NotFoundScreen as default } from "@tidao/next-kit/screens";

export { ForbiddenScreen as default } from "@tidao/next-kit/screens";

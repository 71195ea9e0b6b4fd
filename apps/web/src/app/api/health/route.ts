export { GET } from "@tidao/next-kit/health";

export const dynamic = "force-dynamic";

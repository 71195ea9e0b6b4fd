import { nextConfig } from "@tidao/next-kit/config";

export default nextConfig();

import { authRouteHandlers } from "@tidao/next-kit/auth-route";

export const { GET, POST } = authRouteHandlers({ signUp: true });

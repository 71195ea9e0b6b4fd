import { authRouteHandlers } from "@tidao/next-kit/auth-route";

// accounts are made where people learn
export const { GET, POST } = authRouteHandlers({ signUp: false });

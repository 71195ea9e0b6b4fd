export { contentSecurityPolicy } from "./csp";
export { securityHeaders } from "./security-headers";

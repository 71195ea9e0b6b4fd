export { type Actor, type UserActor } from "./actor";
export { can } from "./can";
export { type GradedUse, isFeedbackOpen, isOpenToLearner, isWithholding, mayReveal } from "./may-reveal";
export { type Permission, permissionNames, permissions, type Role, roles } from "./permissions";

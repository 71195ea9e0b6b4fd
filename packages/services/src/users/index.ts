export * from "./manage-users";

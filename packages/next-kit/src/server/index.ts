export { type AppToServe, serveApp } from "./serve-app";

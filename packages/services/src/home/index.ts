export { getHome, type Home, homeDto } from "./get-home";

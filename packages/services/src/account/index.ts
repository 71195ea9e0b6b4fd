export { preferencesInput, updatePreferences } from "./update-preferences";

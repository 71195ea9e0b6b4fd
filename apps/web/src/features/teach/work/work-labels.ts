import { learnerWorkLabels, type PlayerLabels } from "@tidao/i18n";
import type { Locale } from "@tidao/kernel";

/** Made once, so that a page sends them once. */
export const workLabels: Record<Locale, PlayerLabels> = { zh: learnerWorkLabels("zh"), en: learnerWorkLabels("en") };

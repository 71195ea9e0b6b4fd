/**
 * A card that keeps being forgotten. Anki warns at 8 lapses and again after every half of that (docs.ankiweb.net,
 * "Leeches"); a question that takes a minute costs more than a flash card, so here it is 6 and every 3 after.
 */
export const leechLapses = 6;
const again = leechLapses / 2;

export const isLeech = (lapses: number): boolean => lapses >= leechLapses;
/** Whether the newest lapse is one to speak of: the sixth, the ninth, the twelfth … */
export const isLeechWarning = (lapses: number): boolean => isLeech(lapses) && (lapses - leechLapses) % again === 0;

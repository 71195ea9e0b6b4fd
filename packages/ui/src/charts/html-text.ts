const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** A text as it stands in HTML, between tags or in an attribute between double quotes. */
export const htmlText = (text: string): string => text.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);

/** A coordinate: two digits after the point are a hundredth of a pixel. */
export const coordinate = (value: number): string => String(Math.round(value * 100) / 100);

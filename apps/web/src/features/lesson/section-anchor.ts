/** Where a lesson begins to teach an objective, for links from its questions: headings have ids of their own in each language. */
export const sectionAnchor = (objective: string): string => `objective-${objective}`;

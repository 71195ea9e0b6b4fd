const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What is no id in an address names no version. */
export const isVersionId = (text: string | undefined): text is string => text !== undefined && uuid.test(text);

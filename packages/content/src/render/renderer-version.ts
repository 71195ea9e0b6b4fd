/** Stored with everything rendered; raising it makes the next import render the course anew. */
export const rendererVersion = 3;

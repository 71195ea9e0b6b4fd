import type { Overview } from "./totals";

/** Practice of what a search finds. */
export const practiceOf = (query: string): string => `/practice?search=${encodeURIComponent(query)}`;

/** This page for what a search finds. */
export const progressOf = (query: string): string => `/analytics?q=${encodeURIComponent(query)}`;

/** A search for more, within what the page is of: of several states and difficulties all must hold. */
export const within = (scope: Overview["scope"], more: string): string => (scope ? `${scope.query} ${more}` : more);

/** A practice of what the page is of; without a scope the one that is given. */
export const practiceWithin = (scope: Overview["scope"], more: string, otherwise: string): string =>
  scope ? practiceOf(within(scope, more).trim()) : otherwise;

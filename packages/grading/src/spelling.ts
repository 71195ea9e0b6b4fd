const british: readonly [RegExp, string][] = [
  [/(?<=[a-z]{3})is(able|ability|ational)$/, "iz$1"],
  [/(?<=(?:ana|para|cata)l)ys(e|ed|er|ers|ing)$/, "yz$1"],
  // labelled, modelling
  [/(?<=[a-z]{2}[ae])ll(?=(?:ed|er|ers|ing|ings)$)/, "l"],
  // behaviour, neighbouring, favourite; not "hour" or "source"
  [
    /(?<=^(?:un|mis|dis)?(?:behavi|neighb|col|fav|flav|lab|hum|hon|harb|vap|endeav))ou(r(?:s|ed|ing|al|ally|able|ite|ites|hood|hoods)?)$/,
    "o$1",
  ],
  [/(?<=^(?:cen|fil|me|li|spec|epicen))tre(d|s)?$/, "ter$1"],
  [/(?<=^(?:fi|cali))bre(s)?$/, "ber$1"],
  [/(?<=^(?:cata|dia|ana))logue(s)?$/, "log$1"],
  [/^artefact/, "artifact"],
  [/(?<=^(?:def|off|pret|lic))ence(s)?$/, "ense$1"],
  [/(?<=^(?:program))me(s)?$/, "$1"],
  [/^grey/, "gray"],
  [/(?<=^(?:jud|acknowled))gement(s)?$/, "gment$1"],
];

/**
 * British -ise, -isation spelled -ize, -ization: "tokenisation" is "tokenization"; not "noise" or "this". The index of the
 * search is made of it, so it changes only together with that.
 * @param word in lower case
 */
export const americanSpelling = (word: string): string =>
  word.replace(/(?<=[a-z]{3})is(e|es|ed|er|ers|ing|ation|ations)$/, "iz$1");

/** All of British spelling written as American: labelled, behaviour, centre, analyse, artefact. @param word in lower case */
export function americanWord(word: string): string {
  const spelled = americanSpelling(word);
  if (spelled !== word) return spelled;
  for (const [pattern, american] of british) {
    const other = word.replace(pattern, american);
    if (other !== word) return other;
  }
  return word;
}

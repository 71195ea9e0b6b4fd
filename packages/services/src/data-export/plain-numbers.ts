/** Numbers of mathematics as one writes them: `${2{,}000}$` is 2,000, `$d = {4}$` is d = 4. What is more than numbers stays as its author wrote it. */
export const plainNumbers = (markdown: string): string =>
  markdown.replace(/\$([^$\n]+)\$/g, (whole, inner: string) => {
    const plain = inner.replaceAll("{,}", ",").replace(/\{([\d.,]+)\}/g, "$1").replaceAll("\\%", "%").replaceAll("\\times", "×");
    return /^(?:[A-Za-z]\s*=\s*)?[\d.,%×+\-=^\s]+$/.test(plain) ? plain : whole;
  });

/** The words of an OperationOutcome, plain and short; undefined where an answer holds none. */
export function saidIn(text: string): string | undefined {
  try {
    const { issue } = JSON.parse(text) as { issue?: unknown };
    const words = (Array.isArray(issue) ? (issue as Record<string, unknown>[]) : []).map(
      ({ diagnostics, details, code }) =>
        [diagnostics, (details as { text?: unknown } | undefined)?.text, code].find(
          (one) => typeof one === 'string',
        ) ?? '',
    );
    // To a terminal or a log: nothing that moves the cursor, breaks the line or turns the direction of writing.
    const plain = words
      .filter(Boolean)
      .join('; ')
      .replaceAll(/[\p{C}\p{Zl}\p{Zp}]+/gu, ' ');
    const said = Array.from(plain).slice(0, 300).join('').trim();
    return said === '' ? undefined : said;
  } catch {
    return undefined;
  }
}

/** The same in a sentence that needs some. */
export function outcomeWords(text: string): string {
  return saidIn(text) ?? 'it gives no reason';
}

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
    const said = words
      .filter(Boolean)
      .join('; ')
      .replaceAll(/[^\x20-\x7e\u00a0-\uffff]/g, ' ')
      .slice(0, 300);
    return said === '' ? undefined : said;
  } catch {
    return undefined;
  }
}

/** The same in a sentence that needs some. */
export function outcomeWords(text: string): string {
  return saidIn(text) ?? 'it gives no reason';
}

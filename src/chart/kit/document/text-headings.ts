/** The parts of a plain-text note, as clinicians write them: a heading in capitals or with a colon on its own line. */
export interface TextPart {
  readonly heading: string | undefined;
  /** Heading included, as it was written. */
  readonly text: string;
}

const inCapitals = /^[A-Z][A-Z0-9 /&(),'-]{2,60}:?$/;
const withColon = /^[A-Z][\w /&(),'’-]{2,48}:$/;
const startsLine = /^([A-Z][A-Z0-9 /&'-]{2,40}):\s/;

/** Joined, the parts are the text, character for character. */
export function textParts(text: string): readonly TextPart[] {
  const parts: { heading: string | undefined; lines: string[] }[] = [{ heading: undefined, lines: [] }];
  for (const line of text.split('\n')) {
    const heading = headingOf(line.trim());
    if (heading !== undefined) parts.push({ heading, lines: [] });
    parts.at(-1)!.lines.push(line);
  }
  const [first, ...rest] = parts;
  const kept = first!.lines.length === 0 ? rest : parts;
  return kept.map(({ heading, lines }, at) => ({
    heading,
    text: lines.join('\n') + (at < kept.length - 1 ? '\n' : ''),
  }));
}

function headingOf(line: string): string | undefined {
  if (inCapitals.test(line) || withColon.test(line)) return line.replace(/:$/, '');
  return startsLine.exec(line)?.[1];
}

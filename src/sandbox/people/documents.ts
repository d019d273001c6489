import { base64 } from './build.ts';

/** Clinical documents as attachments: base64 of plain text, HTML, RTF and a real (small) PDF. */
export interface Attachment {
  readonly contentType: string;
  readonly data?: string;
  readonly url?: string;
  readonly title?: string;
  readonly size?: number;
  readonly creation?: string;
}

export function textFile(text: string, title?: string): Attachment {
  return { contentType: 'text/plain', data: base64(text), ...(title !== undefined && { title }) };
}

export function htmlFile(body: string, title: string): Attachment {
  const page = `<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>${title}</title></head><body>\n${body}\n</body></html>\n`;
  return { contentType: 'text/html', data: base64(page), title };
}

export function rtfFile(lines: readonly string[], title: string): Attachment {
  const body = lines.map((line) => `${line.replaceAll(/[\\{}]/g, String.raw`\$&`)}\\par`).join('\n');
  return {
    contentType: 'application/rtf',
    data: base64(`{\\rtf1\\ansi\\deff0{\\fonttbl{\\f0 Helvetica;}}\\f0\\fs22\n${body}\n}`),
    title,
  };
}

/** A PDF 1.4 file of text pages, 48 lines of Helvetica each, with a right cross-reference table. */
export function pdfFile(title: string, lines: readonly string[]): Attachment {
  const pages: (readonly string[])[] = [];
  for (let from = 0; from < Math.max(lines.length, 1); from += 48) pages.push(lines.slice(from, from + 48));
  const kids = pages.map((_, index) => `${4 + index * 2} 0 R`).join(' ');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    ...pages.flatMap((page, index) => {
      const stream = `BT /F1 11 Tf 14 TL 54 744 Td\n${page.map((line) => `(${escapePdf(line)}) '`).join('\n')}\nET`;
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + index * 2} 0 R >>`,
        `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
      ];
    }),
    `<< /Title (${escapePdf(title)}) /Producer (Chartside sandbox) >>`,
  ];
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const start = file.length;
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}`;
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info ${objects.length} 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return { contentType: 'application/pdf', data: base64(file), title, size: file.length };
}

/** ASCII only, so that characters and bytes are the same number. */
function escapePdf(line: string): string {
  return line.replaceAll(/[^\x20-\x7E]/g, '-').replaceAll(/[\\()]/g, String.raw`\$&`);
}

/** Long enough for the browser to have begun: it reads the bytes when the download starts, not at the click. */
const keptMilliseconds = 60_000;

/**
 * Hands the reader a file: their own act, by a click of theirs. The bytes never leave the browser; their address lives
 * for a minute, or until the page does not.
 * @param type a type that no browser opens by itself as a page of this app
 */
export function saveFile(name: string, type: string, parts: BlobPart[]): void {
  const url = URL.createObjectURL(new Blob(parts, { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), keptMilliseconds);
}

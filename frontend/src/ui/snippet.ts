/** A piece of what was found; `hit` is what was looked for. */
export type SnippetPiece = { text: string; hit: boolean };

const entities: Record<string, string> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&#x27;': "'",
};

const plain = (text: string) =>
  text.replace(/&(?:amp|lt|gt|quot|#39|#x27);/g, (entity) => entities[entity] ?? entity);

/** Takes a snippet apart at its `<mark>`s. Whatever else looks like markup is text and is shown as text. */
export function snippetPieces(snippet: string): SnippetPiece[] {
  const pieces: SnippetPiece[] = [];
  let hit = false;
  for (const piece of snippet.split(/(<\/?mark>)/)) {
    if (piece === '<mark>') hit = true;
    else if (piece === '</mark>') hit = false;
    else if (piece !== '') pieces.push({ text: plain(piece), hit });
  }
  return pieces;
}

const place = 'firth.view';

export function lastView(): string {
  try {
    return localStorage.getItem(place) ?? 'all';
  } catch {
    return 'all';
  }
}

export function rememberView(view: string): void {
  try {
    localStorage.setItem(place, view);
  } catch {
    // then the next visit begins with all conversations
  }
}

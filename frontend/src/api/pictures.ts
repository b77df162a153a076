/**
 * Where a picture from the internet that a message names is fetched by the server: its owner does not learn who looks,
 * nor from where.
 */
export const pictureUrl = (conversation: string, seq: number, address: string): string =>
  `/api/conversations/${conversation}/interactions/${seq}/images?src=${encodeURIComponent(address)}`;

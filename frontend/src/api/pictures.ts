/** A picture from the internet, fetched by the server: its owner does not learn who looks, nor from where. */
export const pictureUrl = (address: string): string =>
  `/api/images?url=${encodeURIComponent(address)}`;

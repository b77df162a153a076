/** What is pasted elsewhere so that the other side finds an account. */

export const snippetFor = (site: string, account: string): string =>
  `<script async src="${site}/widget.js" data-account="${account}"></script>`;

export const hookUrl = (site: string, account: string): string => `${site}/hooks/${account}`;

/** A first message by hand: the signature is HMAC-SHA256, in hex, over the time, a dot and the body as it is sent. */
export const curlFor = (site: string, account: string): string =>
  [
    `SECRET='…'`,
    `BODY='{"type":"message","id":"1","author":{"id":"ada","name":"Ada"},"text":"Hello"}'`,
    `TIME=$(date +%s)`,
    `SIGNATURE=$(printf '%s.%s' "$TIME" "$BODY" |`,
    `  openssl dgst -sha256 -hmac "$SECRET" -hex | sed 's/.* //')`,
    `curl '${hookUrl(site, account)}' \\`,
    `  -H 'Content-Type: application/json' \\`,
    `  -H "Firth-Timestamp: $TIME" -H "Firth-Signature: v1=$SIGNATURE" \\`,
    `  -d "$BODY"`,
  ].join('\n');
